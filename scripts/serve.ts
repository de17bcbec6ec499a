import { existsSync } from 'node:fs';
import { publicUrl } from '../src/site/public-url.ts';
import { explainError, runCommand } from './lib/explain-error.ts';
import { serve } from './lib/server.ts';
import { restoreSite } from './lib/site-folder.ts';

/** `npm start`: shows the built site on this machine, below the same path as in public. */
const port = process.env['PORT'] ?? '4321';
const isPortError = ({ code, syscall }: NodeJS.ErrnoException) =>
  syscall === 'listen' || code === 'ERR_SOCKET_BAD_PORT';

await runCommand(
  async () => {
    const { pathname } = publicUrl(process.env['SITE_URL']);
    restoreSite('dist');
    if (!existsSync('dist/index.html')) {
      console.error('还没有生成网站。改法：先运行 npm run build');
      process.exitCode = 1;
      return;
    }
    const { url } = await serve('dist', pathname, Number(port));
    console.log(`网站已就绪：${url}（按 Ctrl+C 停止）`);
  },
  (error) =>
    isPortError(error as NodeJS.ErrnoException)
      ? `端口 ${port} 不能用，可能已被占用。改法：换一个，如 PORT=4322 npm start`
      : explainError(error),
);
