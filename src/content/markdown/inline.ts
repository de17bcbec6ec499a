import type { FootnoteReference, PhrasingContent } from 'mdast';
import type { Inline, NoteReference } from '../../letter/letter.ts';

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

/** The words of phrasing content, as typed. */
export const plainText = (nodes: PhrasingContent[]): string =>
  nodes
    .map((node) =>
      'value' in node ? node.value : 'children' in node ? plainText(node.children) : '',
    )
    .join('');

/**
 * Phrasing content as inline values. `marks` has the mark of each reference to a note that exists. A link of
 * a note stays a link; a link in the letter's text becomes text, as typed. Nodes that the lint refuses are
 * left out.
 */
export function readInline(
  nodes: PhrasingContent[],
  marks: Map<object, NoteReference>,
  where: 'body' | 'note' = 'body',
): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return [{ type: 'text', value: unwrap(node.value) }];
    if (node.type === 'footnoteReference') return marks.has(node) ? [marks.get(node)!] : [];
    if (node.type !== 'link') return [];
    const text = plainText(node.children);
    return [
      where === 'note' ? { type: 'link', href: node.url, text } : { type: 'text', value: text },
    ];
  });
}

/** The label of a note or of a reference to it, as typed. */
export const labelOf = ({ label, identifier }: Pick<FootnoteReference, 'label' | 'identifier'>) =>
  label ?? identifier;
