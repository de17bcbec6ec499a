import { attributeOf, childElements, childOf, type XmlElement } from './xml.ts';

/**
 * Returns true for a property that is present, unless its value turns it off (ISO/IEC 29500-1, 17.3.2 and
 * 22.9.2.7); undefined if it is absent.
 */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element && !/^(?:0|false|off)$/.test(attributeOf(element, 'val') ?? 'true');
}

const STRIKES = ['w:strike', 'w:dstrike'];
/** Fonts whose letters are drawn as signs. */
const SYMBOL_FONT =
  /^(?:wingdings.*|webdings|symbol|marlett|zapf ?dingbats|mt extra|bookshelf symbol.*)$/i;

/** The look of a run's words by its properties; undefined for a look that they do not state. */
interface RunLook {
  hidden: boolean | undefined;
  struck: boolean | undefined;
  raised: boolean | undefined;
  font: string | undefined;
}

/** Reads the look from run properties (`w:rPr`). */
function lookOf(properties: XmlElement | undefined): RunLook {
  const strikes = STRIKES.flatMap((name) => isOn(properties, name) ?? []);
  const fonts = childOf(properties, 'w:rFonts');
  const [level, height] = ['w:vertAlign', 'w:position'].map((name) =>
    attributeOf(childOf(properties, name), 'val'),
  );
  return {
    hidden: isOn(properties, 'w:vanish'),
    struck: strikes.length === 0 ? undefined : strikes.some(Boolean),
    raised:
      level === undefined && height === undefined
        ? undefined
        : /^su[bp]/.test(level ?? '') || Number(height ?? 0) !== 0,
    font: fonts && (attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi')),
  };
}

/** The size in half points up to which words look like a speck. */
const SPECK = 6;

/**
 * Returns true for words that a reader cannot see, though Word does not hide them: white on a page, or as
 * small as a speck. White words on a ground of their own can be seen.
 */
export function isFaint(run: XmlElement | undefined, paragraph: XmlElement | undefined): boolean {
  const value = (name: string) => attributeOf(childOf(run, name), 'val');
  const size = Number(value('w:sz') ?? SPECK + 1);
  const grounds = [childOf(run, 'w:shd'), childOf(run, 'w:highlight'), childOf(paragraph, 'w:shd')];
  return size <= SPECK || (/^fffff[ef]$/i.test(value('w:color') ?? '') && !grounds.some(Boolean));
}

/** A style: its own properties, and the style on which it is based. */
interface Style extends RunLook {
  basedOn: string | undefined;
  list: string | undefined;
  level: string | undefined;
}

/** The styles of a Word file, limited to hidden, struck and raised words, symbol fonts and numbers. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  /** The style of paragraphs that name no style. */
  #ofParagraphs: string | undefined;
  readonly #defaults: RunLook;
  /** The values that were found, by property and style. */
  readonly #found = new Map<string, Partial<Style>>();

  constructor(root: XmlElement | undefined) {
    const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.#defaults = lookOf(defaults);
    for (const style of root ? childElements(root) : []) {
      const id = attributeOf(style, 'styleId');
      if (style.name !== 'w:style' || id === undefined) continue;
      if (
        attributeOf(style, 'type') === 'paragraph' &&
        /^(?:1|true|on)$/.test(attributeOf(style, 'default') ?? '')
      )
        this.#ofParagraphs = id;
      const numbering = childOf(childOf(style, 'w:pPr'), 'w:numPr');
      this.#styles.set(id, {
        ...lookOf(childOf(style, 'w:rPr')),
        basedOn: attributeOf(childOf(style, 'w:basedOn'), 'val'),
        list: attributeOf(childOf(numbering, 'w:numId'), 'val'),
        level: attributeOf(childOf(numbering, 'w:ilvl'), 'val'),
      });
    }
  }

  /** The value of a property in a style, or in the nearest style on which it is based that has the property. */
  #find<K extends keyof Style>(id: string | undefined, key: K): Style[K] | undefined {
    const known = this.#found.get(`${key} ${id}`);
    if (known) return known[key];
    const seen = new Set<string>();
    let found: Style[K] | undefined;
    for (let at = id; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at);
      found = this.#styles.get(at)?.[key];
      if (found !== undefined) break;
    }
    this.#found.set(`${key} ${id}`, { [key]: found });
    return found;
  }

  /** The look of a run's words, by its own properties, its style, and its paragraph's style. */
  lookOfRun(
    run: XmlElement | undefined,
    paragraph: XmlElement | undefined,
  ): { hidden: boolean; struck: boolean; raised: boolean; symbolFont: string | undefined } {
    const own = lookOf(run);
    const style = attributeOf(childOf(run, 'w:rStyle'), 'val');
    const ofParagraph = attributeOf(childOf(paragraph, 'w:pStyle'), 'val') ?? this.#ofParagraphs;
    const find = <K extends keyof RunLook>(key: K) =>
      own[key] ?? this.#find(style, key) ?? this.#find(ofParagraph, key) ?? this.#defaults[key];
    const font = find('font');
    return {
      hidden: find('hidden') ?? false,
      struck: find('struck') ?? false,
      raised: find('raised') ?? false,
      symbolFont: font !== undefined && SYMBOL_FONT.test(font) ? font : undefined,
    };
  }

  /**
   * The list and level whose number a paragraph shows, by its own properties or its style; undefined if it
   * shows none.
   */
  listOf(paragraph: XmlElement | undefined): ListLevel | undefined {
    const own = childOf(paragraph, 'w:numPr');
    const style = attributeOf(childOf(paragraph, 'w:pStyle'), 'val') ?? this.#ofParagraphs;
    const list = attributeOf(childOf(own, 'w:numId'), 'val') ?? this.#find(style, 'list');
    const level = attributeOf(childOf(own, 'w:ilvl'), 'val') ?? this.#find(style, 'level') ?? '0';
    if (list !== undefined) return list === '0' ? undefined : { list, level };
    return style === undefined ? undefined : { style };
  }
}

