import { numericValue } from '../../letter/chart.ts';
import type { Figure, Figures } from '../../letter/schema/figures.ts';
import type { TextFragment } from '../../letter/body.ts';
import type { PathFinding } from './check.ts';

const NUMBER = /\d+(?:\.\d+)?/g;

/** Characters of a fragment that a figure, or another entry, accounts for. */
interface Span {
  fragment: string;
  start: number;
  end: number;
}

/** An entry as checked: the words in the quotation that it accounts for. */
interface Entry {
  fragment: string;
  quote: string;
  words: string;
  path: PropertyKey[];
}

const entriesOf = ({ figures, others }: Figures): Entry[] => [
  ...figures.map(({ p, quote, value, unit }, index) => ({
    fragment: p,
    quote,
    words: value + unit,
    path: ['figures', index],
  })),
  ...others.map(({ p, quote }, index) => ({
    fragment: p,
    quote,
    words: quote,
    path: ['others', index],
  })),
];

/** The index of a quotation in a text; undefined unless it occurs exactly once. */
function findOnce(quote: string, text: string | undefined): number | undefined {
  const start = text?.indexOf(quote) ?? -1;
  return start < 0 || text?.indexOf(quote, start + 1) !== -1 ? undefined : start;
}

/** The span of an entry in the body, or the reason why it has none. */
function locateEntry(
  { fragment, quote, words, path }: Entry,
  body: TextFragment[],
): Span | PathFinding {
  const start = findOnce(quote, body.findLast(({ id }) => id === fragment)?.text);
  const inside = quote.indexOf(words);
  if (start === undefined)
    return {
      path,
      message: `段落 ${fragment} 里没有“${quote}”，或不止一处`,
      help: '照原文抄录，多抄几个字使它只有一处',
    };
  if (inside < 0)
    return {
      path,
      message: `“${quote}”里没有“${words}”`,
      help: 'value 和 unit 照原文写；像 29.10 这样的数加引号',
    };
  return { fragment, start: start + inside, end: start + inside + words.length };
}

/** Every number of the body is accounted for exactly once. */
const checkNumbers = (spans: Span[], body: TextFragment[]): PathFinding[] =>
  body.flatMap(({ id, text }) =>
    [...text.matchAll(NUMBER)].flatMap(({ 0: number, index }): PathFinding[] => {
      const { length: count } = spans.filter(
        ({ fragment, start, end }) =>
          fragment === id && start <= index && index + number.length <= end,
      );
      if (count === 1) return [];
      const around = text.slice(Math.max(0, index - 6), index + number.length + 4);
      return [
        {
          path: ['figures'],
          message: `${id} 的数“${around}”${count === 0 ? '没有登记' : '登记了不止一次'}`,
          help: count === 0 ? '加进 figures；不是统计数字的，加进 others' : '只留一条',
        },
      ];
    }),
  );

function checkIds(ids: string[]): PathFinding[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return repeated.map((id) => ({
    path: ['figures'],
    message: `id ${id} 用了两次`,
    help: '换一个名字',
  }));
}

const isDifference = (whole: Figure, part: Figure): boolean =>
  whole.unit === part.unit && numericValue(whole.value) >= numericValue(part.value);

/** The bars of pictures refer to figures that exist, of one unit in a group, and subtract a part from its whole. */
function checkPictures({ figures, pictures }: Figures): PathFinding[] {
  const named = new Map(figures.map((figure) => [figure.id, figure]));
  return pictures.flatMap(({ groups }, index) => {
    const path = ['pictures', index];
    const bars = groups.flatMap((group) => group.bars);
    const differences = bars.flatMap(({ minus = [] }): PathFinding[] => {
      const [whole, part] = minus.map((id) => named.get(id));
      if (!whole || !part || isDifference(whole, part)) return [];
      const message = `${whole.what}减不了${part.what}`;
      return [{ path, message, help: 'minus 的两项单位要相同，前一项不小于后一项' }];
    });
    const unlike = groups.flatMap((group): PathFinding[] => {
      const units = group.bars.map(({ figure, minus = [] }) => named.get(figure ?? minus[0])?.unit);
      const [first, other] = [...new Set(units.filter((unit) => unit !== undefined))];
      if (other === undefined) return [];
      const message = `一组里有的数以${first || '无'}为单位，有的以${other || '无'}为单位，长短不能相比`;
      return [{ path, message, help: '单位不同的分成几组，每组可加 label；或删去这幅图' }];
    });
    const ids = bars.flatMap(({ figure, minus = [] }) => (figure ? [figure] : minus));
    const unknown = ids.filter((id) => !named.has(id));
    return [
      ...differences,
      ...unlike,
      ...unknown.map((id) => ({
        path,
        message: `没有 id 为 ${id} 的数`,
        help: '在 figures 里给那一条加上 id',
      })),
    ];
  });
}

/**
 * Checks the figures of a letter against its body: each quotation occurs once in its fragment and
 * contains value and unit, and every number of the body is accounted for. Paths are those of the
 * figures' file.
 */
export function checkFigures(figures: Figures, body: TextFragment[]): PathFinding[] {
  const located = entriesOf(figures).map((entry) => locateEntry(entry, body));
  const spans = located.filter((result) => 'start' in result);
  return [
    ...located.filter((result) => 'message' in result),
    ...checkNumbers(spans, body),
    ...checkIds(figures.figures.flatMap(({ id }) => id ?? [])),
    ...checkPictures(figures),
  ];
}
