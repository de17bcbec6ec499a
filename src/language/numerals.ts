const DIGITS = '〇一二三四五六七八九';

/** Writes a number from 1 to 99 in Chinese: 17 → 十七. */
export function toChinese(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  if (tens === 0) return DIGITS[units] ?? '';
  return `${tens > 1 ? DIGITS[tens] : ''}十${units ? DIGITS[units] : ''}`;
}

/** Reads a Chinese numeral: 十七 → 17, 一百零八 → 108, 二〇一八 → 2018. Returns NaN for other texts. */
export function fromChinese(text: string): number {
  const plain = text.replaceAll(/[○零0OＯО]/g, '〇');
  if (!/^[〇一二三四五六七八九十百]+$/.test(plain)) return NaN;
  if (!/[十百]/.test(plain)) return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''));
  const [, hundreds, tens, units] =
    /^(?:([^十百])百)?〇?(?:([^十百]?)十)?([^十百]?)$/.exec(plain) ?? [];
  if (units === undefined) return NaN;
  const digitOf = (char: string | undefined) => (char ? DIGITS.indexOf(char) : 0);
  return digitOf(hundreds) * 100 + (tens === '' ? 1 : digitOf(tens)) * 10 + digitOf(units);
}
