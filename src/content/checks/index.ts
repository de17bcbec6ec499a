import type { DraftLetter } from '../../letter/letter.ts';
import type { Check } from './check.ts';
import { checkAnswers } from './answers.ts';
import { checkCorrections } from './corrections.ts';
import {
  checkKept,
  checkMarks,
  checkOpenness,
  checkOriginal,
  checkPersonalData,
  checkWithheld,
} from './disclosure.ts';
import { checkFacts } from './facts.ts';
import { checkKey } from './key.ts';
import { checkLedger } from './ledger.ts';
import { checkPublicCopy } from './public-copy.ts';
import { checkText } from './text.ts';
import { checkUnread } from './unread.ts';

/** The checks of every edition, also of a draft: it says what was received. */
export const DRAFT_CHECKS: Check<DraftLetter>[] = [checkText, checkPublicCopy];

/** The checks of the text of a proposal, which makes no statements about itself. */
export const PROPOSAL_CHECKS: Check[] = [
  checkText,
  checkUnread,
  checkPublicCopy,
  checkMarks,
  checkOpenness,
  checkPersonalData,
  checkKept,
  checkOriginal,
  checkWithheld,
  checkAnswers,
  checkCorrections,
  checkLedger,
];

/** The checks of an edition that is to be published. */
export const CHECKS: Check[] = [...PROPOSAL_CHECKS, checkKey, checkFacts];
