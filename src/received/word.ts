import { DOMParser } from '@xmldom/xmldom';
import { decodeText } from './decode.ts';
import type { Line } from './lines.ts';
import { UNREADABLE, Unreadable } from './unreadable.ts';
import { drawField, type Field } from './word-fields.ts';
import { isSymbolFont, readSymbol } from './word-symbols.ts';
import { MOST_COLUMNS, tableLines, type Block, type Cell, type Table } from './word-table.ts';

/** WordprocessingML, transitional and strict (ISO/IEC 29500-4 and -1). */
const WORD = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const MATH = [
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
];
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The name of one of Word's own elements, `mc:…` for alternatives, `m:…` for formulas, `''` for all others. */
function nameOf({ namespaceURI, localName }: Element): string {
  if (WORD.includes(namespaceURI ?? '')) return localName;
  if (namespaceURI === COMPATIBILITY) return `mc:${localName}`;
  return MATH.includes(namespaceURI ?? '') ? `m:${localName}` : '';
}
const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && childrenOf(element).find((child) => nameOf(child) === name);
const attributeOf = (element: Element | undefined, name = 'val'): string | undefined =>
  element && (WORD.map((one) => element.getAttributeNS(one, name)).find(Boolean) ?? undefined);
const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(attributeOf(element) ?? '');

/** Elements that show nothing, or not their words: properties, deleted revisions, pronunciations, formulas. */
const PASSED_OVER =
  /^(?:\w+Pr|\w+PrEx|\w+PrChange|tblGrid|del|moveFrom|delText|delInstrText|rt|m:.*)$/;

/** The text that a node of the running text adds. */
const CHARACTERS: Record<string, string> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
};

/** A part of a Word file as a document; throws `Unreadable` if it is no XML, or declares a document type. */
function parsePart(bytes: Uint8Array | undefined): Document {
  const text = bytes && decodeText(bytes)?.text;
  if (text === undefined) throw new Unreadable(...UNREADABLE.broken);
  if (text.includes('<!DOCTYPE')) throw new Unreadable(...UNREADABLE.doctype);
  const refuse = () => {
    throw new Unreadable(...UNREADABLE.broken);
  };
  const errorHandler = { warning: () => {}, error: refuse, fatalError: refuse };
  const document = new DOMParser({ errorHandler }).parseFromString(text, 'text/xml');
  if (!document?.documentElement) refuse();
  return document;
}

/** The name of the main part: the name in the file's relationships, or otherwise Word's usual name. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  const rels = parts.get('_rels/.rels');
  const named =
    rels &&
    childrenOf(parsePart(rels).documentElement).find((one) =>
      one.getAttribute('Type')?.endsWith('/officeDocument'),
    );
  const target = named?.getAttribute('Target')?.replace(/^\.?\//, '') ?? 'word/document.xml';
  return [...parts.keys()].find((name) => name.toLowerCase() === target.toLowerCase());
}

/**
 * Reads a Word file as lines: paragraphs, and rows of tables; `parts` are those of its archive. Revisions
 * count as accepted. Headers, notes, comments, charts and formulas are left out. Throws `Unreadable`.
 */
export function readWord(parts: ReadonlyMap<string, Uint8Array>): Line[] {
  const main = mainPart(parts);
  if (main === undefined) throw new Unreadable(...UNREADABLE.notWord);
  const root = parsePart(parts.get(main)).documentElement;
  if (nameOf(root) !== 'document') throw new Unreadable(...UNREADABLE.notWord);
  return linesOf(new WordReader().blocksOf(childOf(root, 'body') ?? root));
}

const linesOf = (blocks: Block[]): Line[] =>
  blocks.flatMap((block) =>
    block.type === 'table'
      ? tableLines(block, linesOf)
      : block.text.split('\n').map((text) => ({ text })),
  );

