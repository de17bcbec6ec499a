import { findDisclosureMarks } from '../../disclosure/marks.ts';
import { findPersonalData } from '../../disclosure/personal-data.ts';
import { visibleText } from '../../language/hidden.ts';
import { inlineText } from '../../letter/body.ts';
import type { Letter } from '../../letter/letter.ts';
import { countWithheld, RECEIVED_PLACE } from '../../letter/withholding.ts';
import { editorialTexts } from '../../letter/editorial.ts';
import { isAside } from '../../received/count/index.ts';
import type { Check, Finding } from './check.ts';

const REVIEW = '写 review: {by: 审查人, on: 日期, decision: 公开}';

/** A letter has been reviewed if its received file is marked as secret, internal or not for the public. */
export const checkMarks: Check = ({ letter: { review, source }, received }) => {
  if (review?.decision === '不公开')
    return [
      {
        path: ['review', 'decision'],
        message: '审查的决定是不公开',
        help: '把它的文件移出 content 文件夹，不要提交',
      },
    ];
  if (review) return [];
  const lines = received.text.split('\n');
  // Headers, comments and other words that the edition does not have may bear the mark too.
  const unread = source.unread.flatMap(({ in: place, words }) =>
    isAside(place) ? [] : words.split('\n'),
  );
  return findDisclosureMarks([...lines, '', ...unread, '', ...received.asides])
    .filter(({ isOpen }) => !isOpen)
    .map(({ kind, words, line }): Finding => ({
      path: ['review'],
      message: `收到的原文 ${received.file}${line < lines.length ? `:${line + 1}` : ''} 写着“${words}”（${kind}），还没有人审查能不能公布`,
      help: `由有权决定的人审查：可以公开的，${REVIEW}；不能公开的，把它的文件移出 content 文件夹，不要提交`,
    }));
};

/** The openness that a letter states is an open mark of its received file, as printed there. */
export const checkOpenness: Check = ({ letter: { openness, source }, received }) => {
  if (openness === undefined) return [];
  const marks = findDisclosureMarks([openness]);
  const isOpen = marks.length > 0 && marks.every((mark) => mark.isOpen);
  const printed = visibleText([received.text, ...source.unread.map(({ words }) => words)].join(''));
  return isOpen && printed.includes(visibleText(openness))
    ? []
    : [
        {
          path: ['openness'],
          message: isOpen
            ? `收到的原文里没有写“${openness}”`
            : `“${openness}”不是主动公开一类的公开属性，不能印在网页上`,
          help: '照收到的文件写，如 openness: 主动公开；没有写的，或写的是不公开一类的，删去这一行',
        },
      ];
};

/** Each place whose personal data is kept exists. */
export const checkKept: Check = ({ letter, fragments }) =>
  (letter.review?.keep ?? []).flatMap(({ at }, index): Finding[] =>
    at === RECEIVED_PLACE || fragments.some(({ id }) => id === at) || Object.hasOwn(letter, at)
      ? []
      : [
          {
            path: ['review', 'keep', index, 'at'],
            message: `keep 里的 ${at} 不是这份答复的位置`,
            help: '照 npm run check 指出的写，如 p4、contact、summary、notes、source',
          },
        ],
  );

const question = (kind: string, words: string, at: string) => ({
  message: `“${words}”像是个人信息（${kind}），还没有人决定公布不公布`,
  help: `不公布的，运行 npm run withhold；仍要公布的，写 review: {by: 审查人, on: 日期, decision: 公开, keep: [{at: ${at}, why: 理由}]}`,
});

/**
 * Personal data is published only by a person's decision: in the letter, in the editor's texts about it, and
 * in the received file.
 */
