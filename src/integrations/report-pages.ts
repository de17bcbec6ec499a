import type { AstroIntegration } from 'astro';
import { startStep } from '../progress.ts';

/** Reports how many of the pages and files that Astro has to make are made. */
export const reportPages = (): AstroIntegration => ({
  name: 'report-pages',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) => {
      let step = startStep('准备生成网页');
      setPrerenderer((own) => ({
        ...own,
        async getStaticPaths() {
          const paths = await own.getStaticPaths();
          step.end();
          step = startStep('生成网页和文件', paths.length);
          return paths;
        },
        async render(...request) {
          const page = await own.render(...request);
          step.advance();
          return page;
        },
        async teardown() {
          await own.teardown?.();
          step.end();
        },
      }));
    },
  },
});
