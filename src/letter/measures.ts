import type { Bar, Figure, Figures } from './figures-schema.ts';
import { label } from './outline.ts';
import type { Letter, Section } from './types.ts';

/** What a bar shows: its length, and the words for it. `derived` values are ours, not the letter's. */
interface Measure {
  label: string;
  length: number;
  words: string;
  derived: boolean;
}

/** The number in a printed value: 近700 is 700, 2万余 is 20000. */
export function quantity(value: string): number {
  const number = Number(/\d+(?:\.\d+)?/.exec(value.replaceAll(',', ''))?.[0] ?? NaN);
  return number * (value.includes('万') ? 1e4 : 1);
}

/** A bar of a picture, from the figures that it names. */
export function measure(bar: Bar, { figures }: Figures): Measure {
  const named = (id: string | undefined) => figures.find((figure) => figure.id === id)!;
  if (bar.figure) {
    const { value, unit } = named(bar.figure);
    return { label: bar.label, length: quantity(value), words: value + unit, derived: false };
  }
  const [whole, part] = [named(bar.minus?.[0]), named(bar.minus?.[1])];
  const decimals = Math.max(
    ...[whole, part].map(({ value }) => (value.split('.')[1] ?? '').length),
  );
  const length = Number((quantity(whole.value) - quantity(part.value)).toFixed(decimals));
  const words = `${length}${whole.unit}（本站推算：${whole.value}－${part.value}）`;
  return { label: bar.label, length, words, derived: true };
}

/** A fragment as a reader calls it: p3 is 第3段, t1 is 表1. */
export const placeName = (p: string): string =>
  p.startsWith('s') ? '标题' : p.startsWith('t') ? `表${p.slice(1)}` : `第${p.slice(1)}段`;

const holds = (section: Section, p: string): boolean =>
  section.blocks.some(({ id }) => id === p) || section.sections.some((part) => holds(part, p));

/** The figures of a letter by the part of it in which they stand, in its order. */
export function bySection(
  letter: Letter,
  { figures }: Figures,
): { heading: string; figures: Figure[] }[] {
  const headingOf = (p: string) =>
    label(letter.sections.find((section) => holds(section, p))?.heading ?? '开头部分');
  return [...Map.groupBy(figures, ({ p }) => headingOf(p))].map(([heading, rows]) => ({
    heading,
    figures: rows,
  }));
}
