import { unpairedMarks } from '../../language/pairs.ts';
import type { BodyBlock } from '../body/blocks.ts';

/** Words as Markdown that reads as those words: every sign that could mean something else is escaped. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~&#$]/g, '\\$&')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** Notes that the edition needs, by name; Chinese. */
export type Notes = Map<string, string>;

/** A paragraph or cell; where the letter's own marks are not in pairs, with the note that says so. */
function words(text: string, notes: Notes): string {
  if (unpairedMarks(text).length === 0) return escapeMarkdown(text);
  const name = `sic${notes.size + 1}`;
  notes.set(name, '原文这一处的引号、书名号或括号不成对，照录。');
  return `${escapeMarkdown(text)}[^${name}]`;
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** The body of an edition. */
export function bodyMarkdown(items: BodyBlock[], notes: Notes): string {
  const blocks = items.map((item) => {
    if (item.type === 'closing') return '***';
    if (item.type === 'paragraph') return words(item.text, notes);
    if (item.type === 'heading')
      return `${'#'.repeat(item.level)} ${item.supplied ? `[${item.text}]` : escapeMarkdown(item.text)}`;
    const [head = [], ...rest] = item.rows.map((cells) => cells.map((cell) => words(cell, notes)));
    return [row(head), row(head.map(() => '---')), ...rest.map(row)].join('\n');
  });
  const written = [...notes].map(([name, note]) => `[^${name}]: ${note}`);
  return [...blocks, ...written].join('\n\n');
}
