import { visibleText } from '../../language/hidden.ts';
import { limitWord } from '../limits.ts';
import {
  drawsItself,
  fieldSign,
  isChanging,
  isLink,
  isSymbol,
  openField,
  type Field,
} from './fields.ts';
import { readEmbedded, readGraphic, namesImage } from './objects.ts';
import type { Mark, Occurrence, Place, SecondReading } from './occurrence.ts';
import type { OpenPackage } from './package.ts';
import { RelatedParts } from './related-parts.ts';
import { isFaint, isOn, Lists, Styles } from './styles.ts';
import {
  attributeOf,
  childElements,
  childOf,
  descendants,
  NO_ELEMENT,
  relationshipOf,
  textOf,
  type XmlElement,
} from './xml.ts';

/** The position of the walk. */
interface Context {
  /** The part whose relationships the elements name. */
  part: string;
  place: Place;
  running: boolean;
  marks: readonly Mark[];
  /** The properties of the paragraph and of the run. */
  paragraph?: XmlElement | undefined;
  run?: XmlElement | undefined;
  inTable?: boolean;
  /** Fields that are open, the innermost last; a field may extend over several paragraphs. */
  fields: Field[];
}

/** Elements that no reader sees: properties, and formats before a revision. */
const PROPERTIES = /^w:(?:\w+Pr|\w+PrEx|\w+PrChange|tblGrid|delInstrText|binData)$/;
/** Revisions, by the element around the changed words, or in the properties of a row or cell. */
const REVISIONS: Record<string, Mark[]> = {
  'w:ins': ['revised'],
  'w:del': ['deleted'],
  'w:moveTo': ['revised', 'moved'],
  'w:moveFrom': ['deleted', 'moved'],
  'w:cellIns': ['revised'],
  'w:cellDel': ['revised'],
  'w:cellMerge': ['revised'],
};
/** Elements that Word draws as today's date, or as the page's number (17.3.3). */
const DRAWN_AS_DATE = /^w:(?:(?:day|month|year)(?:Long|Short)|pgNum)$/;
/** Page numbers and the text around them, which no letter needs. */
const PAGE_FURNITURE =
  /^(?:[-—–―─－·•.。~〜/／,，|\d０-９一二三四五六七八九十（）()\s]|第|页|共|page|of)*$/iu;
