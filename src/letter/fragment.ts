/** A fragment as a reader calls it: p3 is 第3段, t1 is 表1. */
export const fragmentLabel = (p: string): string =>
  p.startsWith('s') ? '标题' : p.startsWith('t') ? `表${p.slice(1)}` : `第${p.slice(1)}段`;