export const checkPersonalData: Check = ({ letter, fragments, received }) => {
  const isKept = (at: string) => letter.review?.keep.some((kept) => kept.at === at) ?? false;
  const seen = new Set<string>();
  const inFragments = fragments.flatMap(({ id, text }) =>
    text.split('\n').flatMap((line) =>
      findPersonalData(line).flatMap(({ kind, words }): Finding[] => {
        seen.add(visibleText(words));
        return isKept(id) ? [] : [{ fragment: id, ...question(kind, words, id) }];
      }),
    ),
  );
  const inEditorial = editorialTexts(letter).flatMap(({ path, text }) =>
    findPersonalData(text).flatMap(({ kind, words }): Finding[] => {
      const [at = ''] = path;
      const isNew = !seen.has(visibleText(words));
      return isNew && !isKept(String(at)) ? [{ path, ...question(kind, words, String(at)) }] : [];
    }),
  );
  const lines = received.text.split('\n');
  // A Word file that is offered itself has these words too.
  const unread =
    letter.source.publish === 'original'
      ? letter.source.unread.flatMap(({ words }) => words.split('\n'))
      : [];
  const inFile = [...lines, ...received.asides, ...unread].flatMap((line, index) =>
    findPersonalData(line).flatMap(({ kind, words }): Finding[] => {
      if (seen.has(visibleText(words)) || isKept('source')) return [];
      const where = index < lines.length ? `:${index + 1} ` : '（注释、网址或页眉等处）';
      const { message, help } = question(kind, words, 'source');
      return [
        { path: ['source'], message: `收到的原文 ${received.file}${where}里的${message}`, help },
      ];
    }),
  );
  return [...inFragments, ...inEditorial, ...inFile];
};

/** A Word file itself is offered only if it contains no traces of its authors. */
export const checkOriginal: Check = ({ letter: { source }, received: { traces } }) =>
  source.publish === 'original' && traces.length > 0
    ? [
        {
          path: ['source', 'publish'],
          message: `收到的 Word 文件里有${traces.join('、')}，不能公布文件本身`,
          help: '删去 publish 一行，只公布文字',
        },
      ]
    : [];

/** The editorial text at a place that is no fragment of the letter: in a note `n-sic1`, in `summary`, in `persons`. */
const editorialAt = (letter: Letter, at: string): { text: string }[] => [
  ...letter.notes
    .filter(({ id }) => id === at)
    .map(({ paragraphs }) => ({ text: paragraphs.map(inlineText).join('\n') })),
  ...editorialTexts(letter).filter(({ path }) => path[0] === at || path.at(-1) === at),
  ...(at === 'figures'
    ? (letter.figures?.figures ?? []).map(({ quote }) => ({ text: quote }))
    : []),
];

/** Each fragment has as many marks of withheld words as the front matter declares. */
export const checkWithheld: Check = ({ letter, fragments, received }) =>
  [...Map.groupBy(letter.withheld.entries(), ([, { at }]) => at)].flatMap(
    ([at, entries]): Finding[] => {
      const inLetter = fragments.filter(({ id }) => id === at);
      const texts = inLetter.length > 0 ? inLetter : editorialAt(letter, at);
      if (at === RECEIVED_PLACE)
        texts.push(
          { text: received.text },
          ...letter.source.unread.map(({ words }) => ({ text: words })),
        );
      const path = ['withheld', entries[0]![0]];
      if (texts.length === 0)
        return [
          {
            path,
            message: `withheld 里的 ${at} 不是这份答复的位置`,
            help: '写段号或部分的名称，如 p4、contact',
          },
        ];
      const nths = new Set(entries.flatMap(([, { nth }]) => nth ?? []));
      const count = texts.reduce((total, { text }) => total + countWithheld(text), 0);
      const isCounted = count === entries.length || at === RECEIVED_PLACE;
      const isNumbered = nths.size === entries.length && Math.max(...nths) <= count;
      return count >= entries.length && (isCounted || isNumbered)
        ? []
        : [
            {
              path,
              message: `${at} 里应有 ${entries.length} 处（依法不公开），却有 ${count} 处`,
              help: '恢复这几个字，或改正 withheld：每处一项，答复自己也印着这几个字的，写明 nth',
            },
          ];
    },
  );
