import { isProposalKey, parseKey, parseSessionKey, proposalKey, splitKey } from '../letter/key.ts';
import type { Letter } from '../letter/letter.ts';

/** Paths are relative to the home page, without a leading slash: `rd17-3/273/`. */
export const HOME = '';

export const ABOUT = 'about/';

/** The path of a registered bureau's page, by its id. */
export const bureauPagePath = (id: string) => `bureaus/${id}/`;

/** The feed and the search exist from the second letter on, even if letters are withdrawn. */
export const FEED = 'feed.xml';

/** The feed of a bureau's letters, beside its page. */
export const bureauFeedPath = (id: string) => bureauPagePath(id) + FEED;

export const SEARCH = 'search/';

export const SEARCH_FILES = 'pagefind/';

/** The script that reads a letter aloud. */
export const READ_ALOUD = 'aloud.js';

export const letterPath = ({ key }: Pick<Letter, 'key'>) => `${key}/`;

/** The share image of pages without their own. */
export const CARD = 'card.png';

export const cardPath = ({ key }: Pick<Letter, 'key'>) => `${key}/${CARD}`;

/** The name of the PDF beside a letter's page. */
export const pdfName = (key: string) => `${key.replace('/', '-')}.pdf`;

export const figuresPath = ({ key }: Pick<Letter, 'key'>) => `${key}/figures/`;

/** The path of the page of the text of a letter's proposal. */
export const proposalPath = ({ key }: Pick<Letter, 'key'>) => `${proposalKey(key)}/`;

/**
 * The file that marks the folder of a withdrawn letter. It lists the files that were in the folder, one a line:
 * they are gone.
 */
export const WITHDRAWN = '.withdrawn';

export const withdrawnMark = ({ key }: Pick<Letter, 'key'>) => `${key}/${WITHDRAWN}`;

/** The route parameters of a letter's page, and of the files beside it. */
export const letterParams = ({ key }: Pick<Letter, 'key'>) => splitKey(key);

/** Returns true for the path of a letter's page, `rd17-3/273/`. */
export const isLetterPath = (path: string): boolean =>
  path.endsWith('/') && parseKey(path.slice(0, -1)) !== undefined;

/** The first two parts of a path: of a file in a letter's folder, the letter's key. */
export const folderKey = (file: string): string => file.split('/', 2).join('/');

/** Returns true for the path of a letter's page, or of its proposal's text: of a page with words that were received. */
export const isTextPath = (path: string): boolean =>
  isLetterPath(path) || (path.endsWith('/') && isProposalKey(path.slice(0, -1)));

/** Returns true for the path of a session's page, `rd17-3/`. */
export const isSessionPath = (path: string): boolean =>
  path.endsWith('/') && parseSessionKey(path.slice(0, -1)) !== undefined;

/** The key of the session that a path belongs to, `rd17-3`; undefined for the site's other pages. */
export function sessionOf(path: string): string | undefined {
  const { session } = splitKey(path);
  return parseSessionKey(session) && session;
}

/** The table of a session's letters, beside its page. */
export const SESSION_TABLE = 'letters.csv';

/** The path of the page of a session, by its key or that of a letter. */
export const sessionPath = (letter: Pick<Letter, 'key'>) => `${letterParams(letter).session}/`;
