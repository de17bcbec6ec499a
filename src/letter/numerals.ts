const DIGITS = '〇一二三四五六七八九';

/** 17 → 十七. For 1–99: congresses, sessions and section ordinals. */
export function toChinese(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  if (tens === 0) return DIGITS[units] ?? '';
  return `${tens > 1 ? DIGITS[tens] : ''}十${units ? DIGITS[units] : ''}`;
}

/** 十七 → 17, 二〇一八 → 2018. NaN for what is no such numeral. */
export function fromChinese(text: string): number {
  const plain = text.replaceAll(/[○零0OＯО]/g, '〇');
  if (!/^[〇一二三四五六七八九十]+$/.test(plain)) return NaN;
  if (!plain.includes('十')) return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''));
  const [tens = '', units = ''] = plain.split('十');
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (units ? DIGITS.indexOf(units) : 0);
}
