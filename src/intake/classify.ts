import { visibleText } from '../language/hidden.ts';
import { PART_ORDER, type Part } from '../letter/parts.ts';
import type { Reading } from '../received/lines.ts';
import { readBody, type BodyBlock } from './body/blocks.ts';
import { askBody, askLost, askSlips, askUnpaired } from './warnings.ts';
import { cutLabel, markHead } from './classify/head.ts';
import { labelKind } from './classify/site-labels.ts';
import { isRule, omitPageNumbers, PAGE_NUMBER } from './classify/boilerplate.ts';
import { findNumber, findSession, findProposalTitle, type Passages } from './extract/proposal.ts';
import type { Ask } from './questions.ts';
import { unclassified, rowsOf, type Row } from './rows.ts';
import { isTitle, leadOf, markSalutation } from './classify/salutation.ts';
import { bureausIn } from './classify/signature.ts';
import { markTail } from './classify/tail.ts';

/** What a letter says, as printed; null or empty where it says nothing. */
export interface Classified {
  title: string[];
  docNumber: string | null;
  salutation: string | null;
  items: BodyBlock[];
  attachments: string[];
  signatories: string[];
  /** The lines of the signature. */
  signature: string[];
  date: string | null;
  remarks: string[];
  copies: string | null;
  contact: string[];
  /** The parts in the order in which they stand. */
  order: Part[];
  omitted: { text: string; reason: string }[];
  proposal: {
    session: string | null;
    number: string | null;
    title: string | null;
    lead: string | null;
  };
}

/** The rows before which a page ended: those after a page number. */
const pageStarts = (rows: Row[]): Set<Row> =>
  new Set(rows.filter((_, index) => rows[index - 1]?.omitted === PAGE_NUMBER));

/** Where the body starts when nobody is addressed and nothing opens it: below the title. */
function belowTitle(rows: Row[]): Row | undefined {
  const title = rows.findLastIndex(
    (row, index) =>
      index < 15 && !row.omitted && isTitle(row.text) && /建议|提案|议案|第.+号/.test(row.text),
  );
  return rows.slice(title + 1).find((row) => !row.omitted && !labelKind(row));
}

/** Reads a letter from the text of its file. Whatever is in doubt is asked about. */
export function classify(reading: Reading, ask: Ask): Classified {
  const rows = rowsOf(reading);
  omitPageNumbers(rows, ask);
  const broken = pageStarts(rows);
  const first = markSalutation(rows, ask) ?? belowTitle(rows);
  cutLabel(rows, first ? rows.slice(0, rows.indexOf(first)) : rows);
  const start = first ? rows.indexOf(first) : rows.length;
  const said = markHead(rows.slice(0, start), ask);
  for (const row of unclassified(rows)) if (isRule(row.text)) row.omitted = '分隔线';
  markTail(rows, ask);
  const body = unclassified(rows);
  const items = readBody(body, broken, ask);
  for (const row of body) row.part = 'body';

  const [opening] = items;
  const of = (part: Part) => rows.filter((row) => row.part === part).map(({ text }) => text);
  const passages: Passages = {
    title: of('title').join(''),
    metadata: said,
    salutation: of('to').join(''),
    opening: opening?.type === 'paragraph' ? opening.text : (body[0]?.text ?? ''),
  };
  const signature = of('sign');
  const [docNumber = null] = of('doc');
  const [date = null] = of('date');
  const salutation = passages.salutation || null;
  askLost(reading, ask);
  askSlips(
    rows.filter(({ omitted }) => !omitted),
    ask,
  );
  askUnpaired(
    PART_ORDER.flatMap((part) => (part === 'body' ? [] : of(part).join(''))),
    items,
    ask,
  );
  askBody(items, ask);
  if (!salutation) ask('称呼', '没有找到称呼');
  if (signature.length === 0) ask('署名', '没有找到署名；请看收到的文件是不是完整');
  if (!date) ask('落款日期', '没有找到落款日期；请看收到的文件是不是完整');
  return {
    title: of('title'),
    docNumber,
    salutation,
    items,
    attachments: of('attachments'),
    signatories: signature.flatMap(bureausIn),
    signature,
    date,
    remarks: of('remarks'),
    copies: of('cc').join('') || null,
    contact: of('contact'),
    order: orderOf(rows),
    omitted: rows.flatMap(({ text, omitted }) => (omitted ? { text, reason: omitted } : [])),
    proposal: {
      session: findSession(passages, ask),
      number: findNumber(passages, ask),
      title: findProposalTitle(passages),
      lead: salutation === null ? null : (leadOf(salutation) ?? null),
    },
  };
}

const orderOf = (rows: Row[]): Part[] => [...new Set(rows.flatMap(({ part }) => part ?? []))];

/** Whether parts stand as GB/T 9704 has them. */
export const isUsual = (order: Part[]): boolean =>
  order.every(
    (part, index) =>
      index === 0 || PART_ORDER.indexOf(part) > PART_ORDER.indexOf(order[index - 1]!),
  );

/** Whether bureaus' names alone make up the lines of a signature. */
export const namesAlone = ({ signature, signatories }: Classified): boolean =>
  visibleText(signature.join('')) === visibleText(signatories.join(''));
