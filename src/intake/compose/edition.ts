import { stringify } from 'yaml';
import { NONE } from '../../letter/schema/fields.ts';
import type { KeyFacts } from '../../letter/key.ts';
import { isOrganisation, proposalKind, proposerKind } from '../../letter/labels.ts';
import { findSessionMentions, mentionsNumber } from '../../language/mentions.ts';
import type { BodyBlock } from '../body/blocks.ts';
import { dateFacts } from '../extract/date.ts';
import { bodyMarkdown, type Notes } from './markdown.ts';
import { personsIn } from '../extract/persons.ts';
import type { Ask, Question } from '../questions.ts';
import { isUsual, namesAlone, type Classified } from '../classify.ts';

/** 建议 or 提案, 代表 or 委员; those of the congress where the address is not known. */
const kinds = ({ body = '人大' }: Partial<KeyFacts> = {}) => [
  proposalKind({ body }),
  proposerKind({ body }),
];

/** A sentence of ours made of the letter's facts alone. */
function summaryOf(
  { signatories, proposal, salutation }: Classified,
  address: KeyFacts | undefined,
): string {
  const [kind, person] = kinds(address);
  const { lead, title } = proposal;
  const others = lead !== null && /等|、/.test((salutation ?? '').replace(lead, '')) ? '等' : '';
  const who = lead === null ? '' : `${lead}${isOrganisation(lead) ? '' : others + person}提出的`;
  const about = title === null || /\d{7}/.test(title) ? kind : `《${title}》`;
  return `${signatories.join('、') || '承办单位'}答复${who}${about}。`;
}

/** A title of ours, in brackets, for a letter without one. */
const suppliedTitle = (address: KeyFacts | undefined) =>
  `[对${address ? `第${address.number}号` : ''}${kinds(address)[0]}的答复]`;

const headings = (items: BodyBlock[]) =>
  items.flatMap((item) => (item.type === 'heading' && item.level === 2 ? item : []));

/** What the address says and the text does not. */
function suppliedIn(address: KeyFacts, text: string): string[] {
  const session = findSessionMentions(text).some(
    (one) =>
      one.congress === address.congress &&
      one.session === address.session &&
      (one.body ?? address.body) === address.body,
  );
  return [
    ...(session ? [] : ['session']),
    ...(mentionsNumber(text, address.number) ? [] : ['number']),
  ];
}

/** The moment in Beijing, as `2026-11-23 09:00`. */
const moment = (now: Date): string =>
  new Date(now.getTime() + 8 * 3600e3).toISOString().slice(0, 16).replace('T', ' ');

/**
 * The first edition of a letter: front matter and body. `text` is the whole text that was received;
 * `address` where it is known; `questions` make a draft of it.
 */
export function composeEdition(
  found: Classified,
  text: string,
  address: KeyFacts | undefined,
  questions: Question[],
  now: Date,
  ask: Ask,
): string {
  const notes: Notes = new Map();
  const published = moment(now);
  const date =
    found.date === null ? undefined : dateFacts(found.date, text, published.slice(0, 10));
  if (date?.note) {
    notes.set('date', date.note);
    ask('落款日期', date.note.replace('此处照录，待发文机关核实。', '标为存疑，并加了注。'));
  }
  const body = bodyMarkdown(found.items, notes);
  const supplied = address ? suppliedIn(address, text) : [];
  const {
    title,
    docNumber,
    salutation,
    attachments,
    signatories,
    signature,
    remarks,
    copies,
    contact,
  } = found;
  const facts = {
    title: title.length === 0 ? suppliedTitle(address) : title.length === 1 ? title[0] : title,
    proposal: {
      ...(address && {
        body: address.body,
        congress: address.congress,
        session: address.session,
        number: address.number,
      }),
      title: found.proposal.title ?? NONE,
      lead: found.proposal.lead ?? NONE,
      ...(supplied.length > 0 && { supplied }),
    },
    ...(docNumber && { docNumber }),
    salutation: salutation ?? NONE,
    parts: {
      measures: headings(found.items).filter((heading) => !heading.supplied).length,
      nextSteps: headings(found.items).some((heading) => heading.supplied),
      closing: found.items.some((item) => item.type === 'closing'),
    },
    ...(attachments.length > 0 && { attachments }),
    signatories: signatories.length > 0 ? signatories : NONE,
    ...(!namesAlone(found) && { signature }),
    date: date ? { ...date, ...(date.note && { note: 'date' }) } : NONE,
    ...(remarks.length > 0 && { remarks }),
    ...(copies && { copies: { printed: copies, persons: personsIn(copies) } }),
    ...(contact.length > 0 && { contact: { lines: contact } }),
    ...(!isUsual(found.order) && { order: found.order }),
    summary: summaryOf(found, address),
    keywords: NONE,
    published,
    ...(found.omitted.length > 0 && { source: { omitted: found.omitted } }),
    ...(questions.length > 0 && {
      draft: true,
      questions: questions.map(({ where, what }) => ({ where, what })),
    }),
  };
  const front = stringify(facts, { lineWidth: 0 });
  return `---\n# 事实部分：每一项的含义见 content/README.md\n${front}---\n\n${body}\n`;
}
