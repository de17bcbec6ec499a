import { letterText } from '../../letter/text.ts';
import type { Fail, LineOf } from '../../diagnostics.ts';
import type { Letter } from '../../letter/letter.ts';

/** Corrections come after publication, and a paragraph put in by one is there. */
export function checkCorrections(letter: Letter, lineOf: LineOf, fail: Fail): void {
  const { corrections, published } = letter;
  const early = corrections.findIndex(({ date }) => date < published);
  if (early >= 0)
    fail(lineOf('corrections', early), '更正早于本站公布时间', '改正 date；公布前的改动不用写更正');
  for (const paragraph of corrections.flatMap(({ added }) => added))
    if (!letterText(letter).some(({ id }) => id === paragraph))
      fail(
        lineOf('corrections'),
        `更正里写了 added: ${paragraph}，正文里没有这一段`,
        '写补入的段落前一段的段号',
      );
}
