import type { WordNode } from './word-node.ts';
import mammoth from 'mammoth';
import { readArchive } from './archive.ts';
import type { Line, Reading } from './lines.ts';
import { UNREADABLE, Unreadable } from './unreadable.ts';
import { findLost, NUMBERED } from './word-marks.ts';
import { tableLines } from './word-table.ts';

/** What Word shows besides running text, by the node that stands for it. */
const LOST: Record<string, string> = {
  image: '图片',
  noteReference: '脚注或尾注',
  commentReference: '批注',
};

/** m2 with its 2 raised. */
const RAISED = '上标或下标';

/** What mammoth says that it passed over, and what that is called; what has no words, nothing. */
const PASSED_OVER: [RegExp, string | undefined][] = [
  [/w:(?:cr|ptab)$/, undefined],
  [/w:sym/, '特殊符号'],
  [/w:ruby/, '拼音指南（注音的字）'],
  [/w:(?:fldSimple|pgNum)/, '域（如自动的页码、日期）'],
  [/unrecognised element/, '公式或嵌入的对象'],
];

/** The words of a node; a line break, or a text box, within a paragraph ends a line. */
function words(node: WordNode, lost: Set<string>): string {
  const kind = LOST[node.type];
  if (kind) lost.add(kind);
  if (node.isStrikethrough) lost.add('删除线');
  if (/^su[bp]/.test(node.verticalAlignment ?? '')) lost.add(RAISED);
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  if (node.type === 'checkbox') return node.checked ? '☑' : '☐';
  const edge = node.type === 'paragraph' ? '\n' : '';
  return edge + (node.children ?? []).map((child) => words(child, lost)).join('') + edge;
}

/** mammoth's own tree of the document. No HTML is made of it. */
async function treeOf(bytes: Uint8Array): Promise<{ children: WordNode[]; passedOver: string[] }> {
  let children: WordNode[] = [];
  const transformDocument = (document: WordNode) => {
    children = document.children ?? [];
    return { ...document, children: [] };
  };
  const buffer = Buffer.from(bytes);
  const { messages } = await mammoth.convertToHtml(
    { buffer },
    { transformDocument, externalFileAccess: false },
  );
  return { children, passedOver: messages.map(({ message }) => message) };
}

/**
 * A Word file as lines: paragraphs, and rows of tables. Headers, footers and what was deleted under
 * revision are no part of it. Throws `Unreadable`.
 */
export async function readWord(bytes: Uint8Array): Promise<Reading> {
  const parts = new Map(
    [...(await readArchive(bytes))].map(([name, part]) => [
      name,
      Buffer.from(part).toString('utf8'),
    ]),
  );
  const { children, passedOver } = await treeOf(bytes).catch(() => {
    throw new Unreadable(...UNREADABLE.broken);
  });
  const lost = new Set(findLost(parts));
  for (const message of passedOver) {
    const kind = PASSED_OVER.find(([pattern]) => pattern.test(message))?.[1];
    if (kind) lost.add(kind);
  }
  const paragraph = (node: WordNode): string => {
    const text = (node.children ?? []).map((child) => words(child, lost)).join('');
    if (node.numbering && text.trim()) lost.add(NUMBERED);
    return text;
  };
  const linesOf = (nodes: WordNode[]): Line[] =>
    nodes.flatMap((node): Line[] =>
      node.type === 'table'
        ? tableLines(node, paragraph, linesOf)
        : paragraph(node)
            .split('\n')
            .map((text) => ({ text })),
    );
  return { encoding: undefined, lines: linesOf(children), lost: [...lost] };
}