/** A level of a list, or the style that a list may use for one of its levels. */
type ListLevel = { list: string; level: string } | { style: string };

/** The lists of a Word file (`numbering.xml`), limited to the levels that draw a number or bullet. */
export class Lists {
  readonly #drawn = new Set<string>();
  readonly #styles = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const children = root ? childElements(root) : [];
    const abstracts = Map.groupBy(
      children.filter(({ name }) => name === 'w:abstractNum'),
      (one) => attributeOf(one, 'abstractNumId'),
    );
    for (const list of children.filter(({ name }) => name === 'w:num')) {
      const id = attributeOf(list, 'numId');
      const abstract = attributeOf(childOf(list, 'w:abstractNumId'), 'val');
      const levels = [
        ...(abstracts.get(abstract)?.slice(0, 1) ?? []),
        ...childElements(list).filter(({ name }) => name === 'w:lvlOverride'),
      ].flatMap(childElements);
      for (const level of levels.filter(({ name }) => name === 'w:lvl')) {
        if (!drawsNumber(level)) continue;
        this.#drawn.add(`${id} ${attributeOf(level, 'ilvl') ?? '0'}`);
        const style = attributeOf(childOf(level, 'w:pStyle'), 'val');
        if (style !== undefined) this.#styles.add(style);
      }
    }
  }

  /** Returns true if a paragraph of this level begins with a number or bullet. */
  draws(level: ListLevel): boolean {
    return 'style' in level
      ? this.#styles.has(level.style)
      : this.#drawn.has(`${level.list} ${level.level}`);
  }
}

const drawsNumber = (level: XmlElement): boolean =>
  attributeOf(childOf(level, 'w:numFmt'), 'val') !== 'none' &&
  (attributeOf(childOf(level, 'w:lvlText'), 'val') ?? '') !== '';
