import type { WordNode } from './word-node.ts';
import mammoth from 'mammoth';
import { readArchive } from './archive.ts';
import type { Line, Reading } from './lines.ts';
import { UNREADABLE, Unreadable } from './unreadable.ts';
import { findLost, NUMBERED } from './word-marks.ts';
import { tableLines } from './word-table.ts';

/** What Word shows besides text, by mammoth's type of node. */
const LOST: Record<string, string> = {
  image: '图片',
  noteReference: '脚注或尾注',
  commentReference: '批注',
};

/** Superscript or subscript, as in m². */
const RAISED = '上标或下标';

/** Names of the elements that mammoth reports as ignored; undefined for those without words. */
const IGNORED: [RegExp, string | undefined][] = [
  [/w:(?:cr|ptab)$/, undefined],
  [/w:sym/, '特殊符号'],
  [/w:ruby/, '拼音指南（注音的字）'],
  [/w:(?:fldSimple|pgNum)/, '域（如自动的页码、日期）'],
  [/unrecognised element/, '公式或嵌入的对象'],
];

/** The words of a node. A line break or a text box within a paragraph ends a line. Adds to `lost`. */
function readWords(node: WordNode, lost: Set<string>): string {
  const kind = LOST[node.type];
  if (kind) lost.add(kind);
  if (node.isStrikethrough) lost.add('删除线');
  if (/^su[bp]/.test(node.verticalAlignment ?? '')) lost.add(RAISED);
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  if (node.type === 'checkbox') return node.checked ? '☑' : '☐';
  const edge = node.type === 'paragraph' ? '\n' : '';
  return edge + (node.children ?? []).map((child) => readWords(child, lost)).join('') + edge;
}

/** Reads mammoth's tree of the document. No HTML is made of it. */
async function readTree(bytes: Uint8Array): Promise<{ children: WordNode[]; ignored: string[] }> {
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
  return { children, ignored: messages.map(({ message }) => message) };
}

/**
 * Reads a Word file as lines: paragraphs, and rows of tables. Headers, footers and words deleted
 * under revision are left out. Throws `Unreadable`.
 */
export async function readWord(bytes: Uint8Array): Promise<Reading> {
  const parts = new Map(
    [...(await readArchive(bytes))].map(([name, part]) => [
      name,
      Buffer.from(part).toString('utf8'),
    ]),
  );
  const { children, ignored } = await readTree(bytes).catch(() => {
    throw new Unreadable(...UNREADABLE.broken);
  });
  const lost = new Set(findLost(parts));
  for (const message of ignored) {
    const kind = IGNORED.find(([pattern]) => pattern.test(message))?.[1];
    if (kind) lost.add(kind);
  }
  const readParagraph = (node: WordNode): string => {
    const text = (node.children ?? []).map((child) => readWords(child, lost)).join('');
    if (node.numbering && text.trim()) lost.add(NUMBERED);
    return text;
  };
  const linesOf = (nodes: WordNode[]): Line[] =>
    nodes.flatMap((node): Line[] =>
      node.type === 'table'
        ? tableLines(node, readParagraph, linesOf)
        : readParagraph(node)
            .split('\n')
            .map((text) => ({ text })),
    );
  return { encoding: undefined, lines: linesOf(children), lost: [...lost] };
}
