import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { isBox } from './fields.ts';
import {
  followTags,
  placeIn,
  readHtml,
  readTags,
  shortenAddress,
  wordsOfHtml,
  type Tag,
} from './html.ts';
import type { Mark, Occurrence, Place, SecondReading } from './occurrence.ts';

/** A text without the bars of its tables and their lines of dashes, which are no words. */
export const withoutRules = (text: string): string =>
  text.replaceAll(/^[ \t|:-]*\|[ \t|:-]*$/gm, '').replaceAll('|', '');

/** Counts all words of a text file. */
export const countText = (text: string): SecondReading => ({
  occurrences: [{ in: '正文', words: withoutRules(text), marks: [], running: true, paragraph: 1 }],
  unlike: [],
});

/** Tokens of links and pictures whose words are no text of the page. The name of a reference is that of its definition. */
const ASIDES: Record<string, Place | undefined> = {
  reference: undefined,
  definitionLabelString: '说明',
  definitionDestinationString: '网址',
  definitionTitleString: '说明',
  resourceDestinationString: '网址',
  resourceTitleString: '说明',
};
/** Tokens whose text is used unchanged. */
const LITERAL = [
  'data',
  'characterEscapeValue',
  'codeTextData',
  'codeFlowValue',
  'codeFencedFenceInfo',
  'codeFencedFenceMeta',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolink',
];

/** Returns true if the words of a link are its address, with its protocol or without. */
const isAddressOf = (words: string, address: string): boolean =>
  [words, `http://${words}`, `https://${words}`, `mailto:${words}`].some(
    (one) => one === address || `${one}/` === address,
  );

/** Returns true for an address; Markdown also takes the words of `[1]: 说明` for one. */
const looksLikeAddress = (words: string): boolean =>
  !/\p{Script=Han}/u.test(words) ||
  /^(?:[a-z][a-z+.-]*:|[/#.])|\.[a-z\d]{1,5}(?:[?#/]|$)/i.test(words);

/** Returns true for a star between digits or letters, as in 3*4*5, which Markdown takes for emphasis. */
const isMultiplication = (text: string, at: number): boolean =>
  /^[\da-z]\*[\da-z]$/i.test(text.slice(at - 1, at + 2));

/** Counts the words of a Markdown file by its tokens, without the signs of Markdown and the tags of HTML. */
export function countMarkdown(text: string): SecondReading {
  const occurrences: Occurrence[] = [];
  const unlike = new Set<string>();
  const marks: Mark[] = [];
  let paragraph = 0;
  /** The open lists, the innermost last: whether each is numbered. */
  const lists: boolean[] = [];
  /** The open tags of HTML, the innermost last; the first of them, by number, opened in blocks of HTML. */
  const tags: Tag[] = [];
  let tagsOfBlocks = 0;
  const put = (words: string, more: Partial<Occurrence> = {}) =>
    void occurrences.push({
      in: '正文',
      words,
      marks: [...marks, ...tags.flatMap((tag) => tag.marks)],
      running: true,
      paragraph,
      ...more,
    });
  /** The token whose inner tokens are skipped, since it was read as a whole or shows nothing. */
  let closed: object | undefined;
  /** The number of occurrences before the open link. */
  let linkFrom = 0;
  const chunks = preprocess()(text, undefined, true);
  const events = postprocess(
    parse({ extensions: [gfm({ singleTilde: false })] })
      .document()
      .write(chunks),
  );
  for (const [phase, token, context] of events) {
    const { type } = token;
    if (type === 'image') unlike.add('图片');
    if (type === 'link' && phase === 'enter') linkFrom = occurrences.length;
    if (closed === token) closed = undefined;
    else if (type === 'strikethrough' && phase === 'enter') marks.push('struck');
    else if (type === 'strikethrough') marks.pop();
    else if (/^list(?:Un)?[oO]rdered$/.test(type) && phase === 'enter')
      lists.push(type === 'listOrdered');
    else if (/^list(?:Un)?[oO]rdered$/.test(type)) lists.pop();
    else if (closed || phase === 'exit') continue;
    else if (/^(?:paragraph|atxHeading|setextHeading|tableRow|htmlFlow|code\w+)$/.test(type))
      [paragraph, tags.length] = [paragraph + 1, tagsOfBlocks];
    if (phase === 'exit' || closed) continue;
    const words = context.sliceSerialize(token);
    if (type in ASIDES) {
      const place = ASIDES[type];
      const shown = occurrences.slice(linkFrom).map((one) => one.words);
      const isShown = type === 'resourceDestinationString' && isAddressOf(shown.join(''), words);
      const isText = place === '网址' && !looksLikeAddress(words);
      if (place && !isShown)
        put(shortenAddress(words), {
          in: isText ? '其他文字' : place,
          running: false,
          marks: [],
        });
      closed = token;
    } else if (type === 'emphasisSequence' && isMultiplication(text, token.start.offset)) put('*');
    else if (LITERAL.includes(type)) {
      put(words, placeIn(tags));
      closed = token;
    } else if (type === 'characterReference') {
      put(wordsOfHtml(words));
      closed = token;
    } else if (type === 'htmlFlow' || type === 'htmlText') {
      const read = readTags(words);
      for (const one of [...read.flatMap(({ asides }) => asides), ...readHtml(words)])
        put(one.words, {
          ...one,
          running: one.in === undefined || one.in === '符号',
          marks: [...tags.flatMap((tag) => tag.marks), ...one.marks],
        });
      if (read.some(({ name }) => name === 'img')) unlike.add('图片');
      followTags(tags, read);
      tagsOfBlocks = type === 'htmlFlow' ? tags.length : Math.min(tagsOfBlocks, tags.length);
      closed = token;
    } else if (/^taskListCheckValue/.test(type)) put(`[${words}]`, { in: '符号', sign: isBox });
    else if (lists.at(-1) && (type === 'listItemValue' || type === 'listItemMarker')) put(words);
    else if (type === 'gfmFootnoteCallString' || type === 'gfmFootnoteDefinitionLabelString') {
      put(`[${words}]`);
      closed = token;
    }
  }
  if (occurrences.some((one) => one.running && one.marks.includes('raised')))
    unlike.add('上标或下标');
  return { occurrences, unlike: [...unlike] };
}
