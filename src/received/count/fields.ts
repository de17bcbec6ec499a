import type { Occurrence } from './occurrence.ts';
import { attributeOf, childElements, childOf, type XmlElement } from './xml.ts';

/** A field (ISO/IEC 29500-1, 17.16): an instruction, and the result that Word last stored, if any. */
export interface Field {
  phase: 'instruction' | 'result';
  instruction: string;
  /** The file stores a result, which may be empty. */
  separated: boolean;
  /** The result shows something. */
  shown: boolean;
  /** The chosen entry of a drop-down list. */
  chosen: string | undefined;
  /** Words between the marks of its instruction, other than the instruction. */
  within: Occurrence[];
}

/** Opens a field at its first mark (`w:fldChar`) or its element (`w:fldSimple`). */
export const openField = (element: XmlElement): Field => {
  const simple = attributeOf(element, 'instr');
  return {
    phase: simple === undefined ? 'instruction' : 'result',
    instruction: simple ?? '',
    separated: simple !== undefined,
    shown: false,
    chosen: chosenEntry(childOf(childOf(element, 'w:ffData'), 'w:ddList')),
    within: [],
  };
};

function chosenEntry(list: XmlElement | undefined): string | undefined {
  if (!list) return undefined;
  const entries = childElements(list).filter(({ name }) => name === 'w:listEntry');
  const index = childOf(list, 'w:result') ?? childOf(list, 'w:default');
  return attributeOf(entries[Number(attributeOf(index, 'val') ?? 0)], 'val');
}

const typeOf = ({ instruction }: Field) => /^\s*(\S+)/.exec(instruction)?.[1]?.toUpperCase() ?? '';

/** Fields that draw themselves from their instruction. */
const DRAWN =
  /^(?:EQ|SYMBOL|LISTNUM|ADVANCE|FORMCHECKBOX|FORMDROPDOWN|MACROBUTTON|GOTOBUTTON|AUTONUM\w*|DISPLAYBARCODE|BARCODE)$/;
/** Fields that show nothing at their place, or a page's number. */
const SILENT =
  /^(?:|XE|TC|TA|RD|SET|ASK|PRIVATE|ADDIN|NEXT|NEXTIF|SKIPIF|HYPERLINK|TOC|INDEX|TOA|FORMTEXT|PAGE|NUMPAGES|SECTIONPAGES|SECTION)$/;

/** Returns true if a field shows something even though its result has no words. */
export const drawsItself = (field: Field): boolean =>
  DRAWN.test(typeOf(field)) || (!field.separated && !SILENT.test(typeOf(field)));

/** Returns true if the words of a field belong to the text, as those of a link do. */
export const isLink = (field: Field): boolean => typeOf(field) === 'HYPERLINK';

/** Returns true if Word updates a field each time the file is opened or printed. */
export const isChanging = (field: Field): boolean =>
  /^(?:DATE|TIME|PRINTDATE|SAVEDATE)$/.test(typeOf(field));

/**
 * Returns true if a character can represent a sign of a symbol font: it is no Chinese or Latin letter, digit or
 * punctuation mark.
 */
export const isSymbol = (char: string): boolean =>
  !/[\p{Script=Han}\p{Script=Latin}\p{Nd}\p{P}_]/u.test(char) || /[\u2020-\u2023]/.test(char);

/** A check box, ticked or not. */
export const isBox = (char: string): boolean => /[☐☑☒□■√✓✔✗✘🗹🗷]/u.test(char);

const ENCLOSING = /[○〇□△◇◯]/u;

/**
 * Returns true for characters that can represent an EQ field: a character enclosed in a sign if the field
 * names both (① for `\o\ac(○,1)`), or a Chinese character that the field names without an enclosing sign.
 */
const standsForEq = (instruction: string) => (char: string) => {
  const plain = [...char.normalize('NFKC').replaceAll(/[()]/g, '')];
  const named = plain.every((one) => instruction.includes(one));
  return char.normalize('NFKC') === char
    ? named && /\p{Script=Han}/u.test(char) && !ENCLOSING.test(instruction)
    : named;
};

/** Returns the test for the characters that can represent a field whose result has no words. */
export const fieldSign = (field: Field): ((char: string) => boolean) =>
  typeOf(field) === 'EQ'
    ? standsForEq(field.instruction)
    : typeOf(field) === 'SYMBOL'
      ? isSymbol
      : typeOf(field) === 'FORMCHECKBOX'
        ? isBox
        : () => false;
