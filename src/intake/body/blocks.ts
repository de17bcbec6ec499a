import { foldVariants } from '../../language/fold.ts';
import type { Question } from '../questions.ts';
import type { Row } from '../rows.ts';
import {
  findOrdinal,
  findRunInHeading,
  isPhrase,
  isUnnumberedHeading,
  opensNextSteps,
  type Ordinal,
} from './headings.ts';
import { reflow } from './reflow.ts';

/** A heading. `ordinal` is as printed, null if there is none; `supplied` headings are editorial. */
interface HeadingBlock {
  type: 'heading';
  level: 2 | 3;
  ordinal: string | null;
  text: string;
  supplied: boolean;
}
/** A block of the letter's body; `line` is the line of the received file where it begins. */
export type Block =
  | HeadingBlock
  | { type: 'paragraph'; text: string; line: number }
  | { type: 'table'; rows: string[][]; line: number }
  | { type: 'closing' };

/** The headings of a letter's sections. */
export const sectionHeadings = (blocks: Block[]): HeadingBlock[] =>
  blocks.flatMap((block) => (block.type === 'heading' && block.level === 2 ? block : []));

/** The most paragraphs of a closing, and the most characters of each. */
const CLOSING = { paragraphs: 5, characters: 200 };
/** Matches the first words of a closing's paragraph. */
const THANKS =
  /^(?:最后|感谢|衷心|再次|非常感谢|十分感谢|真诚|诚挚|诚恳|特此|专此|此复|此致|敬礼|以上(?:答复|回复|意见|是)|欢迎|希望(?:您|你|各位|贵)|(?:如|若)(?:您|你|对|有|贵)|(?:您|你们?)对|恳请|敬请|请(?:您|你|将|填|对|在|予)|谢谢|顺(?:祝|颂|致)|对(?:您|你)|《?.{0,12}征询意见)/;

/** The heading at the start of a row, and the words after it. */
interface StartingHeading extends Ordinal {
  text: string;
  rest: string;
}

function findHeading(row: Row): StartingHeading | undefined {
  const found = row.cells ? undefined : findOrdinal(row.text);
  if (!found) return undefined;
  const { level, length } = found;
  if (isPhrase(row.text.slice(length))) return { ...found, text: row.text, rest: '' };
  // （一）短语。…… stays one paragraph; 一、短语。…… is a measure with its heading.
  const text = level === 2 ? findRunInHeading(row.text, length) : undefined;
  return text === undefined
    ? undefined
    : { ...found, text, rest: row.text.slice(text.length).trim() };
}

const isSectionHeading = (block: Block | undefined) =>
  block?.type === 'heading' && block.level === 2;

/** Adds a table row to the blocks: to the table that they end with, if that is equally wide. */
function addTableRow(blocks: Block[], cells: string[], line: number): void {
  const last = blocks.at(-1);
  if (last?.type === 'table' && last.rows[0]?.length === cells.length) last.rows.push(cells);
  else blocks.push({ type: 'table', rows: [cells], line });
}

const isThanks = ({ text }: Row) => THANKS.test(foldVariants(text));

/**
 * The heading of each row, if any. If some of the paragraphs 一、二、三、 are too long for headings, and none of
 * the others has words below it, none of them is a heading.
 */
function findHeadings(rows: Row[]): (StartingHeading | undefined)[] {
  const headings = rows.map(findHeading);
  const numbered = rows.map((row) => !row.cells && findOrdinal(row.text)?.level === 2);
  const isOpener = (index: number) => {
    const next = rows[index + 1];
    return next !== undefined && !numbered[index + 1] && !isThanks(next);
  };
  const sections = headings.map((heading) => heading?.level === 2);
  const hasWords = sections.some(
    (section, index) => section && (headings[index]!.rest !== '' || isOpener(index)),
  );
  return hasWords || numbered.every((isNumbered, index) => !isNumbered || sections[index])
    ? headings
    : headings.map((heading) => (heading?.level === 2 ? undefined : heading));
}

/** Rows as headings, paragraphs and tables. */
function toBlocks(rows: Row[]): Block[] {
  const blocks: Block[] = [];
  const headings = findHeadings(rows);
  const numbered = headings.some(Boolean);
  const withLevel2 = headings.some((heading) => heading?.level === 2);
  const unnumbered = rows.filter((row) => !row.cells && isUnnumberedHeading(row.text)).length;
  rows.forEach((row, index) => {
    const { line } = row;
    if (row.cells && (rows[index - 1]?.cells || rows[index + 1]?.cells)) {
      addTableRow(blocks, row.cells, line);
      return;
    }
    const heading = headings[index];
    // A heading of level 3 needs a section above it, or a letter without sections.
    if (heading && (heading.level === 2 || !withLevel2 || blocks.some(isSectionHeading))) {
      const { ordinal, text, rest } = heading;
      const level = withLevel2 ? heading.level : 2;
      blocks.push({ type: 'heading', level, ordinal, text, supplied: false });
      if (rest) blocks.push({ type: 'paragraph', text: rest, line });
    } else if (
      !findOrdinal(row.text) &&
      isUnnumberedHeading(row.text) &&
      (unnumbered > 1 || (numbered && index > 0))
    )
      blocks.push({ type: 'heading', level: 2, ordinal: null, text: row.text, supplied: false });
    else if (row.text)
      blocks.push({ type: 'paragraph', text: row.text.replaceAll('\t', ' '), line });
  });
  return blocks;
}

const belongsToClosing = (block: Block | undefined) =>
  block?.type === 'paragraph' &&
  block.text.length <= CLOSING.characters &&
  THANKS.test(foldVariants(block.text));

/** Inserts the mark of the closing before the closing's first paragraph. */
function markClosing(blocks: Block[]): Block[] {
  let start = blocks.length;
  while (blocks.length - start < CLOSING.paragraphs && belongsToClosing(blocks[start - 1])) start--;
  // A heading needs words, and a letter more than its closing.
  while (start < blocks.length && (start === 0 || blocks[start - 1]?.type === 'heading')) start++;
  return start === blocks.length
    ? blocks
    : [...blocks.slice(0, start), { type: 'closing' }, ...blocks.slice(start)];
}

/** Inserts an editorial heading before next steps that follow the last measure without a heading. */
function headNextSteps(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex(isSectionHeading);
  if (last < 0) return blocks;
  const first = blocks.findIndex(
    (block) => block.type === 'paragraph' && opensNextSteps(block.text),
  );
  // If an earlier measure contains or consists of next steps, the last measure does so too.
  const heading = blocks[last];
  const headed = heading?.type === 'heading' && /下一?步|下一?阶段|今后|打算/.test(heading.text);
  if (first < last + 2 || headed) return blocks;
  const supplied: Block = {
    type: 'heading',
    level: 2,
    ordinal: null,
    text: '下一步',
    supplied: true,
  };
  return [...blocks.slice(0, first), supplied, ...blocks.slice(first)];
}

/** Reads the rows of a letter's body as blocks; `pageStarts` are the rows that start a page. */
export function readBody(
  rows: Row[],
  pageStarts: Set<Row>,
): { blocks: Block[]; questions: Question[] } {
  const { rows: joined, questions } = reflow(rows, pageStarts);
  return { blocks: markClosing(headNextSteps(toBlocks(joined))), questions };
}
