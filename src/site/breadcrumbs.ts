import { numberName, replyTurn, sessionName } from '../letter/labels.ts';
import type { KeyFacts, SessionFacts } from '../letter/key.ts';
import { HOME, letterPath, sessionPath } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';

/** A step on the way from the home page to a page. The last step is the page itself. */
export interface BreadcrumbItem {
  name: string;
  path: string;
}

export const HOME_BREADCRUMB: BreadcrumbItem = { name: '首页', path: HOME };

/** The way to the page of a session, or of a letter's session. */
export const sessionBreadcrumbs = (
  letter: { key: string; proposal: SessionFacts },
  site: Site,
): BreadcrumbItem[] => [
  HOME_BREADCRUMB,
  { name: sessionName(letter.proposal, site), path: sessionPath(letter) },
];

/** The way to a letter's page, withdrawn or not. */
export const letterBreadcrumbs = (
  letter: { key: string; proposal: KeyFacts },
  site: Site,
): BreadcrumbItem[] => [
  ...sessionBreadcrumbs(letter, site),
  { name: numberName(letter.proposal) + replyTurn(letter), path: letterPath(letter) },
];
