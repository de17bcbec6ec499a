import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../scripts/lib/server.ts';
import { launch } from './browser.ts';
import { DIST } from './site.ts';

/**
 * A browser and the built site, or another `folder` at `base`, for the tests of one file. Gives a function that opens a page of the
 * site, by its path, in a context of its own. Tests that add styles or scripts of their own have to
 * pass by the page's policy; those of the policy say `bypassCSP: false`.
 */
export function useSite(folder = DIST, base = '/') {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    site = await serve(folder, base);
    browser = await launch();
  });
  // Each by itself: where a browser cannot be had, a server left open would keep the process.
  after(() => site.close());
  after(() => browser.close());
  return async (
    path: string,
    options: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<Page> => {
    const page = await browser.newPage({ bypassCSP: true, ...options });
    await prepare(page);
    await page.goto(site.url + path);
    return page;
  };
}
