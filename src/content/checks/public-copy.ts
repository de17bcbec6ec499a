import { visibleText } from '../../language/hidden.ts';
import { WITHHELD } from '../../letter/withholding.ts';
import type { CheckContext, Finding } from './check.ts';

/**
 * A public copy differs from the original only at its marks: the pieces between them follow each other in the
 * original, the first at its start, the last at its end. White space and hidden characters do not count. The
 * original is in `private/`; if it is not at hand, nothing is compared.
 */
export function checkPublicCopy({
  received,
  original,
}: Pick<CheckContext, 'received' | 'original'>): Finding[] {
  if (!original) return [];
  const whole = visibleText(original.text);
  const pieces = received.text.split(WITHHELD);
  let [from, line] = [0, 1];
  for (const [index, piece] of pieces.entries()) {
    const words = visibleText(piece);
    const isLast = index === pieces.length - 1;
    const at = index === 0 || !isLast ? whole.indexOf(words, from) : whole.length - words.length;
    const isRight =
      at >= from &&
      (index > 0 || at === 0) &&
      (!isLast || (whole.endsWith(words) && (index > 0 || words === whole)));
    if (!isRight)
      return [
        {
          path: ['withheld'],
          message: `公开文本 ${received.file}:${line} 起，除了（依法不公开）以外，还与收到的原文 ${original.file} 不同`,
          help: '改回原来的文字；只有 npm run withhold 可以换掉字句',
        },
      ];
    from = at + words.length;
    line += piece.split('\n').length - 1;
  }
  return [];
}
