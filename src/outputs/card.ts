import type { Letter } from '../letter/letter.ts';
import type { Site } from '../content/site-schema.ts';
import { balanceLines, breakBySense, textWidth } from '../language/title-lines.ts';
import { typesetCard } from '../typst/typeset.ts';

/** Text as card.typ sets it: its lines, and their size in px. */
interface Block {
  lines: string[];
  size: number;
}

/** What is read stands within 550 of the middle square's 630 px. */
const ACROSS = 550;

/** A text in as few lines as its size allows, at the first size at which they are not too many. */
function fit(text: string, sizes: number[], mostLines: number): Block {
  let block: Block = { lines: [], size: 0 };
  for (const size of sizes) {
    block = { lines: text ? balanceLines(text, ACROSS / size) : [], size };
    if (block.lines.length <= mostLines) break;
  }
  return block;
}

const TITLE = [60, 50, 46, 40, 34, 28];
const TEXT = [30, 26, 22, 18];

/** A title cut by sense, as large as its lines allow; cut elsewhere too, where they would be too small to read. */
function fitTitle(title: string[]): Block {
  const lines = title.flatMap(breakBySense);
  const size = Math.min(TITLE[0]!, Math.floor(ACROSS / Math.max(...lines.map(textWidth))));
  return lines.length <= 3 && size >= 34 ? { lines, size } : fit(title.join(''), TITLE.slice(2), 3);
}

/** The share image of a letter: who answered, to which proposal. 1200 × 630 px, PNG. */
export function letterCard(letter: Letter, site: Site): Promise<Uint8Array> {
  const { key, title, signatories, proposal } = letter;
  const data = {
    above: site.name,
    title: fitTitle(title),
    about: fit(proposal.title === null ? '' : `《${proposal.title}》`, TEXT, 3),
    below: fit(signatories.join('、'), TEXT, 2),
  };
  return typesetCard(data, `content/${key}.md`);
}

/** The share image of the site's other pages. */
export const siteCard = (site: Site): Promise<Uint8Array> =>
  typesetCard(
    {
      above: site.place.city,
      title: fit(site.name, TITLE, 2),
      about: fit(site.description, TEXT, 3),
      below: fit('', TEXT, 0),
    },
    'content/site.yaml',
  );
