import { numberName, replyTurn, sessionName } from '../letter/names.ts';
import type { Letter } from '../letter/types.ts';
import { HOME, letterPath, sessionPath } from '../site/addresses.ts';
import type { Site } from '../site/schema.ts';

/** A step of the way from the home page to a page; the last one is the page itself. */
export interface Crumb {
  name: string;
  path: string;
}

export const HOME_CRUMB: Crumb = { name: '首页', path: HOME };

export const sessionCrumbs = (letter: Letter, site: Site): Crumb[] => [
  HOME_CRUMB,
  { name: sessionName(letter.proposal, site), path: sessionPath(letter) },
];

export const letterCrumbs = (letter: Letter, site: Site): Crumb[] => [
  ...sessionCrumbs(letter, site),
  { name: numberName(letter.proposal) + replyTurn(letter), path: letterPath(letter) },
];
