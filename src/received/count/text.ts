import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { isBox } from './fields.ts';
import { readHtml, readTag, wordsOfHtml } from './html.ts';
import type { Mark, Occurrence, SecondReading } from './occurrence.ts';

/** A text without the bars of its tables and their lines of dashes, which are no words. */
export const withoutRules = (text: string): string =>
  text.replaceAll(/^[ \t|:-]*\|[ \t|:-]*$/gm, '').replaceAll('|', '');

/** Counts all words of a text file. */
export const countText = (text: string): SecondReading => ({
  occurrences: [{ in: '正文', words: withoutRules(text), marks: [], running: true, paragraph: 1 }],
  unlike: [],
});

/** Tokens without words of the text: addresses, titles and names of links, and the language of a code fence. */
const UNSHOWN = ['resource', 'reference', 'definition'];
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

/** Counts the words of a Markdown file by its tokens, without the signs of Markdown and the tags of HTML. */
export function countMarkdown(text: string): SecondReading {
  const occurrences: Occurrence[] = [];
  const unlike = new Set<string>();
  const marks: Mark[] = [];
  let paragraph = 0;
  /** The open lists, the innermost last: whether each is numbered. */
  const lists: boolean[] = [];
  /** The open tags of HTML within lines, the innermost last. */
  const tags: { name: string; marks: Mark[] }[] = [];
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
  let picture = false;
  const chunks = preprocess()(text, undefined, true);
  const events = postprocess(
    parse({ extensions: [gfm({ singleTilde: false })] })
      .document()
      .write(chunks),
  );
  for (const [phase, token, context] of events) {
    const { type } = token;
    if (type === 'image') picture = phase === 'enter';
    if (type === 'image') unlike.add('图片');
    if (closed === token) closed = undefined;
    else if (type === 'strikethrough' && phase === 'enter') marks.push('struck');
    else if (type === 'strikethrough') marks.pop();
    else if (/^list(?:Un)?[oO]rdered$/.test(type) && phase === 'enter')
      lists.push(type === 'listOrdered');
    else if (/^list(?:Un)?[oO]rdered$/.test(type)) lists.pop();
    else if (closed || phase === 'exit') continue;
    else if (UNSHOWN.includes(type)) {
      if (type === 'definition' || (type === 'resource' && !picture)) unlike.add('链接的网址');
      closed = token;
    } else if (/^(?:paragraph|atxHeading|setextHeading|tableRow|htmlFlow|code\w+)$/.test(type))
      [paragraph, tags.length] = [paragraph + 1, 0];
    if (phase === 'exit' || closed) continue;
    const words = context.sliceSerialize(token);
    if (LITERAL.includes(type)) {
      put(words);
      closed = token;
    } else if (type === 'characterReference') {
      put(wordsOfHtml(words));
      closed = token;
    } else if (type === 'htmlFlow' || type === 'htmlText') {
      const tag = type === 'htmlText' ? readTag(words) : undefined;
      if (tag?.closes) tags.splice(tags.findLastIndex(({ name }) => name === tag.name) >>> 0);
      else if (tag) tags.push(tag);
      for (const { words: read, marks, isComment } of readHtml(words))
        put(read, isComment ? { in: '注释', marks, running: false } : { marks });
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
