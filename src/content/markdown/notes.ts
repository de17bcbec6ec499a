import type { FootnoteDefinition } from 'mdast';
import { noteId } from '../../letter/fragment.ts';
import type { Inline, Note, NoteReference } from '../../letter/letter.ts';

/** Gives each note its number, in the order in which the page first refers to it. */
export class NoteBook {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #notes = new Map<string, Note>();

  /** False if a note of this label is there already. */
  define(definition: FootnoteDefinition): boolean {
    const label = definition.label ?? definition.identifier;
    if (this.#definitions.has(label)) return false;
    this.#definitions.set(label, definition);
    return true;
  }

  /** The mark for one more reference to a note; undefined if the note is not defined. */
  refer(label: string): NoteReference | undefined {
    if (!this.#definitions.has(label)) return undefined;
    const note = this.#notes.get(label) ?? {
      number: this.#notes.size + 1,
      id: noteId(label),
      refs: [],
      paragraphs: [],
    };
    this.#notes.set(label, note);
    const ref = note.refs.length === 0 ? `r-${label}` : `r-${label}-${note.refs.length + 1}`;
    note.refs.push(ref);
    return { type: 'note', number: note.number, note: note.id, ref };
  }

  get unreferred(): FootnoteDefinition[] {
    return [...this.#definitions]
      .filter(([label]) => !this.#notes.has(label))
      .map(([, node]) => node);
  }

  /** The notes in order, their words read by `read`. */
  finish(read: (definition: FootnoteDefinition) => Inline[][]): Note[] {
    return [...this.#notes].map(([label, note]) => ({
      ...note,
      paragraphs: read(this.#definitions.get(label)!),
    }));
  }
}
