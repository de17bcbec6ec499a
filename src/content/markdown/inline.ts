import type { PhrasingContent } from 'mdast';
import { isSafeLink } from './links.ts';
import type { Fail } from '../../diagnostics.ts';
import type { Inline } from '../../letter/letter.ts';

const REFUSED: Record<string, [string, string]> = {
  html: ['有 HTML 标签', '删去标签，只留文字；要写 < 本身，写成 \\<'],
  strong: ['有加粗（**）', '答复照录文字，不加格式；要写星号本身，写成 \\*'],
  emphasis: ['有斜体（* 或 _）', '答复照录文字，不加格式；要写星号或下划线本身，写成 \\* 或 \\_'],
  delete: ['有删除线（~~）', '答复照录文字，不加格式；要写波浪号本身，写成 \\~'],
  inlineCode: ['有反引号（`）', '删去反引号'],
  image: ['有图片', '答复只收文字'],
  imageReference: ['有图片', '答复只收文字'],
  linkReference: ['有引用式链接', '写成完整的网址'],
};

/** Joins the lines of a wrapped paragraph: Chinese without a gap, other words with a space. */
function unwrap(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  let joined = first;
  let last = first.trimEnd().at(-1) ?? '';
  for (const line of rest) {
    const next = line.trimStart();
    const gap = /[\x21-\x7E]/.test(last) && /[\x21-\x7E]/.test(next[0] ?? '');
    joined = `${joined.trimEnd()}${gap ? ' ' : ''}${next}`;
    last = next.trimEnd().at(-1) ?? last;
  }
  return joined;
}

const plain = (nodes: PhrasingContent[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : ''))
    .join('');

/**
 * Phrasing content as inline values. `note` turns a footnote's label into its mark, or undefined
 * where there is no such note; what a letter cannot hold goes to `fail`.
 */
export function readInline(
  nodes: PhrasingContent[],
  note: (label: string, line: number) => Inline | undefined,
  fail: Fail,
  inNote: boolean,
): Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'text') {
      // A reference to a note that nobody wrote is left in the text as typed.
      for (const [, label = ''] of node.value.matchAll(/\[\^([^\]]+)\]/g)) note(label, line);
      result.push({ type: 'text', value: unwrap(node.value) });
    }
    if (node.type === 'footnoteReference') {
      const mark = note(node.label ?? node.identifier, line);
      if (mark) result.push(mark);
    } else if (node.type === 'link') {
      const text = plain(node.children);
      // An address in the text is read as a link; in a letter it stays the text that it is.
      const literal = node.url.replace(/^(?:mailto:|http:\/\/)/, '') === text || node.url === text;
      if (!inNote && literal) result.push({ type: 'text', value: text });
      else if (!isSafeLink(node.url))
        fail(
          line,
          `链接“${node.url}”不安全或不完整`,
          '只用 https://、http://、mailto: 或 tel: 开头的地址',
        );
      else if (!inNote) fail(line, `正文里有链接“${text}”`, '只留文字；链接写在注里');
      else if (/[^\x21-\x7E]/.test(node.url))
        fail(line, `网址“${node.url}”连着后面的汉字`, '写成 [文字](网址)');
      else result.push({ type: 'link', href: node.url, text });
    } else if (node.type !== 'break' && node.type !== 'text') {
      const [message, help] = REFUSED[node.type] ?? ['有不认识的格式', '只写文字'];
      fail(line, message, help);
    }
  }
  return result;
}
