// @ts-check
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { publicUrl } from './src/site/public-url.ts';
import { checkContent } from './src/integrations/check-content.ts';
import { finishedPaths } from './src/finished/build.ts';
import { finishSite } from './src/integrations/finish-site.ts';
import { reportPages } from './src/integrations/report-pages.ts';
import { dateSitemap } from './src/integrations/sitemap-dates.ts';

const { origin, pathname } = publicUrl(process.env['SITE_URL']);

export default defineConfig({
  site: origin,
  base: pathname,
  // Builds that run at once must not read each other's content; copies of the project share node_modules.
  cacheDir: process.env['BUILD_CACHE'] ?? '.cache/astro',
  trailingSlash: 'always',
  // One request a page: the CSS is inside.
  build: { inlineStylesheets: 'always' },
  prerenderConflictBehavior: 'error',
  // compressHTML keeps its default, 'jsx': it drops a line break between two tags, which in
  // Chinese text would show as a gap.
  integrations: [
    checkContent(),
    reportPages(),
    sitemap({
      serialize: dateSitemap(pathname),
      customPages: finishedPaths().map((path) => origin + pathname + path),
    }),
    finishSite(),
  ],
  // Chromium 86 and Safari 13 are the oldest browsers that the pages are made for.
  // esbuild keeps fallbacks and unknown declarations as written.
  vite: {
    cacheDir: '.cache/vite',
    build: { cssTarget: ['chrome86', 'safari13', 'ios13'], cssMinify: 'esbuild' },
  },
  devToolbar: { enabled: false },
});
