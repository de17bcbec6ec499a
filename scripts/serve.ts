import { publicUrl } from '../src/site/public-url.ts';
import { serve } from './lib/server.ts';
import { restoreSite } from './lib/site-folder.ts';

/** `npm start`: shows the built site on this machine, below the same path as in public. */
const { pathname } = publicUrl(process.env['SITE_URL']);
const port = process.env['PORT'] ?? '4321';
restoreSite('dist');
try {
  const { url } = await serve('dist', pathname, Number(port));
  console.log(`网站已就绪：${url}（按 Ctrl+C 停止）`);
} catch {
  console.error(`端口 ${port} 不能用，可能已被占用。改法：换一个，如 PORT=4322 npm start`);
  process.exitCode = 1;
}
