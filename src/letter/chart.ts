import type { Bar, Figure, Figures } from './schema/figures.ts';
import { headingLabel } from './outline.ts';
import type { Letter, Section } from './letter.ts';

/** The length of a bar, and the words for it. `derived` values are editorial; the letter does not state them. */
interface ChartBar {
  label: string;
  length: number;
  words: string;
  derived: boolean;
}

/** The number in a printed value: 近700 is 700, 2万余 is 20000. */
export function numericValue(value: string): number {
  const number = Number(/\d+(?:\.\d+)?/.exec(value.replaceAll(',', ''))?.[0] ?? NaN);
  return number * (value.includes('万') ? 1e4 : 1);
}

/** A bar of a picture, from the figures that it names. */
export function resolveBar(bar: Bar, { figures }: Figures): ChartBar {
  const named = (id: string | undefined) => figures.find((figure) => figure.id === id)!;
  if (bar.figure) {
    const { value, unit } = named(bar.figure);
    return { label: bar.label, length: numericValue(value), words: value + unit, derived: false };
  }
  const [whole, part] = [named(bar.minus?.[0]), named(bar.minus?.[1])];
  const decimals = Math.max(
    ...[whole, part].map(({ value }) => (value.split('.')[1] ?? '').length),
  );
  const length = Number((numericValue(whole.value) - numericValue(part.value)).toFixed(decimals));
  const words = `${length}${whole.unit}（本站推算：${whole.value}－${part.value}）`;
  return { label: bar.label, length, words, derived: true };
}

const holds = (section: Section, p: string): boolean =>
  section.blocks.some(({ id }) => id === p) || section.sections.some((part) => holds(part, p));

/** The figures of a letter by the part that states them, in the letter's order. */
export function figuresBySection(
  letter: Letter,
  { figures }: Figures,
): { heading: string; figures: Figure[] }[] {
  const headingOf = (p: string) =>
    headingLabel(letter.sections.find((section) => holds(section, p))?.heading ?? '开头部分');
  return [...Map.groupBy(figures, ({ p }) => headingOf(p))].map(([heading, rows]) => ({
    heading,
    figures: rows,
  }));
}
