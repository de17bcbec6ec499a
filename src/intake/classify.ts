import { visibleText } from '../language/hidden.ts';
import { PART_ORDER, type Part } from '../letter/parts.ts';
import type { Reading } from '../received/lines.ts';
import { readBody, type Block } from './body/blocks.ts';
import { omitBoilerplate, omitDividers } from './classify/boilerplate.ts';
import { classifyCategory } from './classify/category.ts';
import {
  classifyEnd,
  cutAroundDate,
  cutSignOff,
  gatherParts,
  splitSignatures,
} from './classify/ending.ts';
import { classifyHead, separateHead } from './classify/head.ts';
import { cutPageNumbers, findPageStarts, omitPageNumbers } from './classify/page-numbers.ts';
import { classifySalutation } from './classify/salutation.ts';
import { findBureaus } from './classify/signature.ts';
import { cutLetterhead } from './classify/letterhead.ts';
import { omitMetadata } from './classify/site-labels.ts';
import { classifyTitle, cutTitleLabel } from './classify/title.ts';
import { findLead } from './extract/lead.ts';
import { findNumber, findProposalTitle, findSession, type Passages } from './extract/proposal.ts';
import type { Question } from './questions.ts';
import { classifyAlike, readRows, unclassifiedRows, type Pass, type PassResult } from './rows.ts';
import {
  askAboutBody,
  askAboutCharacters,
  askAboutDifferences,
  askAboutLost,
  askAboutMarks,
  askAboutSlips,
} from './warnings.ts';

/** The parts of a letter and their facts in a received file, as printed. */
export interface Classified {
  /** The lines of each printed part; empty for a part that the letter does not have. */
  parts: Record<Part, string[]>;
  blocks: Block[];
  /** The bureaus that the signature names. */
  signatories: string[];
  /** The parts in the order in which they are printed. */
  order: Part[];
  /** Lines that are not part of the letter, and why; Chinese. */
  omitted: { text: string; reason: string }[];
  /** The letter's statements about the proposal; null for those that it does not make. */
  proposal: {
    session: string | null;
    number: string | null;
    title: string | null;
    lead: string | null;
  };
}

/** Classifies the rows that are left as the body. */
const classifyBody: Pass = (rows) => ({
  rows: classifyAlike(rows, unclassifiedRows(rows), { part: 'body' }),
  questions: [],
});

/** The passes in their order. Each classifies rows, or cuts rows that contain several parts. */
export const PASSES: Pass[] = [
  // Page numbers may interrupt any part: first, so that no other pass meets them.
  omitPageNumbers,
  cutPageNumbers,
  // The salutation, or otherwise the opening or the title, shows where the body begins.
  classifySalutation,
  separateHead,
  // Above the body. A document number must be cut from the words beside it before either is classified;
  cutLetterhead,
  // a title must be cut from its label before the labelled lines are omitted;
  cutTitleLabel,
  // web pages repeat the title in their navigation, which could be mistaken for it;
  omitBoilerplate,
  classifyTitle,
  // websites use the label of the class too, so the class must be known before their lines are omitted;
  classifyCategory,
  // a label without a value uses the next line, so the title must be known before.
  omitMetadata,
  classifyHead,
  // A line drawn above the copies would split the letter's end.
  omitDividers,
  // The end, which is read from the last line up: a sign-off must be on lines of its own.
  cutAroundDate,
  cutSignOff,
  classifyEnd,
  splitSignatures,
  gatherParts,
  // All rows that no other pass has classified.
  classifyBody,
];

/** Applies the passes to the rows in order, and collects their questions. */
const runPasses = (passes: Pass[], start: PassResult): PassResult =>
  passes.reduce((done, pass) => {
    const { rows, questions } = pass(done.rows);
    return { rows, questions: [...done.questions, ...questions] };
  }, start);

/** Reads a letter from the lines of its file. Asks about everything that is in doubt. */
export function classify(reading: Reading): { found: Classified; questions: Question[] } {
  const classified = runPasses(PASSES, { rows: readRows(reading), questions: [] });
  const { rows } = classified;
  const body = rows.filter(({ part }) => part === 'body');
  const { blocks, questions: bodyQuestions } = readBody(body, findPageStarts(rows));
  const linesOf = (part: Part) => rows.filter((row) => row.part === part).map(({ text }) => text);
  const parts = Object.fromEntries(
    PART_ORDER.map((part) => [part, linesOf(part)]),
  ) as Classified['parts'];
  const [opening] = blocks;
  const passages: Passages = {
    title: parts.title.join(''),
    metadata: rows.flatMap(({ metadata }) => metadata ?? []),
    salutation: parts.to.join(''),
    opening: opening?.type === 'paragraph' ? opening.text : (body[0]?.text ?? ''),
  };
  const session = findSession(passages);
  const number = findNumber(passages);
  return {
    found: {
      parts,
      blocks,
      signatories: parts.sign.flatMap(findBureaus),
      order: [...new Set(rows.flatMap(({ part }) => part ?? []))],
      omitted: rows.flatMap(({ text, omitted }) => (omitted ? { text, reason: omitted } : [])),
      proposal: {
        session: session.session,
        number: number.number,
        title: findProposalTitle(passages),
        lead: findLead(passages.salutation) ?? null,
      },
    },
    questions: [
      ...classified.questions,
      ...bodyQuestions,
      ...askAboutLost(reading),
      ...askAboutDifferences(reading),
      ...askAboutCharacters(reading.lines),
      ...askAboutSlips(rows.filter(({ omitted }) => !omitted)),
      ...askAboutMarks(
        PART_ORDER.filter((part) => part !== 'body').map((part) => parts[part].join('')),
        blocks,
      ),
      ...askAboutBody(blocks),
      ...askAboutMissing(parts),
      ...session.questions,
      ...number.questions,
    ],
  };
}

/** Asks about the parts that nearly every letter has. A file without any of them may be no letter. */
function askAboutMissing({ to, sign, date }: Classified['parts']): Question[] {
  const missing = [
    ...(to.length > 0 ? [] : [{ where: '称呼', what: '没有找到称呼' }]),
    ...(sign.length > 0 ? [] : [{ where: '署名', what: '没有找到署名；请看收到的文件是不是完整' }]),
    ...(date.length > 0
      ? []
      : [{ where: '落款日期', what: '没有找到落款日期；请看收到的文件是不是完整' }]),
  ];
  return missing.length < 3
    ? missing
    : missing.map((question) => ({ ...question, blocking: true }));
}

/** Returns true if the parts are in the order of GB/T 9704. */
export const isUsualOrder = (order: Part[]): boolean =>
  order.every(
    (part, index) =>
      index === 0 || PART_ORDER.indexOf(part) > PART_ORDER.indexOf(order[index - 1]!),
  );

/** Returns true if the signature consists of bureaus' names alone. */
export const hasOnlyNames = ({ parts, signatories }: Classified): boolean =>
  visibleText(parts.sign.join('')) === visibleText(signatories.join(''));
