import { stringify } from 'yaml';
import { NONE } from '../../letter/schema/fields.ts';
import type { KeyFacts } from '../../letter/key.ts';
import { PART_ORDER, PARTS, partPath, type Part } from '../../letter/parts.ts';
import { isOrganisation, proposalKind, proposerKind } from '../../letter/labels.ts';
import { findSessionMentions, mentionsNumber } from '../../language/mentions.ts';
import type { Facts } from '../../letter/schema/letter.ts';
import { sectionHeadings, type Block } from '../body/blocks.ts';
import { isUsualOrder, hasOnlyNames, type Classified } from '../classify.ts';
import { composeDate, type DateFacts } from '../extract/date.ts';
import { findPersons } from '../extract/persons.ts';
import { findOpenness } from '../disclosure.ts';
import type { Question } from '../questions.ts';
import { reasonFor } from '../warnings.ts';
import { composeBody, type Notes } from './markdown.ts';

/** 建议 or 提案, 代表 or 委员; the congress's words while the address is not known. */
const proposalTerms = ({ body = '人大' }: Partial<KeyFacts> = {}) => [
  proposalKind({ body }),
  proposerKind({ body }),
];

/** The editorial summary, made only from the letter's facts. */
function composeSummary(
  { signatories, proposal, parts }: Classified,
  address: KeyFacts | undefined,
): string {
  const [kind, person] = proposalTerms(address);
  const { lead, title } = proposal;
  const others = lead !== null && /等|、/.test(parts.to.join('').replace(lead, '')) ? '等' : '';
  const who = lead === null ? '' : `${lead}${isOrganisation(lead) ? '' : others + person}提出的`;
  const about = title === null || /\d{7}/.test(title) ? kind : `《${title}》`;
  return `${signatories.join('、') || '承办单位'}答复${who}${about}。`;
}

/** The editorial title, in brackets, of a letter without a title. */
const composeTitle = (address: KeyFacts | undefined) =>
  `[对${address ? `第${address.number}号` : ''}${proposalTerms(address)[0]}的答复]`;

/** The facts in the address that the text does not state. */
function findSupplied(address: KeyFacts, text: string): string[] {
  const named = findSessionMentions(text).some(
    ({ body, congress, session }) =>
      congress === address.congress &&
      session === address.session &&
      (body ?? address.body) === address.body,
  );
  return [
    ...(named ? [] : ['session']),
    ...(mentionsNumber(text, address.number) ? [] : ['number']),
  ];
}

/** The moment in Beijing, as `2026-11-23 09:00`. */
export const formatMoment = (now: Date): string =>
  new Date(now.getTime() + 8 * 3600e3).toISOString().slice(0, 16).replace('T', ' ');

/** The parts that a body has. */
export function structureOf(blocks: Block[]): Facts['parts'] {
  const headings = sectionHeadings(blocks);
  return {
    measures: headings.filter(({ supplied }) => !supplied).length,
    nextSteps: headings.some(({ supplied }) => supplied),
    closing: blocks.some(({ type }) => type === 'closing'),
  };
}

/** Front matter about the received file; nothing if all of its words were read and belong to the text. */
export const composeSource = (
  unread: { in: string; words: string }[],
  omitted: { text: string; reason: string }[],
): object =>
  unread.length > 0 || omitted.length > 0
    ? {
        source: {
          ...(unread.length > 0 && {
            unread: unread.map((one) => ({ ...one, why: reasonFor(one.in) })),
          }),
          ...(omitted.length > 0 && { omitted }),
        },
      }
    : {};

/** Front matter of the parts that have more than lines, or whose absence must be stated. */
const PART_FACTS: Partial<
  Record<Part, (found: Classified, date: DateFacts | undefined) => object>
> = {
  to: ({ parts }) => ({ salutation: parts.to.join('') || NONE }),
  body: ({ blocks }) => ({ parts: structureOf(blocks) }),
  sign: (found) => ({
    signatories: found.signatories.length > 0 ? found.signatories : NONE,
    ...(!hasOnlyNames(found) && { signature: found.parts.sign }),
  }),
  date: (_, date) => ({ date: date ? { ...date, ...(date.note && { note: 'date' }) } : NONE }),
  cc: ({ parts }) => {
    const printed = parts.cc.join('');
    return printed ? { copies: { printed, persons: findPersons(printed) } } : {};
  },
  contact: ({ parts: { contact } }) => (contact.length > 0 ? { contact: { lines: contact } } : {}),
};

/** Front matter of a part: from the table above, or otherwise its lines under its own key. */
function composePart(part: Part, found: Classified, date: DateFacts | undefined): object {
  const compose = PART_FACTS[part];
  if (compose) return compose(found, date);
  const lines = found.parts[part];
  const [key = part] = partPath(part);
  const isOneLine = PARTS[part].layout.endsWith('-line');
  return lines.length > 0 ? { [key]: isOneLine ? lines.join('') : lines } : {};
}

/** An edition before it is written: the front matter as data, and the body as Markdown. */
interface Composition {
  facts: object;
  body: string;
}

/**
 * Composes the first edition of a letter. `text` is the whole text of the received file; `unread` declares
 * the other words of the file, for which the clerk writes the reason; `address` is undefined while the
 * session or the number is not known; `now` becomes the time of publication.
 */
export function composeEdition(
  found: Classified,
  text: string,
  unread: { in: string; words: string }[],
  address: KeyFacts | undefined,
  now: Date,
): { composition: Composition; questions: Question[] } {
  const notes: Notes = new Map();
  const published = formatMoment(now);
  const { parts, blocks, proposal, omitted, order } = found;
  const [printedDate] = parts.date;
  const date = printedDate ? composeDate(printedDate, text, published.slice(0, 10)) : undefined;
  if (date?.note) notes.set('date', date.note);
  const body = composeBody(blocks, notes);
  const supplied = address ? findSupplied(address, text) : [];
  const others = PART_ORDER.filter((part) => part !== 'title');
  const openness = findOpenness(omitted);
  const [title = composeTitle(address), ...more] = parts.title;
  const facts = {
    title: more.length > 0 ? parts.title : title,
    proposal: {
      ...(address && {
        body: address.body,
        congress: address.congress,
        session: address.session,
        number: address.number,
      }),
      title: proposal.title ?? NONE,
      lead: proposal.lead ?? NONE,
      ...(supplied.length > 0 && { supplied }),
    },
    ...Object.assign({}, ...others.map((part) => composePart(part, found, date))),
    ...(!isUsualOrder(order) && { order }),
    summary: composeSummary(found, address),
    keywords: NONE,
    published,
    ...(openness && { openness }),
    ...composeSource(unread, omitted),
  };
  const doubt = date?.note?.replace('此处照录，待发文机关核实。', '标为存疑，并加了注。');
  return {
    composition: { facts, body },
    questions: doubt ? [{ where: '落款日期', what: doubt }] : [],
  };
}

/** Writes an edition as Markdown; a draft if there are `questions` that block its publication. */
export function writeEdition({ facts, body }: Composition, questions: Question[]): string {
  const draft = {
    draft: true,
    questions: questions.map(({ where, what }) => ({ where, what })),
  };
  const front = stringify({ ...facts, ...(questions.length > 0 && draft) }, { lineWidth: 0 });
  return `---\n# 事实部分：每一项的含义见 content/README.md\n${front}---\n\n${body}\n`;
}
