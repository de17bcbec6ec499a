import type { BuiltSite, PageContent } from '../built-site.ts';
import type { Letter } from '../letter/letter.ts';

/** What is wrong with one file of a built site, in Chinese. */
export interface Problem {
  file: string;
  message: string;
}

/** A built site, and what it was made of. */
export interface SiteToVerify extends BuiltSite {
  letters: Letter[];
  /** The address of its home page, with a closing slash. */
  address: URL;
  read(file: string): Buffer;
}

/** Reports what is wrong with one page. `letter` is the letter of which it is the page, if it is one. */
export type PageCheck = (file: string, page: PageContent, letter: Letter | undefined) => Problem[];

/** Reports what is wrong with a site, once each page has been read. */
export type SiteCheck = (site: SiteToVerify) => Problem[] | Promise<Problem[]>;

/** The end of the message about a fault that no change of the content mends. */
export const PROGRAM = '这是程序的错误，请告诉维护网站的人';

/** The file of the page at a path. */
export const pageFile = (path: string): string => `${path}index.html`;
