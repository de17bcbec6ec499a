import { readFileSync } from 'node:fs';
import type { Letter } from '../letter/letter.ts';
import type { Site } from '../content/site-schema.ts';
import { balanceLines, breakBySense, textWidth } from '../language/title-lines.ts';
import { typesetCard, type CardColors } from '../typst/typeset.ts';

/** Text as card.typ sets it: its lines, and the size of its characters in px. */
interface Block {
  lines: string[];
  size: number;
}

/** The site's colours on a light ground, as tokens.css names them: `{ paper: '#fbf9f4', … }`. */
const COLORS: CardColors = Object.fromEntries(
  [
    ...readFileSync('src/styles/tokens.css', 'utf8')
      .split('@media')[0]!
      .matchAll(/--(\w+): (#\w+);/g),
  ].map(([, name, color]) => [name, color]),
);

/** The width of the text in px. Some chats cut the picture to its middle square, 630 px wide. */
const TEXT_WIDTH = 550;

/**
 * Breaks a text into balanced lines, at the first of `sizes` (in px) that needs at most `mostLines`, or else
 * at the last.
 */
function fitText(text: string, sizes: number[], mostLines: number): Block {
  let block: Block = { lines: [], size: 0 };
  for (const size of sizes) {
    block = { lines: text ? balanceLines(text, TEXT_WIDTH / size) : [], size };
    if (block.lines.length <= mostLines) break;
  }
  return block;
}

const TITLE = [60, 50, 46, 40, 34, 28];
const TEXT = [30, 26, 22, 18];

/** Breaks a title by sense, as large as its lines allow, or anywhere if they would be too small to read. */
function fitTitle(title: string[]): Block {
  const lines = title.flatMap(breakBySense);
  const size = Math.min(TITLE[0]!, Math.floor(TEXT_WIDTH / Math.max(...lines.map(textWidth))));
  return lines.length <= 3 && size >= 34
    ? { lines, size }
    : fitText(title.join(''), TITLE.slice(2), 3);
}

/** The share image of a letter: who answered, to which proposal. 1200 × 630 px, PNG. */
export function letterCard(letter: Letter, site: Site): Promise<Uint8Array> {
  const { key, title, signatories, proposal } = letter;
  const data = {
    above: site.name,
    title: fitTitle(title),
    about: fitText(proposal.title === null ? '' : `《${proposal.title}》`, TEXT, 3),
    below: fitText(signatories.join('、'), TEXT, 2),
  };
  return typesetCard(data, COLORS, `content/${key}.md`);
}

/** The share image of the site's other pages. */
export const siteCard = (site: Site): Promise<Uint8Array> =>
  typesetCard(
    {
      above: site.place.city,
      title: fitText(site.name, TITLE, 2),
      about: fitText(site.description, TEXT, 3),
      below: fitText('', TEXT, 0),
    },
    COLORS,
    'content/site.yaml',
  );
