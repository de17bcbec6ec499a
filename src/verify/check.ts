import type { BuiltSite, PageContent } from '../built-site.ts';
import type { Letter } from '../letter/letter.ts';
import type { AllLetters } from '../letter/sessions.ts';

/** A fault of one file of a built site, in Chinese. */
export interface Problem {
  file: string;
  message: string;
}

/** A built site and the letters it was made of. */
export interface SiteToVerify extends BuiltSite, AllLetters {
  /** The address of its home page, with a closing slash. */
  address: URL;
  read(file: string): Buffer;
  /** Returns true if the file was verified when it was made, and has not changed since. */
  isFinished(file: string): boolean;
}

/** Reports the faults of a page. `letter` is set if it is a letter's page. */
export type PageCheck = (file: string, page: PageContent, letter: Letter | undefined) => Problem[];

/** Reports the faults of a site, after each page has been read. */
export type SiteCheck = (site: SiteToVerify) => Problem[] | Promise<Problem[]>;

/** The end of a message about a fault that no change of the content can mend. */
export const PROGRAM = '这是程序的错误，请告诉维护网站的人';

/** The file of the page at a path. */
export const pageFile = (path: string): string => `${path}index.html`;
