import type { Page } from 'playwright-core';

/** Returns elements that are wider than the page, and texts that their own boxes cut off; runs in the page. */
export const findOverflow = (): string[] => {
  const width = document.documentElement.clientWidth;
  const found: string[] = [];
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
  for (const node of document.body.querySelectorAll<HTMLElement>('*')) {
    const { left, right, width: own } = node.getBoundingClientRect();
    const hidden = getComputedStyle(node).overflowX !== 'visible';
    if (own > 0 && (right > width + 1 || left < -1) && !node.closest('.table, .page-skip'))
      found.push(
        `${node.tagName} ${Math.round(left)}–${Math.round(right)}: ${node.outerHTML.slice(0, 90)}`,
      );
    if (hidden && node.scrollWidth > node.clientWidth + 1 && !node.matches('.table'))
      found.push(`cut off: ${node.outerHTML.slice(0, 90)}`);
  }
  return found;
};
export const overflow = (page: Page): Promise<string[]> => page.evaluate(findOverflow);

/**
 * Visible targets under 44 by 44 px (WCAG 2.2, 2.5.5), except links inside running text: those whose own line
 * contains other words too.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], summary, button')].flatMap((node) => {
      const { width, height } = node.getBoundingClientRect();
      const block = node.closest('p, li, dd, h1, h2, h3');
      const words = (block?.textContent ?? '').replaceAll(/\s/g, '').length;
      const own = (node.textContent ?? '').replaceAll(/\s/g, '').length;
      const inText = own > 0 && words > own && getComputedStyle(node).display === 'inline';
      return width === 0 || inText || (width >= 43.9 && height >= 43.9)
        ? []
        : [`${Math.round(width)} × ${Math.round(height)}: ${node.outerHTML.slice(0, 120)}`];
    }),
  );

/** The lines of an element as the browser breaks them. */
export const linesOf = (page: Page, selector: string): Promise<string[]> =>
  page.$eval(selector, (node) => {
    const lines: string[] = [];
    let bottom = -Infinity;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (
      let text = walker.nextNode() as Text | null;
      text;
      text = walker.nextNode() as Text | null
    ) {
      if (text.parentElement?.closest('sup')) continue;
      for (let index = 0; index < text.length; index++) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        if (box.top >= bottom - 4) lines.push('');
        bottom = box.bottom;
        lines[lines.length - 1] = `${lines.at(-1)}${text.data[index]}`;
      }
    }
    return lines;
  });
