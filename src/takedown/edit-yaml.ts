import { isMap, YAMLSeq, type Document } from 'yaml';
import { textPattern } from '../language/loose-match.ts';
import type { Figures } from '../letter/schema/figures.ts';
import { countWithheld, WITHHELD } from '../letter/withholding.ts';
import { textsOf } from './places.ts';
import { countMatches, withholdMatches } from './words.ts';

/** An entry of a figures file: a figure, another number, or a picture of figures. */
interface FiguresEntry {
  id?: string;
  quote?: string;
  value?: string;
  unit?: string;
}

/** Removes from a figures file the entries whose number is withheld, and the pictures of these figures. */
export function dropLostFigures(figures: Document): void {
  const lost = new Set<string>();
  const drop = (list: string, isLost: (entry: FiguresEntry, text: string) => boolean) => {
    const entries = figures.get(list);
    if (!(entries instanceof YAMLSeq)) return;
    entries.items = entries.items.filter((item) => {
      const entry = isMap(item) ? (item.toJSON() as FiguresEntry) : {};
      const isKept = !isLost(entry, JSON.stringify(entry));
      if (!isKept && entry.id !== undefined) lost.add(entry.id);
      return isKept;
    });
  };
  const isWithheld = ({ quote = '' }: FiguresEntry) => quote.includes(WITHHELD);
  drop(
    'figures',
    (entry) => isWithheld(entry) && !entry.quote!.includes(`${entry.value}${entry.unit}`),
  );
  drop('others', (entry) => isWithheld(entry) && !/\d/.test(entry.quote!));
  drop('pictures', (_, text) => [...lost].some((id) => text.includes(JSON.stringify(id))));
}

/** The number of marks in the figures of a file, in the texts that the site prints. */
export const countFigureMarks = (figures: Document): number =>
  (figures.toJS() as { figures?: Partial<Figures['figures'][number]>[] }).figures
    ?.flatMap(({ quote, what, unit, asOf }) => [quote, what, unit, asOf])
    .reduce((total, text) => total + countWithheld(String(text)), 0) ?? 0;

/** Replaces the words in the texts of a YAML document; returns its new text. Comments and order stay. */
export function withholdInYaml(
  document: Document,
  words: string,
  drop: (document: Document) => void = () => undefined,
): string {
  const pattern = textPattern(words);
  for (const { node } of textsOf(document))
    if (countMatches(node.value, pattern) > 0) node.value = withholdMatches(node.value, pattern);
  drop(document);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  // The remaining occurrences are in comments.
  return text.replaceAll(/^[ \t]*#.*$|[ \t]#.*$/gm, (comment) => withholdMatches(comment, pattern));
}
