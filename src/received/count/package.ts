import { attributeOf, childElements, parseXml, type XmlElement } from './xml.ts';

/** A relationship of a part: its type's last word, such as `header`, and the path of its target. */
interface Relationship {
  id: string;
  type: string;
  target: string;
}

/** The path of a target that is written relative to the part `from`, or absolute. */
export function resolveTarget(from: string, target: string): string {
  const path = decodeTarget(target);
  const folders = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/'))
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  return folders.join('/');
}

/** Part names are URIs; a `%` that starts no escape is a literal `%`. */
const decodeTarget = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

/**
 * The parts of an Open Packaging file (ISO/IEC 29500-2) by name. Names are compared case-insensitively, as
 * the standard requires; parts are found by their relationships, whatever their names.
 */
export class OpenPackage {
  readonly #parts: Map<string, Uint8Array>;
  readonly #trees = new Map<string, XmlElement>();
  readonly #relationships = new Map<string, Relationship[]>();
  readonly #targets = new Map<string, Map<string, string>>();

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = new Map([...parts].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  }

  bytes(path: string): Uint8Array | undefined {
    return this.#parts.get(path.toLowerCase());
  }

  /** The tree of a part; undefined if there is no such part. Throws `Unreadable`. */
  tree(path: string): XmlElement | undefined {
    const known = this.#trees.get(path);
    if (known) return known;
    const bytes = this.bytes(path);
    if (!bytes) return undefined;
    const tree = parseXml(bytes);
    this.#trees.set(path, tree);
    return tree;
  }

  /** The relationships of a part within the file; `''` is the file itself. */
  relationships(path: string): Relationship[] {
    const known = this.#relationships.get(path);
    if (known) return known;
    const folder = path.split('/').slice(0, -1).join('/');
    const name = path.split('/').at(-1) ?? '';
    const tree = this.tree(`${folder && `${folder}/`}_rels/${name}.rels`);
    const found = (tree ? childElements(tree) : []).flatMap((one) =>
      attributeOf(one, 'TargetMode') === 'External'
        ? []
        : {
            id: attributeOf(one, 'Id') ?? '',
            type: (attributeOf(one, 'Type') ?? '').split('/').at(-1) ?? '',
            target: resolveTarget(path, attributeOf(one, 'Target') ?? ''),
          },
    );
    this.#relationships.set(path, found);
    return found;
  }

  /** The path of the part that a relationship of another part names. */
  target(path: string, id: string | undefined): string | undefined {
    let byId = this.#targets.get(path);
    if (!byId) {
      byId = new Map(this.relationships(path).map((one) => [one.id, one.target]));
      this.#targets.set(path, byId);
    }
    return id === undefined ? undefined : byId.get(id);
  }

  /** All parts by path, in lower case, each with the types of the relationships that lead to it. */
  roles(): Map<string, string[]> {
    const paths = [...this.#parts.keys()];
    const all = ['', ...paths].flatMap((path) => this.relationships(path));
    const leading = Map.groupBy(all, ({ target }) => target.toLowerCase());
    return new Map(paths.map((path) => [path, (leading.get(path) ?? []).map(({ type }) => type)]));
  }

  /** The path of the main part: the path in the file's relationships, or otherwise Word's usual path. */
  mainPart(): string {
    const named = this.relationships('').find(({ type }) => type === 'officeDocument');
    return named?.target ?? 'word/document.xml';
  }
}
