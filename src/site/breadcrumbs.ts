import { numberName, replyTurn, sessionName } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { HOME, letterPath, sessionPath } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';

/** A step on the way from the home page to a page. The last step is the page itself. */
export interface BreadcrumbItem {
  name: string;
  path: string;
}

export const HOME_BREADCRUMB: BreadcrumbItem = { name: '首页', path: HOME };

export const sessionBreadcrumbs = (letter: Letter, site: Site): BreadcrumbItem[] => [
  HOME_BREADCRUMB,
  { name: sessionName(letter.proposal, site), path: sessionPath(letter) },
];

export const letterBreadcrumbs = (letter: Letter, site: Site): BreadcrumbItem[] => [
  ...sessionBreadcrumbs(letter, site),
  { name: numberName(letter.proposal) + replyTurn(letter), path: letterPath(letter) },
];
