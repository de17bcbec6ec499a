import { isMap, isPair, isScalar, visit, type Document, type Scalar } from 'yaml';
import { inlineText } from '../letter/body.ts';
import type { DraftLetter, Letter } from '../letter/letter.ts';
import { PART_ORDER, PARTS } from '../letter/parts.ts';
import { letterText } from '../letter/text.ts';
import { RECEIVED_PLACE } from '../letter/withholding.ts';
import { countMatches } from './words.ts';

/** Facts that are not words: numbers and dates are not replaced. */
const NO_WORDS = ['on', 'edtf', 'published', 'decision', 'at', 'p', 'id', 'order'];

/** A text of a YAML document: its path, its node, and its offset in the file. */
interface YamlText {
  path: string[];
  node: Scalar<string>;
  offset: number;
}

/** The texts of a YAML document, without facts that are not words. */
export function textsOf(document: Document): YamlText[] {
  const found: YamlText[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      const path = ancestors.flatMap((parent) =>
        isPair(parent) && isScalar(parent.key) ? String(parent.key.value) : [],
      );
      const isWord = !path.some((name) => NO_WORDS.includes(name)) && path.at(-1) !== 'date';
      if (key !== 'key' && isWord && typeof node.value === 'string')
        found.push({ path, node: node as Scalar<string>, offset: node.range?.[0] ?? 0 });
    },
  });
  return found;
}

/** The place of a text of the front matter; undefined for a text that a fragment of the letter prints. */
function placeOfFact(path: string[], document: Document): string | undefined {
  const [top = ''] = path;
  if (path.includes('persons')) return 'persons';
  if (top === 'signatories' && isMap(document.contents) && document.contents.has('signature'))
    return top;
  if (PART_ORDER.some((part) => Object.hasOwn(PARTS[part].fields, top))) return undefined;
  return top === 'source' ? RECEIVED_PLACE : top;
}

/** A place of the words: their number there, and the offset in the front matter or the figures, if they are there. */
export interface Place {
  at: string;
  count: number;
  offset?: number;
}

/** Finds the places of the words in an edition: in the letter, fragment by fragment, then in the editorial texts. */
export function findPlaces(
  letter: Letter | DraftLetter,
  front: Document,
  figures: Document | undefined,
  pattern: RegExp,
): Place[] {
  const places: Place[] = [
    ...letterText(letter).map(({ id, text }) => ({ at: id, count: countMatches(text, pattern) })),
    ...letter.notes.map(({ id, paragraphs }) => ({
      at: id,
      count: paragraphs.reduce(
        (total, content) => total + countMatches(inlineText(content), pattern),
        0,
      ),
    })),
    ...textsOf(front).flatMap(({ path, node, offset }) => {
      const at = placeOfFact(path, front);
      return at ? { at, count: countMatches(node.value, pattern), offset } : [];
    }),
    ...(figures ? textsOf(figures) : []).map(({ node, offset }) => ({
      at: 'figures',
      count: countMatches(node.value, pattern),
      offset,
    })),
  ];
  return [...Map.groupBy(places, ({ at }) => at)].flatMap(([at, all]) => {
    const found = all.filter(({ count }) => count > 0);
    const [first] = found;
    if (!first) return [];
    return [{ ...first, at, count: found.reduce((total, { count }) => total + count, 0) }];
  });
}
