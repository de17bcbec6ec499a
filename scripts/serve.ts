import { publicUrl } from '../src/site/public-url.ts';
import { runCommand } from './lib/explain-error.ts';
import { serve } from './lib/server.ts';
import { restoreSite } from './lib/site-folder.ts';

/** `npm start`: shows the built site on this machine, below the same path as in public. */
const port = process.env['PORT'] ?? '4321';
let pathname = '/';
await runCommand(() => {
  ({ pathname } = publicUrl(process.env['SITE_URL']));
  restoreSite('dist');
});
if (!process.exitCode)
  try {
    const { url } = await serve('dist', pathname, Number(port));
    console.log(`网站已就绪：${url}（按 Ctrl+C 停止）`);
  } catch {
    console.error(`端口 ${port} 不能用，可能已被占用。改法：换一个，如 PORT=4322 npm start`);
    process.exitCode = 1;
  }
