import type { Page, Request } from 'playwright-core';

/**
 * Observes the requests of a page from now on. Returns a function that waits until the last changes of the
 * page have been painted and all of its requests answered: an image is requested only when it is painted, and
 * `networkidle` is the state of a page that loads, not of a page in use.
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
