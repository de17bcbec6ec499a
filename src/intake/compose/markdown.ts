import { unpairedMarks } from '../../language/pairs.ts';
import type { Block } from '../body/blocks.ts';

/** Escapes every sign that Markdown could read as something other than itself. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~&#$]/g, '\\$&')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    // GFM reads a bare address unchanged up to the next space: escapes in it would become part of it.
    .replaceAll(/\b(https?(?=:\/\/[^\s\\]{0,1000}\\)|www(?=\.[^\s\\]{0,1000}\\))/gi, '$1\\');

/** Notes of the edition: Chinese texts by label. */
export type Notes = Map<string, string>;

/** A paragraph or cell as Markdown. Adds a note to `notes` if the letter's marks are not in pairs. */
function composeText(text: string, notes: Notes): string {
  if (unpairedMarks(text).length === 0) return escapeMarkdown(text);
  const label = `sic${notes.size + 1}`;
  notes.set(label, '原文这一处的引号、书名号或括号不成对，照录。');
  return `${escapeMarkdown(text)}[^${label}]`;
}

const tableLine = (cells: string[]) => `| ${cells.join(' | ')} |`;

function composeTable(rows: string[][], notes: Notes): string {
  const [head = [], ...rest] = rows.map((cells) => cells.map((cell) => composeText(cell, notes)));
  return [head, head.map(() => '---'), ...rest].map(tableLine).join('\n');
}

function composeBlock(block: Block, notes: Notes): string {
  if (block.type === 'closing') return '***';
  if (block.type === 'paragraph') return composeText(block.text, notes);
  if (block.type === 'table') return composeTable(block.rows, notes);
  const text = block.supplied ? `[${block.text}]` : escapeMarkdown(block.text);
  return `${'#'.repeat(block.level)} ${text}`;
}

/** The body of an edition as Markdown, with the notes of the front matter and its own at the end. */
export function composeBody(blocks: Block[], factNotes: Notes): string {
  const notes: Notes = new Map(factNotes);
  const written = blocks.map((block) => composeBlock(block, notes));
  const definitions = [...notes].map(([label, note]) => `[^${label}]: ${note}`);
  return [...written, ...definitions].join('\n\n');
}
