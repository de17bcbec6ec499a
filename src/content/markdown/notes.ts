import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { FileDiagnostic } from '../../diagnostics.ts';
import { noteId } from '../../letter/fragment.ts';
import type { Note, NotePosition, NoteReference } from '../../letter/letter.ts';
import { labelOf } from './inline.ts';
import { undefinedNote } from './lint.ts';

/** A note's label in the front matter, with its line, and the position of the mark on the page. */
export interface FactReference {
  position: NotePosition;
  label: string;
  line: number;
}

/** A reference to a note: its label, and the node or fact that contains it. */
interface Reference {
  label: string;
  holder: object;
}

/** The notes of an edition, numbered in the order in which the page first refers to them. */
interface NumberedNotes {
  /** The mark of each reference, by its holder. */
  marks: Map<object, NoteReference>;
  /** The labels of the notes that are defined. */
  labels: Set<string>;
  notes: (Omit<Note, 'paragraphs'> & { definition: FootnoteDefinition })[];
  diagnostics: FileDiagnostic[];
}

/** Positions on the page that precede the letter's text. */
const ABOVE_TEXT: NotePosition[] = ['date above', 'source'];

/** The phrasing content of a node, without that of formats that a letter cannot have. */
function phrasingOf(node: RootContent): PhrasingContent[] {
  if (node.type === 'paragraph' || node.type === 'heading') return node.children;
  if (node.type !== 'table') return [];
  return node.children.flatMap((row) => row.children.flatMap((cell) => cell.children));
}

const referencesIn = (nodes: RootContent[]): Reference[] =>
  nodes
    .flatMap(phrasingOf)
    .flatMap((node) =>
      node.type === 'footnoteReference' ? { label: labelOf(node), holder: node } : [],
    );

/**
 * Numbers the notes of an edition. `nodes` are those of its body. `facts` are the references in its
 * front matter; undefined if that cannot be read, and no note is reported as unused.
 */
export function numberNotes(
  nodes: RootContent[],
  facts: FactReference[] | undefined,
): NumberedNotes {
  const definitions = nodes.filter((node) => node.type === 'footnoteDefinition');
  const byLabel = Map.groupBy(definitions, labelOf);
  const inFacts = (above: boolean): Reference[] =>
    (facts ?? [])
      .filter(({ position }) => ABOVE_TEXT.includes(position) === above)
      .map((fact) => ({ label: fact.label, holder: fact }));
  const onPage = [...inFacts(true), ...referencesIn(nodes), ...inFacts(false)].filter(({ label }) =>
    byLabel.has(label),
  );
  const used = new Set(onPage.map(({ label }) => label));
  const inNotes = [...used].flatMap((label) => referencesIn(byLabel.get(label)![0]!.children));
  const references = Map.groupBy([...onPage, ...inNotes], ({ label }) => label);

  const marks = new Map<object, NoteReference>();
  const notes = [...used].map((label, index) => {
    const [number, id] = [index + 1, noteId(label)];
    const refs = (references.get(label) ?? []).map(({ holder }, turn) => {
      // No label has a dot, so that no two references meet.
      const ref = turn === 0 ? `r-${label}` : `r-${label}.${turn + 1}`;
      marks.set(holder, { type: 'note', number, note: id, ref });
      return ref;
    });
    return { number, id, refs, definition: byLabel.get(label)![0]! };
  });
  const undefinedInFacts = (facts ?? []).filter(({ label }) => !byLabel.has(label));
  return {
    marks,
    labels: new Set(byLabel.keys()),
    notes,
    diagnostics: [
      ...undefinedInFacts.map(({ label, line }) => ({ line, ...undefinedNote(label) })),
      ...[...byLabel].flatMap(([label, [first, ...others]]) => [
        ...(facts && first && !used.has(label) ? [unusedNote(first)] : []),
        ...others.map(repeatedNote),
      ]),
    ],
  };
}

const lineOf = (node: FootnoteDefinition): number => node.position?.start.line ?? 1;

const unusedNote = (node: FootnoteDefinition): FileDiagnostic => ({
  line: lineOf(node),
  message: `注 [^${labelOf(node)}] 没有被引用`,
  help: `在它说明的地方写上 [^${labelOf(node)}]，或删去这条注`,
});

const repeatedNote = (node: FootnoteDefinition): FileDiagnostic => ({
  line: lineOf(node),
  message: `注 [^${labelOf(node)}] 写了两次`,
  help: '只留一条，或换个名字',
});
