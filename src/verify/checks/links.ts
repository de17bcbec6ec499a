import { startStep } from '../../progress.ts';
import { pageFile, PROGRAM, type Problem, type SiteCheck } from '../check.ts';

/** Every link to the site itself leads to one of its files and, with a fragment, to an id there. */
export const checkLinks: SiteCheck = ({ files, pages, address }) => {
  const problems: Problem[] = [];
  const step = startStep('核对链接', pages.size);
  for (const [file, page] of pages) {
    step.advance();
    const base = new URL(file.replace(/index\.html$/, ''), address);
    for (const href of page.links) {
      const url = new URL(href, base);
      if (!url.href.startsWith(address.href)) continue;
      const path = decodeURIComponent(url.pathname.slice(address.pathname.length));
      const target = path === '' || path.endsWith('/') ? pageFile(path) : path;
      const id = decodeURIComponent(url.hash.slice(1));
      if (files.has(target) && (!id || pages.get(target)?.ids.has(id))) continue;
      const message = `链接 ${href} 没有落点。改法：在 content/ 里改正这个链接；那里没有的，${PROGRAM}`;
      problems.push({ file, message });
    }
  }
  step.end();
  return problems;
};
