import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../scripts/server.ts';
import { launch } from './browser.ts';
import { DIST } from './site.ts';

/**
 * A browser and the built site for the tests of one file. Gives a function that opens a page of the
 * site, by its path, in a context of its own.
 */
export function useSite() {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    [browser, site] = await Promise.all([launch(), serve(DIST)]);
  });
  after(async () => {
    await browser.close();
    site.close();
  });
  return async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage(options);
    await page.goto(site.url + path);
    return page;
  };
}
