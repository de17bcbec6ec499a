import type { Page } from 'playwright-core';

/** Returns the page in a reader view, without editorial text, made with Mozilla's Readability as in Firefox. */
export async function readerView(page: Page) {
  await page.addScriptTag({ path: 'node_modules/@mozilla/readability/Readability.js' });
  return page.evaluate(() => {
    type Reader = new (document: Document) => {
      parse(): { title: string; content: string } | null;
    };
    const { Readability } = window as unknown as { Readability: Reader };
    const article = new Readability(document.cloneNode(true) as Document).parse();
    const body = new DOMParser().parseFromString(article?.content ?? '', 'text/html').body;
    const headings = [...body.querySelectorAll('h2, h3')].map((node) => node.textContent);
    for (const node of body.querySelectorAll('[data-by=editor]')) node.remove();
    return { title: article?.title ?? '', text: body.textContent ?? '', headings };
  });
}