class WordReader {
  /** The text of the open paragraph, and its boxes, which follow below it. */
  #text = '';
  #boxes: Block[] = [];
  /** Words of a paragraph whose end was deleted; they precede the words of the next paragraph. */
  #joined = '';
  /** Open fields, the innermost last. A field may extend over several paragraphs. */
  #fields: Field[] = [];

  /** The paragraphs and tables in a body, cell or box. */
  blocksOf(element: Element): Block[] {
    return childrenOf(element).flatMap((child): Block[] => {
      const name = nameOf(child);
      if (name === 'p') return this.#paragraph(child);
      if (name === 'tbl') return [this.#table(child)];
      if (name === 'mc:AlternateContent') return this.blocksOf(chosen(child));
      return PASSED_OVER.test(name) ? [] : this.blocksOf(child);
    });
  }

  #paragraph(element: Element): Block[] {
    const [text, boxes] = [this.#text, this.#boxes];
    [this.#text, this.#boxes] = [this.#joined, []];
    this.#joined = '';
    const properties = childOf(element, 'pPr');
    this.#inline(element);
    const found: Block[] = [{ type: 'paragraph', text: this.#text }, ...this.#boxes];
    if (childOf(childOf(properties, 'rPr'), 'del')) {
      this.#joined = this.#text;
      found.shift();
    }
    [this.#text, this.#boxes] = [text, boxes];
    return found;
  }

  /** Adds the content of an element to the open paragraph; `font` is the run's font if it draws signs. */
  #inline(element: Element, font?: string): void {
    for (const child of childrenOf(element)) this.#add(child, font);
  }

  #add(element: Element, font: string | undefined): void {
    const name = nameOf(element);
    const character = CHARACTERS[name];
    if (character !== undefined) this.#write(character);
    else if (name === 't') this.#writeText(element.textContent ?? '', font);
    else if (name === 'sym')
      this.#write(
        readSymbol(attributeOf(element, 'font') ?? '', attributeOf(element, 'char') ?? ''),
      );
    else if (name === 'r') {
      const fonts = childOf(childOf(element, 'rPr'), 'rFonts');
      const own = attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi');
      this.#inline(element, isSymbolFont(own) ? own : undefined);
    } else if (name === 'fldChar') this.#markField(element);
    else if (name === 'instrText') {
      const field = this.#fields.at(-1);
      if (field?.phase === 'instruction') field.instruction += element.textContent ?? '';
    } else if (name === 'fldSimple') {
      const instruction = attributeOf(element, 'instr') ?? '';
      this.#fields.push({ ...newField(element), phase: 'result', instruction });
      this.#inline(element);
      this.#closeField();
    } else if (name === 'p') this.#boxes.push(...this.#apart(() => this.#paragraph(element)));
    else if (name === 'tbl') this.#boxes.push(...this.#apart(() => [this.#table(element)]));
    else if (name === 'txbxContent') this.#boxes.push(...this.#apart(() => this.blocksOf(element)));
    else if (name === 'mc:AlternateContent') this.#inline(chosen(element), font);
    else if (!PASSED_OVER.test(name)) this.#inline(element, font);
  }

  /** Reads a box. Fields and paragraphs that are open around it continue after it. */
  #apart(read: () => Block[]): Block[] {
    const [fields, joined] = [this.#fields, this.#joined];
    [this.#fields, this.#joined] = [[], ''];
    const blocks = read();
    [this.#fields, this.#joined] = [fields, joined];
    return blocks;
  }

  #write(text: string): void {
    if (this.#fields.some(({ phase }) => phase === 'instruction')) return;
    if (text.trim() !== '') for (const field of this.#fields) field.shown = true;
    this.#text += text;
  }

  /** Line ends in the file are white space; letters of a symbol font are signs. */
  #writeText(text: string, font: string | undefined): void {
    const line = text.replaceAll(/[\r\n]+/g, ' ');
    this.#write(
      font === undefined
        ? line
        : line.replaceAll(/[\x21-\x7E\xA1-\xFF]/g, (char) =>
            readSymbol(font, char.charCodeAt(0).toString(16)),
          ),
    );
  }

  #markField(element: Element): void {
    const type = attributeOf(element, 'fldCharType');
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push(newField(element));
    else if (type === 'separate' && field) field.phase = 'result';
    else if (type === 'end') this.#closeField();
  }

  #closeField(): void {
    const field = this.#fields.pop();
    if (field && !field.shown) this.#write(drawField(field));
  }

  #table(element: Element): Table {
    const rows = descendantsOutside(element, 'tr', ['tbl', 'del', 'moveFrom']).filter(
      (row) => !childOf(childOf(row, 'trPr'), 'del'),
    );
    return { type: 'table', rows: mergeDown(rows.map((row) => this.#row(row))) };
  }

  #row(element: Element): DownCell[] {
    const properties = childOf(element, 'trPr');
    const left = (name: string): DownCell[] => {
      const columns = Number(attributeOf(childOf(properties, name)) ?? 0);
      return columns > 0 ? [{ ...NO_CELL, colSpan: Math.min(columns, MOST_COLUMNS) }] : [];
    };
    const cells = descendantsOutside(element, 'tc', ['tbl', 'del', 'moveFrom']).map(
      (cell): DownCell => {
        const ofCell = childOf(cell, 'tcPr');
        const merge = childOf(ofCell, 'vMerge');
        const span = Math.trunc(Number(attributeOf(childOf(ofCell, 'gridSpan')) ?? 1));
        return {
          blocks: this.blocksOf(cell),
          colSpan: Math.min(Math.max(span || 1, 1), MOST_COLUMNS),
          rowSpan: 1,
          goesOn: merge !== undefined && (attributeOf(merge) ?? 'continue') === 'continue',
        };
      },
    );
    return [...left('gridBefore'), ...cells, ...left('gridAfter')];
  }
}

/** A cell that may continue the cell above it. */
interface DownCell extends Cell {
  goesOn: boolean;
}
const NO_CELL: DownCell = { blocks: [], colSpan: 1, rowSpan: 1, goesOn: false };

/** Merges cells that continue the cells above into these, which then span several rows. */
function mergeDown(rows: DownCell[][]): Cell[][] {
  const above = new Map<number, Cell>();
  return rows.map((row) => {
    let column = 0;
    return row.flatMap(({ goesOn, ...cell }): Cell[] => {
      const upper = above.get(column);
      const at = column;
      column += cell.colSpan;
      if (goesOn && upper) {
        upper.rowSpan++;
        return [];
      }
      above.set(at, cell);
      return [cell];
    });
  });
}

const newField = (element: Element): Field => {
  const form = childOf(element, 'ffData');
  const list = childOf(form, 'ddList');
  const box = childOf(form, 'checkBox');
  const index = childOf(list, 'result') ?? childOf(list, 'default');
  const entries = list ? childrenOf(list).filter((one) => nameOf(one) === 'listEntry') : [];
  return {
    phase: 'instruction',
    instruction: '',
    shown: false,
    chosen: attributeOf(entries[Number(attributeOf(index) ?? 0)]),
    ticked: isOn(childOf(box, 'checked') ?? childOf(box, 'default')),
  };
};

/** Descendants with this name that are not inside any of the others. */
const descendantsOutside = (element: Element, name: string, others: string[]): Element[] =>
  childrenOf(element).flatMap((child) => {
    if (nameOf(child) === name) return [child];
    if (nameOf(child) === 'mc:AlternateContent')
      return descendantsOutside(chosen(child), name, others);
    return others.includes(nameOf(child)) ? [] : descendantsOutside(child, name, others);
  });

/** Chooses among alternative contents the first with words, as Word does. */
function chosen(alternatives: Element): Element {
  const ways = childrenOf(alternatives);
  return ways.find(hasWords) ?? ways.at(-1) ?? alternatives;
}
const hasWords = (element: Element): boolean =>
  childrenOf(element).some((child) =>
    nameOf(child) === 't' ? child.textContent !== '' : nameOf(child) === 'sym' || hasWords(child),
  );
