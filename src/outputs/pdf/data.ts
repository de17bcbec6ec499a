import encodeQR from 'qr';
import { isBracketed } from '../../letter/contact.ts';
import { correctionLine } from '../../letter/schema/corrections.ts';
import { splitCopies } from '../../letter/copies.ts';
import { groupSignOffs, PARTS, type Layout, type Part } from '../../letter/parts.ts';
import { partsAroundTitle, partText, presentParts } from '../../letter/text.ts';
import type { Block, Letter, NoteReference, Section } from '../../letter/letter.ts';
import { publishedMoment } from '../../letter/moments.ts';
import { absoluteUrl } from '../../site/urls.ts';
import { letterPath } from '../../permalinks/paths.ts';
import type { Site } from '../../content/site-schema.ts';
import { noteLemmas } from '../../typography/note-lemmas.ts';
import { inOfficialOrder } from './official-order.ts';
import { paragraphRuns, textRuns, numberRuns, type TextRun } from '../../typography/text-runs.ts';
import { balanceLines } from '../../language/title-lines.ts';
import { splitPhrases } from '../../language/phrases.ts';

type Item =
  | { kind: 'heading'; level: number; part: boolean; text: string }
  | { kind: 'paragraph'; parts: TextRun[] }
  | { kind: 'table'; rows: TextRun[][][] };

const blockItem = (block: Block): Item =>
  block.type === 'paragraph'
    ? { kind: 'paragraph', parts: paragraphRuns(block.content) }
    : { kind: 'table', rows: block.rows.map((row) => row.map(paragraphRuns)) };

/** `part` is true for （一）, false for 一、. A supplied heading is left out: the official form has only the letter's words. */
const sectionItems = (section: Section, level: number, part = false): Item[] => [
  ...(section.supplied ? [] : [{ kind: 'heading' as const, level, part, text: section.heading }]),
  ...section.blocks.map(blockItem),
  ...section.sections.flatMap((below) => sectionItems(below, level + 1, true)),
];

/** Text and, after it, the reference of a note. */
const marked = (text: string, mark: NoteReference | undefined): TextRun[] => [
  ...numberRuns(text),
  ...(mark ? [{ keep: '', mark: mark.ref }] : []),
];

/** The words of the appendix, which are editorial. */
const APPENDIX = {
  title: '附页',
  words: '以上是答复全文。附页由公布这份答复的网站所加，不属于答复。',
  notes: '编者注',
  marks: '答复中有注的地方，在页边用竖线标出。',
  corrections: '更正',
  about: '关于这份文件',
  qr: '网址的二维码',
};
/** The statements of the appendix about the file: only those that are true of this letter. */
function about(letter: Letter, site: Site): string[] {
  const { copies, contact } = letter;
  const moved = [
    ...(partsAroundTitle(letter).below.includes('category') ? ['办理类别移到首页右上角'] : []),
    ...(copies ? ['抄送移到末页下端'] : []),
    ...(contact && !isBracketed(contact.lines) ? ['联系方式加了括号'] : []),
  ];
  return [
    `这份文件由“${site.name}”网站用收到的文本排成公文版式，供阅读、转发和保存。它不是发文机关的正式文本，没有红头和印章。`,
    `文字与收到的文本一致。${moved.length > 0 ? `按照公文格式，${moved.join('，')}。` : ''}`,
  ];
}

/** The lines of a part. */
const linesOf = (letter: Letter, part: Part) => partText(letter, part).map(({ text }) => text);

/**
 * The arguments of each function in `layouts` of letter.typ. A group is a single part, or signature and date.
 * If a layout is missing there, the typesetting stops.
 */
const LAYOUTS = {
  title: () => ({}),
  'right-line': (letter, [part]) => ({ lines: linesOf(letter, part) }),
  'flush-line': (letter, [part]) => ({ lines: linesOf(letter, part).map(numberRuns) }),
  'indented-lines': (letter, [part]) => ({ lines: linesOf(letter, part) }),
  'hanging-lines': (letter, [part]) => ({ lines: linesOf(letter, part) }),
  body: ({ opening, sections, closing, titleSupplied }) => {
    // Without a title of the letter's own, the sections are the first headings.
    const level = titleSupplied ? 1 : 2;
    return {
      items: [
        ...opening.map(blockItem),
        ...sections.flatMap((section) => sectionItems(section, level)),
        ...closing.map(blockItem),
      ],
    };
  },
  'sign-off': ({ signatories, signature = signatories, date, marks }, group) => ({
    names: group.includes('sign') ? signature : [],
    date: group.includes('date') && date ? marked(date.printed, marks.date) : [],
    dateFirst: group[0] === 'date',
  }),
  contact: ({ contact, marks }) => ({
    bracketed: isBracketed(contact?.lines ?? []),
    lines: (contact?.lines ?? []).map((line, index, { length }) =>
      marked(line, index === length - 1 ? marks.contact : undefined),
    ),
  }),
  copies: ({ copies }) => splitCopies(copies?.printed ?? ''),
} satisfies Record<Layout, (letter: Letter, group: [Part, ...Part[]]) => object>;

/** A part as letter.typ sets it. */
type PartData = { [L in Layout]: { layout: L } & ReturnType<(typeof LAYOUTS)[L]> }[Layout];

/** The letter's parts in the order of the official form. */
const partsOf = (letter: Letter): PartData[] =>
  groupSignOffs(inOfficialOrder(presentParts(letter), (part) => part)).map((group) => {
    const { layout } = PARTS[group[0]];
    return { layout, ...LAYOUTS[layout](letter, group) } as PartData;
  });

/** The most characters in a line of the title. */
const TITLE_LINE = 20;

/** The data for src/typst/letter.typ and appendix.typ, as JSON can express them. */
export function pdfData(letter: Letter, site: Site) {
  const moment = new Date(publishedMoment(letter));
  const address = absoluteUrl(site, letterPath(letter));
  const lemma = noteLemmas(letter);
  return {
    title: letter.title.flatMap((line) => balanceLines(line, TITLE_LINE)).map(splitPhrases),
    authors: letter.signatories,
    keywords: letter.keywords,
    summary: letter.summary,
    // The moment of publication in UTC, since the letter's own date may be in doubt.
    published: {
      year: moment.getUTCFullYear(),
      month: moment.getUTCMonth() + 1,
      day: moment.getUTCDate(),
      hour: moment.getUTCHours(),
      minute: moment.getUTCMinutes(),
      second: 0,
    },
    parts: partsOf(letter),
    notes: letter.notes.map(({ refs, paragraphs }) => ({
      places: refs.flatMap((ref) => {
        const words = lemma.get(ref);
        return words === undefined ? [] : [{ ref, words: numberRuns(words) }];
      }),
      paragraphs: paragraphs.map(textRuns),
    })),
    appendix: APPENDIX,
    corrections: letter.corrections.map(correctionLine),
    about: about(letter, site),
    address,
    qr: encodeQR(address, 'svg', { border: 1 }),
  };
}
