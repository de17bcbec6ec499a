import type { OpenPackage } from './package.ts';
import { attributeOf, childElements, NO_ELEMENT, type XmlElement } from './xml.ts';

/** The parts of a Word file by their relationships; each is looked up once. */
export class RelatedParts {
  readonly #package: OpenPackage;
  readonly #related = new Map<string, string[]>();
  readonly #notes = new Map<string, Map<string | undefined, XmlElement[]>>();

  constructor(parts: OpenPackage) {
    this.#package = parts;
  }

  /** The parts to which a part has relationships of a type. */
  partsOf(part: string, type: string): string[] {
    const key = `${part} ${type}`;
    const known = this.#related.get(key);
    if (known) return known;
    const found = this.#package
      .relationships(part)
      .flatMap((one) => (one.type.toLowerCase() === type.toLowerCase() ? one.target : []));
    this.#related.set(key, found);
    return found;
  }

  /** The trees of these parts, those that cannot be read left out. */
  treesOf = (part: string, type: string): XmlElement[] =>
    this.partsOf(part, type).flatMap((target) => this.#package.tree(target) ?? []);

  /** The entries of a part of notes or comments. */
  entriesOf = (part: string): XmlElement[] => childElements(this.#package.tree(part) ?? NO_ELEMENT);

  /** The same by id. */
  notesOf(part: string): Map<string | undefined, XmlElement[]> {
    const known = this.#notes.get(part);
    if (known) return known;
    const notes = Map.groupBy(this.entriesOf(part), (note) => attributeOf(note, 'id'));
    this.#notes.set(part, notes);
    return notes;
  }
}
