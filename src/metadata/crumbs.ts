import { numberName, sessionName } from '../letter/names.ts';
import type { Letter } from '../letter/types.ts';
import { HOME, letterPath, sessionPath } from '../site/addresses.ts';

/** A step of the way from the home page to a page; the last one is the page itself. */
export interface Crumb {
  name: string;
  path: string;
}

export const HOME_CRUMB: Crumb = { name: '首页', path: HOME };

export const sessionCrumbs = (letter: Letter): Crumb[] => [
  HOME_CRUMB,
  { name: sessionName(letter.proposal), path: sessionPath(letter) },
];

export const letterCrumbs = (letter: Letter): Crumb[] => [
  ...sessionCrumbs(letter),
  { name: numberName(letter.proposal), path: letterPath(letter) },
];
