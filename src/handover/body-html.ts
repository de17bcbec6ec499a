import { inlineText, type Block, type Inline, type Section } from '../letter/body.ts';
import type { Letter } from '../letter/letter.ts';
import { PARTS, type Part } from '../letter/parts.ts';
import { partText, presentParts } from '../letter/text.ts';
import { escapeHtml } from '../outputs/escape-html.ts';

/** Text as HTML. A space that a browser would drop, at an end or after another space, becomes a no-break space. */
const textHtml = (text: string): string => escapeHtml(text).replaceAll(/^ | $|(?<= ) /g, '&nbsp;');

const element = (name: string, text: string): string => `<${name}>${textHtml(text)}</${name}>`;

function tableHtml(rows: Inline[][][]): string {
  const lines = rows.map((cells, index) => {
    const name = index === 0 ? 'th' : 'td';
    return `<tr>${cells.map((cell) => element(name, inlineText(cell))).join('')}</tr>`;
  });
  return ['<table border="1">', ...lines, '</table>'].join('\n');
}

const blockHtml = (block: Block): string =>
  block.type === 'paragraph' ? element('p', inlineText(block.content)) : tableHtml(block.rows);

const sectionHtml = (section: Section, level: 2 | 3): string[] => [
  ...(section.supplied ? [] : [element(`h${level}`, section.heading)]),
  ...section.blocks.map(blockHtml),
  ...section.sections.flatMap((below) => sectionHtml(below, 3)),
];

function partHtml(letter: Letter, part: Part): string[] {
  const { opening, sections, closing } = letter;
  if (PARTS[part].layout === 'body')
    return [
      ...opening.map(blockHtml),
      ...sections.flatMap((section) => sectionHtml(section, 2)),
      ...closing.map(blockHtml),
    ];
  const isRight = /^(?:right-line|sign-off)$/.test(PARTS[part].layout);
  return partText(letter, part).map(
    ({ text }) => `<p${isRight ? ' align="right"' : ''}>${textHtml(text)}</p>`,
  );
}

/** The parts of a letter but its title, in its own order. */
const partsBelowTitle = (letter: Letter): Part[] =>
  presentParts(letter).filter((part) => part !== 'title');

/**
 * A letter without its title as HTML for a rich-text field: `h2`, `h3`, `p` and tables. The only attributes
 * are a table's border and the right edge of signature and date, which such fields keep. Supplied headings and
 * notes are left out, since they are editorial.
 */
export const bodyHtml = (letter: Letter): string =>
  `${partsBelowTitle(letter)
    .flatMap((part) => partHtml(letter, part))
    .join('\n')}\n`;

/** The same words as plain text, a paragraph a line; the cells of a table are separated by tabs. */
export const bodyPlainText = (letter: Letter): string =>
  `${partsBelowTitle(letter)
    .flatMap((part) => partText(letter, part).map(({ text }) => text))
    .join('\n')}\n`;
