import type { Nodes } from 'mdast';
import { readMarkdown } from '../markdown.ts';
import { wordsOfHtml } from './html-words.ts';
import { tableRow, type Line } from './lines.ts';

/** The words of a node, without the signs of Markdown and the tags of HTML; a note's mark is [1]. */
function words(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return wordsOfHtml(node.value);
  if ('value' in node) return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'footnoteReference') return `[${node.label}]`;
  if (!('children' in node)) return '';
  return node.children.map(words).join('');
}

/** The number or bullet of a list's item as typed; a bullet is Markdown's, a number is the letter's. */
const itemMark = (text: string) => /^\s*(\d+[.)]\s*)/.exec(text)?.[1] ?? '';

/** The lines of a Markdown file, each on the line where it stands there. */
export function markdownLines(text: string): Line[] {
  const source = text.split(/\r\n|\n/);
  const lines: Line[] = source.map(() => ({ text: '' }));
  /** What HTML breaks into more lines than it has stands below its last one. */
  const more = new Map<Line, Line[]>();
  const put = (node: Nodes, mark = '') => {
    const start = node.position!.start.line - 1;
    if (node.type === 'table')
      for (const row of node.children)
        lines[row.position!.start.line - 1] = tableRow(row.children.map(words));
    else if (node.type === 'list')
      for (const item of node.children) put(item, itemMark(source[item.position!.start.line - 1]!));
    else if (node.type === 'footnoteDefinition')
      node.children.forEach((child, index) => put(child, index === 0 ? `[${node.label}] ` : ''));
    else if (node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem')
      node.children.forEach((child, index) => put(child, index === 0 ? mark : ''));
    else
      (mark + words(node)).split('\n').forEach((text, index) => {
        const last = node.position!.end.line - 1;
        if (start + index <= last) lines[start + index]!.text += text;
        else more.set(lines[last]!, [...(more.get(lines[last]!) ?? []), { text }]);
      });
  };
  put(readMarkdown(source.join('\n')));
  return lines.flatMap((line) => [line, ...(more.get(line) ?? [])]);
}
