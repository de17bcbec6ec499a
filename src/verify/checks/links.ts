import { pageFile, PROGRAM, type SiteCheck } from '../check.ts';

/** Every link to the site itself leads to one of its files and, with a fragment, to an id there. */
export const checkLinks: SiteCheck = ({ files, pages, address }) =>
  [...pages].flatMap(([file, page]) =>
    [...page.links].flatMap((href) => {
      const url = new URL(href, new URL(file.replace(/index\.html$/, ''), address));
      if (!url.href.startsWith(address.href)) return [];
      const path = decodeURIComponent(url.pathname.slice(address.pathname.length));
      const target = path === '' || path.endsWith('/') ? pageFile(path) : path;
      const id = decodeURIComponent(url.hash.slice(1));
      if (files.has(target) && (!id || pages.get(target)?.ids.has(id))) return [];
      const message = `链接 ${href} 没有落点。改法：在 content/ 里改正这个链接；那里没有的，${PROGRAM}`;
      return [{ file, message }];
    }),
  );
