import type { Page, Request } from 'playwright-core';

/**
 * Follows what a page asks for, from now on. Gives a function that waits until what was done to the page
 * has been painted, and all that it asked for has come: a picture is asked for only when it is painted,
 * and `networkidle` is the state of a page that loads, not of one in use.
 */
export function settling(page: Page): () => Promise<void> {
  const waiting = new Set<Request>();
  page.on('request', (request) => waiting.add(request));
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
  return async () => {
    do
      await page.evaluate(
        () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
      );
    while (waiting.size > 0);
  };
}
