import type { Letter } from '../letter/letter.ts';

/** Addresses are paths below the home page, without a leading slash: `rd17-3/273/`. */
export const HOME = '';

export const ABOUT = 'about/';

/** From the second letter on: what is new, and the search with its files. */
export const FEED = 'feed.xml';

export const SEARCH = 'search/';

export const SEARCH_FILES = 'pagefind/';

/** The code that reads aloud. */
export const READ_ALOUD = 'aloud.js';

export const letterPath = ({ key }: Pick<Letter, 'key'>) => `${key}/`;

/** The share image of the pages that have none of their own. */
export const CARD = 'card.png';

export const cardPath = ({ key }: Pick<Letter, 'key'>) => `${key}/${CARD}`;

export const figuresPath = ({ key }: Pick<Letter, 'key'>) => `${key}/figures/`;

/** The route parameters of a letter's page and the files beside it. */
export function letterParams({ key }: Pick<Letter, 'key'>): { session: string; number: string } {
  const [session = '', number = ''] = key.split('/');
  return { session, number };
}

export const sessionPath = (letter: Pick<Letter, 'key'>) => `${letterParams(letter).session}/`;
