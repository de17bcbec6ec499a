import type { ListItem, Nodes } from 'mdast';
import { readMarkdown } from '../markdown.ts';
import { readUnseenTag, wordsOfHtml } from './html-words.ts';
import { tableRow, type Line } from './lines.ts';

/** The words of a node without Markdown's signs and HTML's tags; a reference to a note is `[1]`. */
function readWords(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return wordsOfHtml(node.value);
  if ('value' in node) return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'footnoteReference') return `[${node.label}]`;
  if (!('children' in node)) return '';
  let isUnseen = false;
  const words = node.children.map((child) => {
    const tag = child.type === 'html' ? readUnseenTag(child.value) : undefined;
    if (tag) isUnseen = tag === 'opens';
    return isUnseen ? '' : readWords(child);
  });
  return words.join('');
}

/** The number of a list item as typed. Bullets are Markdown's signs and not returned. */
const findItemNumber = (text: string) => /^\s*(\d+[.)]\s*)/.exec(text)?.[1] ?? '';

/** The box of a task, ticked or not, with a space; `''` for other items. */
const boxOf = ({ checked }: ListItem) =>
  typeof checked === 'boolean' ? `${checked ? '☑' : '☐'} ` : '';

/** The line of a block of HTML: a row of its table, in which each cell is between two tabs, or a text. */
const htmlLine = (text: string): Line =>
  text.includes('\t')
    ? tableRow(
        text
          .replaceAll(/^\t|\t$/g, '')
          .split('\t\t')
          .map((cell) => cell.trim()),
      )
    : { text };

/** Reads a Markdown file as lines; each keeps its line number in the file. */
export function markdownLines(text: string): Line[] {
  const source = text.split(/\r\n|[\n\r]/);
  const lines: Line[] = source.map(() => ({ text: '' }));
  /** Lines to insert below others, for HTML with more lines of words than lines in the file. */
  const more = new Map<Line, Line[]>();
  const put = (node: Nodes, mark = '') => {
    const start = node.position!.start.line - 1;
    if (node.type === 'table')
      for (const row of node.children)
        lines[row.position!.start.line - 1] = tableRow(
          // A line break in a cell is a space: a row is one line.
          row.children.map((cell) => readWords(cell).replaceAll('\n', ' ')),
        );
    else if (node.type === 'list')
      for (const item of node.children)
        put(item, findItemNumber(source[item.position!.start.line - 1]!) + boxOf(item));
    else if (node.type === 'footnoteDefinition')
      node.children.forEach((child, index) => put(child, index === 0 ? `[${node.label}] ` : ''));
    else if (node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem')
      node.children.forEach((child, index) => put(child, index === 0 ? mark : ''));
    else
      (mark + readWords(node)).split('\n').forEach((text, index) => {
        const last = node.position!.end.line - 1;
        const line = node.type === 'html' ? htmlLine(text) : { text };
        if (start + index > last) more.set(lines[last]!, [...(more.get(lines[last]!) ?? []), line]);
        else lines[start + index] = { ...line, text: lines[start + index]!.text + line.text };
      });
  };
  put(readMarkdown(source.join('\n')));
  return lines.flatMap((line) => [line, ...(more.get(line) ?? [])]);
}
