import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../scripts/lib/server.ts';
import { launch } from './browser.ts';
import type { Fixture } from './fixtures.ts';
import { DIST } from './site.ts';

/**
 * Starts a browser and serves the built site, or a fixture at `base`, for the tests of a file. Returns
 * a function that opens a page of the site, by its path, in a new context. Tests that add styles or scripts
 * bypass the page's policy; tests of the policy set `bypassCSP: false`.
 */
export function useSite(fixture?: Fixture, base = '/') {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    await fixture?.built();
    site = await serve(fixture?.dist ?? DIST, base);
    browser = await launch();
  });
  // Separate hooks: if no browser can be started, an open server would keep the process running.
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
