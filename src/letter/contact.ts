/** Whether printed contact lines stand in brackets of their own, as GB/T 9704-2012, 7.3.6 asks of a note. */
export const isBracketed = (lines: string[]): boolean =>
  /^\s*[（(]/.test(lines[0] ?? '') && /[）)]。?\s*$/.test(lines.at(-1) ?? '');
