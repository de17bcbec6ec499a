import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { ContentError } from '../src/diagnostics.ts';
import { startStep } from '../src/progress.ts';
import { publicUrl } from '../src/site/public-url.ts';
import { check } from './check.ts';
import { explainRefusal, runStep } from './lib/explain-error.ts';

const USAGE = '写法：npm run dev；换一个端口：PORT=4322 npm run dev';

/**
 * `npm run dev`: shows the site while it is edited. Problems of the content do not stop it: they are printed first,
 * and shown in the browser as they come and go.
 */
await runStep(
  async () => {
    parseArgs({ options: {} });
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    const { pathname } = publicUrl(process.env['SITE_URL']);
    try {
      await check();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      console.error(error.message);
    }
    const step = startStep('准备预览');
    const { resolvedUrls } = await dev({
      logLevel: 'warn',
      server: { port: Number(process.env['PORT'] ?? '4321') },
      // 'always' would refuse the files beside a letter.
      trailingSlash: 'ignore',
    });
    step.end();
    const [url] = resolvedUrls.local;
    console.log(
      `预览已就绪：${new URL(pathname, url).href}（按 Ctrl+C 停止）。改动 content/ 里的文件，网页跟着变`,
    );
  },
  (error) => explainRefusal(error, USAGE),
);
