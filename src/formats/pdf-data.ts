import encodeQR from 'qr';
import { isBracketed } from '../letter/contact.ts';
import { correctionLine } from '../letter/corrections.ts';
import { splitCopies } from '../letter/copies.ts';
import type { Part as LetterPart } from '../letter/order.ts';
import { partsOf } from '../letter/pieces.ts';
import { signOffs } from '../letter/sign-offs.ts';
import type { Block, Letter, NoteMark, Section } from '../letter/types.ts';
import { publishedMoment } from '../metadata/letter.ts';
import { absolute, letterPath } from '../site/addresses.ts';
import type { Site } from '../site/schema.ts';
import { lemmata } from '../typeset/lemma.ts';
import { paragraphParts, parts, wordParts, type Part } from '../typeset/parts.ts';
import { evenLines } from '../typeset/lines.ts';
import { phrases } from '../typeset/phrases.ts';

type Item =
  | { kind: 'heading'; level: number; part: boolean; text: string }
  | { kind: 'paragraph'; parts: Part[] }
  | { kind: 'table'; rows: Part[][][] };

const blockItem = (block: Block): Item =>
  block.type === 'paragraph'
    ? { kind: 'paragraph', parts: paragraphParts(block.content) }
    : { kind: 'table', rows: block.rows.map((row) => row.map(parts)) };

/** `part` tells （一） from 一、. A supplied heading is ours and stays out: the official form has the letter's words alone. */
const sectionItems = (section: Section, level: number, part = false): Item[] => [
  ...(section.supplied ? [] : [{ kind: 'heading' as const, level, part, text: section.heading }]),
  ...section.blocks.map(blockItem),
  ...section.sections.flatMap((below) => sectionItems(below, level + 1, true)),
];

/** Words and, after them, the place that a note speaks of. */
const marked = (text: string, mark: NoteMark | undefined): Part[] => [
  ...wordParts(text),
  ...(mark ? [{ keep: '', mark: mark.ref }] : []),
];

/** Our words after the letter. */
const APPENDIX = {
  title: '附页',
  words: '以上是答复全文。附页由公布这份答复的网站所加，不属于答复。',
  notes: '编者注',
  marks: '答复中有注的地方，在页边用竖线标出。',
  corrections: '更正',
  about: '关于这份文件',
  qr: '网址的二维码',
};
function about({ copies, contact }: Letter, site: Site): string[] {
  const moved = [
    ...(copies ? ['抄送移到末页下端'] : []),
    ...(contact && !isBracketed(contact.lines) ? ['联系方式加了括号'] : []),
  ];
  return [
    `这份文件由“${site.name}”网站用收到的文本排成公文版式，供阅读、转发和保存。它不是发文机关的正式文本，没有红头和印章。`,
    `文字与收到的文本一致。${moved.length > 0 ? `按照公文格式，${moved.join('，')}。` : ''}`,
  ];
}

type Run =
  | { kind: 'doc'; text: string }
  | { kind: 'to'; parts: Part[] }
  | { kind: 'title' }
  | { kind: 'body'; items: Item[] }
  | { kind: 'attachments' | 'remarks'; lines: string[] }
  | { kind: 'contact'; lines: Part[][]; bracketed: boolean }
  | { kind: 'sign'; names: string[]; date: Part[]; dateFirst: boolean };

/** The letter's parts in its own order, signature and date together; copies stand at the foot. */
function runsOf(letter: Letter): Run[] {
  const { opening, sections, closing, marks, date, contact } = letter;
  // Without a title of the letter's own, the sections are the first headings.
  const level = letter.titleSupplied ? 1 : 2;
  const one: Partial<Record<LetterPart, () => Run>> = {
    doc: () => ({ kind: 'doc', text: letter.docNumber ?? '' }),
    title: () => ({ kind: 'title' }),
    to: () => ({ kind: 'to', parts: wordParts(letter.salutation ?? '') }),
    body: () => ({
      kind: 'body',
      items: [
        ...opening.map(blockItem),
        ...sections.flatMap((section) => sectionItems(section, level)),
        ...closing.map(blockItem),
      ],
    }),
    attachments: () => ({ kind: 'attachments', lines: letter.attachments ?? [] }),
    remarks: () => ({ kind: 'remarks', lines: letter.remarks ?? [] }),
    contact: () => ({
      kind: 'contact',
      bracketed: isBracketed(contact?.lines ?? []),
      lines: (contact?.lines ?? []).map((line, index, { length }) =>
        marked(line, index === length - 1 ? marks.contact : undefined),
      ),
    }),
  };
  return signOffs(partsOf(letter).filter((part) => part !== 'cc')).flatMap((run): Run[] => {
    const [part] = run;
    if (part !== 'sign' && part !== 'date') return [one[part]?.()].filter((made) => !!made);
    const names = run.includes('sign') ? (letter.signature ?? letter.signatories) : [];
    const printed = run.includes('date') && date ? marked(date.printed, marks.date) : [];
    return [{ kind: 'sign', names, date: printed, dateFirst: part === 'date' }];
  });
}

/** Characters of a title that a line holds. */
const ACROSS = 20;

/** What src/typeset/letter.typ and appendix.typ set, as JSON can hold it. */
export function pdfData(letter: Letter, site: Site) {
  const { copies } = letter;
  const moment = new Date(publishedMoment(letter));
  const address = absolute(site, letterPath(letter));
  const lemma = lemmata(letter);
  return {
    title: letter.title.flatMap((line) => evenLines(line, ACROSS)).map(phrases),
    authors: letter.signatories,
    keywords: letter.keywords,
    summary: letter.summary,
    // When the file was published, in UTC: the letter's own date may be in doubt.
    published: {
      year: moment.getUTCFullYear(),
      month: moment.getUTCMonth() + 1,
      day: moment.getUTCDate(),
      hour: moment.getUTCHours(),
      minute: moment.getUTCMinutes(),
      second: 0,
    },
    runs: runsOf(letter),
    copies: copies ? splitCopies(copies.printed) : null,
    notes: letter.notes.map(({ refs, paragraphs }) => ({
      places: refs.flatMap((ref) => {
        const words = lemma.get(ref);
        return words === undefined ? [] : [{ ref, words: wordParts(words) }];
      }),
      paragraphs: paragraphs.map(parts),
    })),
    appendix: APPENDIX,
    corrections: letter.corrections.map(correctionLine),
    about: about(letter, site),
    address,
    qr: encodeQR(address, 'svg', { border: 1 }),
  };
}
