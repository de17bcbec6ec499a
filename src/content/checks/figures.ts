import { numericValue } from '../../letter/chart.ts';
import type { Figures } from '../../letter/schema/figures.ts';
import type { TextFragment } from '../../letter/text.ts';
import type { Fail, LineOf } from '../../diagnostics.ts';

const NUMBER = /\d+(?:\.\d+)?/g;
interface Span {
  p: string;
  start: number;
  end: number;
}

/** Where a quotation stands in its paragraph; undefined unless it stands there exactly once. */
function find(quote: string, text: string | undefined): number | undefined {
  const start = text?.indexOf(quote) ?? -1;
  return start < 0 || text?.indexOf(quote, start + 1) !== -1 ? undefined : start;
}

/**
 * Proves the figures against the letter: each quotation stands in its paragraph, value and unit in
 * the quotation, and every number of the body is accounted for exactly once.
 */
export function checkFigures(
  { figures, others, pictures }: Figures,
  body: TextFragment[],
  lineOf: LineOf,
  fail: Fail,
): void {
  const texts = new Map(body.map(({ id, text }) => [id, text]));
  const spans: Span[] = [];
  const locate = (p: string, quote: string, part: string, line: number) => {
    const start = find(quote, texts.get(p));
    const inside = quote.indexOf(part);
    if (start === undefined)
      return fail(
        line,
        `段落 ${p} 里没有“${quote}”，或不止一处`,
        '照原文抄录，多抄几个字使它只有一处',
      );
    if (inside < 0)
      return fail(
        line,
        `“${quote}”里没有“${part}”`,
        'value 和 unit 照原文写；像 29.10 这样的数加引号',
      );
    spans.push({ p, start: start + inside, end: start + inside + part.length });
  };
  figures.forEach(({ p, quote, value, unit }, index) =>
    locate(p, quote, value + unit, lineOf('figures', index)),
  );
  others.forEach(({ p, quote }, index) => locate(p, quote, quote, lineOf('others', index)));

  for (const { id, text } of body)
    for (const { 0: number, index } of text.matchAll(NUMBER)) {
      const count = spans.filter(
        ({ p, start, end }) => p === id && start <= index && index + number.length <= end,
      ).length;
      const around = text.slice(Math.max(0, index - 6), index + number.length + 4);
      if (count !== 1)
        fail(
          lineOf('figures'),
          `${id} 的数“${around}”${count === 0 ? '没有登记' : '登记了不止一次'}`,
          count === 0 ? '加进 figures；不是统计数字的，加进 others' : '只留一条',
        );
    }
  const ids = figures.flatMap(({ id }) => id ?? []);
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index))
    fail(lineOf('figures'), `id ${id} 用了两次`, '换一个名字');
  const named = new Map(figures.map((figure) => [figure.id, figure]));
  pictures.forEach(({ groups }, index) => {
    for (const { minus } of groups.flatMap(({ bars }) => bars)) {
      const [whole, part] = (minus ?? []).map((id) => named.get(id));
      if (
        whole &&
        part &&
        (whole.unit !== part.unit || numericValue(whole.value) < numericValue(part.value))
      )
        fail(
          lineOf('pictures', index),
          `${whole.what}减不了${part.what}`,
          'minus 的两项单位要相同，前一项不小于后一项',
        );
    }
    for (const { figure, minus = [] } of groups.flatMap(({ bars }) => bars))
      for (const id of figure ? [figure] : minus)
        if (!ids.includes(id))
          fail(lineOf('pictures', index), `没有 id 为 ${id} 的数`, '在 figures 里给那一条加上 id');
  });
}