/** ASCII letters of a symbol font, and its characters in Word's private area: drawn as signs. */
const DRAWN_AS_SIGN = /[\x21-\x7E\xA1-\xFF\uF021-\uF0FF]/;
/** The same for the font Symbol, in which digits and most punctuation marks look as in other fonts. */
const DRAWN_AS_SIGN_IN_SYMBOL = /[A-Za-z"$'*@\\^`~\xA1-\xFF\uF021-\uF0FF]/;

/** Counts the words of a Word file by its parts; throws `Unreadable` for XML that must not be read. */
export function countWord(parts: OpenPackage): SecondReading {
  return new WordCounter(parts).count();
}

class WordCounter {
  readonly #package: OpenPackage;
  readonly #main: string;
  readonly #styles: Styles;
  readonly #lists: Lists;
  #out: Occurrence[] = [];
  /** The words in boxes of the open paragraph. */
  #boxes: Occurrence[] = [];
  /** The number of the open paragraph, and of all paragraphs so far. */
  #paragraph = 0;
  #paragraphs = 0;
  /** The number of characters that were recorded. */
  #length = 0;
  #pictures = false;
  #prompts = false;
  /** Notes and comments that were counted at their references, and headers, by part and id. */
  readonly #counted = new Set<string>();
  readonly #related: RelatedParts;

  constructor(parts: OpenPackage) {
    this.#package = parts;
    this.#related = new RelatedParts(parts);
    this.#main = parts.mainPart();
    const treeOf = (type: string) => this.#related.treesOf(this.#main, type)[0];
    this.#styles = new Styles(treeOf('styles'));
    this.#lists = new Lists(treeOf('numbering'));
  }

  count(): SecondReading {
    const tree = this.#package.tree(this.#main);
    const context = this.#story(this.#main, '正文');
    if (tree) this.#walk(tree, { ...context, running: true });
    this.#closeFields(context);
    // A header, note or comment without a reference is nevertheless in the file.
    for (const [kind, place] of HEADERS)
      for (const target of this.#related.partsOf(this.#main, kind)) this.#header(target, place);
    for (const [kind, place] of NOTES)
      for (const target of this.#related.partsOf(this.#main, kind))
        for (const note of this.#related.entriesOf(target)) this.#note(target, note, place);
    for (const target of this.#related.partsOf(this.#main, 'glossaryDocument')) {
      const glossary = this.#package.tree(target);
      const stored = { ...this.#story(target, '其他文字'), marks: ['unprinted' as const] };
      if (glossary) this.#walk(glossary, stored);
    }
    const running = this.#out.filter((one) => one.running && !one.repeated);
    const unlike = [
      ...(this.#pictures ? ['图片'] : []),
      ...(this.#prompts ? ['提示语'] : []),
      ...(running.some(({ marks }) => marks.includes('raised')) ? ['上标或下标'] : []),
      ...(running.some((one) => one.in === '符号') ? ['符号字体的符号'] : []),
    ];
    return { occurrences: this.#out, unlike };
  }

  #story = (part: string, place: Place): Context => ({
    part,
    place,
    running: false,
    marks: [],
    fields: [],
  });

  /** What a walk records, apart from what was recorded before it. */
  #apart(walk: () => void): { own: Occurrence[]; inBoxes: Occurrence[] } {
    const [out, boxes] = [this.#out, this.#boxes];
    [this.#out, this.#boxes] = [[], []];
    walk();
    const found = { own: this.#out, inBoxes: this.#boxes };
    [this.#out, this.#boxes] = [out, boxes];
    return found;
  }

  /** Records words, or an object drawn without words. */
  #put(
    words: string,
    context: Context,
    more: { in?: Place; running?: boolean; sign?: (char: string) => boolean } = {},
  ): void {
    const { fields } = context;
    this.#length += words.length;
    limitWord('words', this.#length);
    const instructing = fields.find(({ phase }) => phase === 'instruction');
    if (!instructing && visibleText(words) !== '') for (const field of fields) field.shown = true;
    const ofField = context.place === '正文' && fields.some((field) => !isLink(field));
    const put: Occurrence = {
      in: ofField ? '域' : context.place,
      running: context.running,
      words,
      marks: [
        ...context.marks,
        ...(instructing ? (['unprinted'] as const) : []),
        ...(fields.some(isChanging) ? (['changing'] as const) : []),
      ],
      paragraph: this.#paragraph,
      ...more,
    };
    this.#out.push(put);
    instructing?.within.push(put);
  }

  /** Records the words of a run's text; characters that a symbol font draws are recorded sign by sign. */
  #putText(words: string, context: Context): void {
    const { symbolFont } = this.#styles.lookOfRun(context.run, context.paragraph);
    if (symbolFont === undefined) return this.#put(words, context);
    const drawn = /^symbol$/i.test(symbolFont) ? DRAWN_AS_SIGN_IN_SYMBOL : DRAWN_AS_SIGN;
    for (const char of words)
      if (drawn.test(char))
        this.#put(`${symbolFont} 字体的“${char}”`, context, { in: '符号', sign: isSymbol });
      else this.#put(char, context);
  }

  #children(element: XmlElement, context: Context): void {
    for (const child of element.children)
      if (typeof child !== 'string') this.#walk(child, context);
      // No known element has words of its own here; the numbers of a layout are no words.
      else if (/\p{Script=Han}/u.test(child))
        this.#put(child, context, { in: '其他文字', running: false });
  }

  #walk(element: XmlElement, context: Context): void {
    const { name } = element;
    const revision = REVISIONS[name];
    if (name === 'w:sectPr') this.#headers(element, context);
    else if (name === 'w:p') this.#walkParagraph(element, context);
    else if (name === 'w:r') this.#walkRun(element, context);
    else if (name === 'w:t') this.#putText(textOf(element), context);
    else if (name === 'w:delText') this.#put(textOf(element), withMarks(context, ['deleted']));
    else if (DRAWN_AS_DATE.test(name)) this.#put('', context, { in: '域', running: false });
    else if (name === 'w:noBreakHyphen') this.#put('\u2011', context);
    else if (name === 'w:sym')
      this.#put(
        `${attributeOf(element, 'font') ?? '符号'} 字体的第 ${attributeOf(element, 'char') ?? ''} 号`,
        context,
        { in: '符号', sign: isSymbol },
      );
    else if (name === 'w:instrText') this.#instruct(textOf(element), context);
    else if (name === 'w:fldChar') this.#walkFieldMark(element, context);
    else if (name === 'w:fldSimple') {
      context.fields.push(openField(element));
      this.#children(element, context);
      this.#closeField(context);
    } else if (name === 'w:rt')
      this.#children(element, { ...context, place: '注音', running: false });
    else if (name === 'w:tr' || name === 'w:tc') this.#walkRevisedCells(element, context);
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
      this.#refer(element, context);
    else if (name === 'w:commentReference') this.#refer(element, context);
    else if (name === 'w:altChunk' || name === 'w:subDoc') this.#embedded(element, context);
    else if (name === 'm:oMath')
      this.#put(
        [...descendants(element, 'm:t'), ...descendants(element, 'w:t')].map(textOf).join(''),
        context,
        { in: context.running ? '公式' : context.place, running: false },
      );
    else if (name === 'w:sdt') this.#walkControl(element, context);
    else if (name === 'w:txbxContent') this.#walkBox(element, context);
    else if (name === 'a:t') this.#walkBoxText(element, context);
    else if (name === 'a:graphicData') this.#walkGraphic(element, context);
    else if (name === 'pic:pic' || namesImage(element)) this.#pictures ||= context.running;
    else if (name === 'v:textpath')
      this.#put(attributeOf(element, 'string') ?? '', context, {
        in: context.running ? '艺术字' : context.place,
        running: false,
      });
    else if (name === 'o:OLEObject' || name === 'w:control')
      this.#put('', context, {
        in: /^equation/i.test(attributeOf(element, 'ProgID') ?? '') ? '公式' : '嵌入的对象',
        running: false,
      });
    else if (name === 'mc:AlternateContent') this.#walkAlternatives(element, context);
    else if (revision) this.#children(element, withMarks(context, revision));
    else if (!PROPERTIES.test(name)) this.#children(element, context);
  }

  /** A content control that nobody filled in shows its prompt (17.5.2.39), which Word prints. */
  #walkControl(element: XmlElement, context: Context): void {
    const isEmpty = isOn(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') === true;
    this.#prompts ||= isEmpty && context.running && descendants(element, 'w:t').length > 0;
    this.#children(element, context);
  }

  #walkParagraph(element: XmlElement, context: Context): void {
    // A paragraph in a run is a box of an unknown kind.
    if (context.run) return this.#walkBox(element, { ...context, run: undefined });
    const outside = this.#paragraph;
    this.#paragraph = ++this.#paragraphs;
    const properties = childOf(element, 'w:pPr');
    const outer = this.#boxes;
    const start = this.#out.length;
    this.#boxes = [];
    for (const section of properties ? descendants(properties, 'w:sectPr') : [])
      this.#headers(section, context);
    this.#children(element, { ...context, paragraph: properties });
    const own = this.#out.slice(start).filter(({ running }) => running);
    const plain = own.filter(({ marks }) => !marks.some((mark) => mark !== 'raised'));
    const level = this.#styles.listOf(properties);
    const words = own.map((one) => one.words).join('');
    if (level && visibleText(words) !== '' && this.#lists.draws(level))
      this.#out.splice(start, 0, {
        in: context.running ? '自动编号' : context.place,
        words: words.trim().slice(0, 20),
        marks: [],
        running: false,
        paragraph: this.#paragraph,
      });
    const ofMark = childOf(properties, 'w:rPr');
    const revised = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].some((one) =>
      childOf(ofMark, one),
    );
    // If the words are revised too, their own marks are enough.
    if (revised && plain.some(({ words }) => visibleText(words)))
      this.#put('', { ...context, marks: ['revised'] }, { running: false });
    this.#out.push(...this.#boxes);
    this.#boxes = outer;
    this.#paragraph = outside;
  }

  #walkRun(element: XmlElement, context: Context): void {
    const run = childOf(element, 'w:rPr') ?? NO_ELEMENT;
    const { hidden, struck, raised } = this.#styles.lookOfRun(run, context.paragraph);
    const faint = context.place === '正文' && !context.inTable && isFaint(run, context.paragraph);
    const own: Mark[] = [
      ...(hidden ? (['hidden'] as const) : []),
      ...(struck ? (['struck'] as const) : []),
      ...(faint ? (['faint'] as const) : []),
      ...(raised ? (['raised'] as const) : []),
    ];
    this.#children(element, { ...withMarks(context, own), run });
  }

  #instruct(text: string, { fields }: Context): void {
    const field = fields.at(-1);
    if (field?.phase === 'instruction') field.instruction += text;
  }

  #walkFieldMark(element: XmlElement, context: Context): void {
    const type = attributeOf(element, 'fldCharType');
    const field = context.fields.at(-1);
    limitWord('fields', context.fields.length);
    if (type === 'begin') context.fields.push(openField(element));
    else if (type === 'separate' && field)
      Object.assign(field, { phase: 'result', separated: true });
    else if (type === 'end') this.#closeField(context);
  }

  /** Closes a field; a field without stored words may nevertheless draw something. */
  #closeField(context: Context): void {
    const field = context.fields.pop();
    if (!field || field.shown || !drawsItself(field)) return;
    // The pronunciation that older versions of Word write above a character.
    const [, sound = ''] =
      /\\s\\up\s{0,9}\d{0,9}\s{0,9}\(([^()\p{Script=Han}]{0,99})\)/u.exec(field.instruction) ?? [];
    if (sound !== '') this.#put(sound, context, { in: '注音', running: false });
    if (field.chosen !== undefined) this.#put(field.chosen, context, { in: '域' });
    else this.#put(field.instruction.trim(), context, { in: '域', sign: fieldSign(field) });
  }

  /** Closes the fields that are still open at the end of their text. Words after them are no instruction. */
  #closeFields({ fields }: Context): void {
    for (const { within } of fields.splice(0))
      for (const one of within) one.marks = one.marks.filter((mark) => mark !== 'unprinted');
  }

  #walkRevisedCells(element: XmlElement, context: Context): void {
    const properties = childOf(element, 'w:trPr') ?? childOf(element, 'w:tcPr');
    const marks = (properties ? childElements(properties) : []).flatMap(
      ({ name }) => REVISIONS[name] ?? [],
    );
    this.#children(element, { ...withMarks(context, marks), inTable: true });
  }

  /** Records the words of a box after the paragraph that contains it. */
  #walkBox(element: XmlElement, context: Context): void {
    const inside: Context = {
      ...context,
      place: context.place === '正文' ? '文本框' : context.place,
      paragraph: undefined,
      run: undefined,
      fields: [],
    };
    const found = this.#apart(() => {
      this.#children(element, inside);
      this.#closeFields(inside);
    });
    this.#boxes.push(...found.own, ...found.inBoxes);
  }

  #walkBoxText(element: XmlElement, context: Context): void {
    const place = context.place === '正文' ? '文本框' : context.place;
    const found = this.#apart(() => this.#put(textOf(element), { ...context, place }));
    this.#boxes.push(...found.own);
  }

  /** Records a chart or diagram; other graphics are walked like any element. */
  #walkGraphic(element: XmlElement, context: Context): void {
    const graphic = readGraphic(element, context.part, this.#package);
    if (graphic) this.#put(graphic.words, context, { in: graphic.kind, running: false });
    else this.#children(element, context);
  }

  /**
   * Alternative contents, for programs that cannot show the first alternative. An alternative that repeats
   * the words of an earlier alternative is marked as its repetition; any other is counted too.
   */
  #walkAlternatives(element: XmlElement, context: Context): void {
    const said = new Set<string>();
    for (const branch of childElements(element)) {
      const { own, inBoxes } = this.#apart(() => this.#children(branch, context));
      const words = [...own, ...inBoxes].map((one) => `${one.running} ${visibleText(one.words)}`);
      const digest = words.sort().join('\n');
      if (said.has(digest)) for (const one of [...own, ...inBoxes]) one.repeated = true;
      said.add(digest);
      this.#out.push(...own);
      this.#boxes.push(...inBoxes);
    }
  }

  /** Records the note or comment to which the text refers here. */
  #refer(element: XmlElement, context: Context): void {
    const id = attributeOf(element, 'id');
    const [kind, place] = NOTES.find(([one]) =>
      element.name.startsWith(`w:${one.replace(/s$/, '')}`),
    )!;
    for (const target of this.#related.partsOf(context.part, kind))
      for (const note of this.#related.notesOf(target).get(id) ?? [])
        this.#note(target, note, place);
  }

  #note(part: string, note: XmlElement, place: Place): void {
    const key = `${part} ${attributeOf(note, 'id')}`;
    if (this.#counted.has(key) || /^\w*eparator|Notice$/.test(attributeOf(note, 'type') ?? ''))
      return;
    this.#counted.add(key);
    this.#aside(note, this.#story(part, place));
  }

  /** Records the headers and footers that a section shows, except page numbers. */
  #headers(section: XmlElement, context: Context): void {
    for (const reference of childElements(section))
      for (const [kind, place] of HEADERS)
        if (reference.name === `w:${kind}Reference`)
          this.#header(this.#package.target(context.part, relationshipOf(reference, 'id')), place);
  }

  #header(part: string | undefined, place: Place): void {
    const tree = part === undefined ? undefined : this.#package.tree(part);
    if (part === undefined || !tree || this.#counted.has(part)) return;
    this.#counted.add(part);
    this.#aside(tree, this.#story(part, place));
  }

  /** Records words outside the running text, joined by paragraph. */
  #aside(element: XmlElement, context: Context): void {
    const { own, inBoxes } = this.#apart(() => {
      this.#children(element, context);
      this.#closeFields(context);
    });
    const shown = [...own, ...inBoxes].filter(
      ({ marks, repeated }) => !repeated && !marks.includes('deleted'),
    );
    for (const [paragraph, all] of Map.groupBy(shown, (one) => one.paragraph)) {
      const words = all.map((one) => one.words).join('');
      const isPaged = /^页[眉脚]$/.test(context.place) && PAGE_FURNITURE.test(words);
      if (visibleText(words) !== '' && !isPaged)
        this.#out.push({ in: context.place, words, marks: [], running: false, paragraph });
    }
  }

  /** Records a file within the file (17.17.2). */
  #embedded(element: XmlElement, context: Context): void {
    const target = this.#package.target(context.part, relationshipOf(element, 'id'));
    const words = readEmbedded(target === undefined ? undefined : this.#package.bytes(target));
    this.#put(words, context, { in: '嵌入的文件', running: false });
  }
}

const withMarks = (context: Context, marks: readonly Mark[]): Context =>
  marks.length === 0 ? context : { ...context, marks: [...new Set([...context.marks, ...marks])] };

/** Headers and footers by the type of their relationship. */
const HEADERS: [string, Place][] = [
  ['header', '页眉'],
  ['footer', '页脚'],
];
/** The parts of notes and comments by the type of their relationship. */
const NOTES: [string, Place][] = [
  ['footnotes', '脚注'],
  ['endnotes', '尾注'],
  ['comments', '批注'],
];
