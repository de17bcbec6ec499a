import type {
  FootnoteDefinition,
  Heading,
  Paragraph as MdParagraph,
  RootContent,
  Table as MdTable,
} from 'mdast';
import { readMarkdown } from '../markdown.ts';
import { unpaired } from './checks.ts';
import type { Facts } from './facts.ts';
import { readInline, textOf } from './inline.ts';
import { NoteBook } from './notes.ts';
import { fromChinese, toChinese } from './numerals.ts';
import { checkParts } from './parts.ts';
import type { Fail, LineOf, Problem } from './problems.ts';
import type { Block, Body, Section } from './types.ts';

const REFUSED: Partial<Record<RootContent['type'], [string, string]>> = {
  html: ['有 HTML 标签', '删去标签，只留文字；要写 < 本身，写成 \\<'],
  list: ['有列表，原文的序号会丢失', '在序号的点前加反斜杠：1\\. ……；在 - 前加反斜杠：\\- ……'],
  blockquote: ['有引用块（>）', '删去行首的 >；要写 > 本身，写成 \\>'],
  code: ['有代码块（行首缩进四格，或三个反引号）', '删去行首的空格或反引号；首行缩进由网页来排'],
  definition: ['有链接定义', '写成完整的网址'],
};

/** Reads the body of a letter. `lines` maps each id to the line where it stands. */
export class BodyReader {
  readonly problems: Problem[] = [];
  readonly lines = new Map<string, number>();
  readonly #notes = new NoteBook();
  readonly #body: Omit<Body, 'notes'> = { opening: [], sections: [], closing: [] };
  #paragraphs = 0;
  #tables = 0;
  #closed = false;

  readonly file: string;
  readonly facts: Facts;
  readonly lineOf: LineOf;

  /** `lineOf` finds the line of a fact, for references that stand in the front matter. */
  constructor(file: string, facts: Facts, lineOf: LineOf) {
    this.file = file;
    this.facts = facts;
    this.lineOf = lineOf;
  }

  read(markdown: string): Body {
    const nodes = readMarkdown(markdown).children;
    for (const node of nodes) if (node.type === 'footnoteDefinition') this.#defineNote(node);

    const { date, source, contact } = this.facts;
    // Stated twice: above the letter and under the signature.
    for (const _ of date.note ? [1, 2] : []) this.#refer(date.note!, this.lineOf('date', 'note'));
    if (source.note) this.#refer(source.note, this.lineOf('source', 'note'));
    for (const node of nodes) this.#readNode(node);
    if (contact?.note) this.#refer(contact.note, this.lineOf('contact', 'note'));

    for (const { label, position } of this.#notes.unreferred)
      this.#fail(
        position!.start.line,
        `注 [^${label}] 没有被引用`,
        `在它说明的地方写上 [^${label}]，或删去这条注`,
      );
    checkParts(this.#body, this.facts.parts, this.lineOf, this.lines, this.#fail);
    return { ...this.#body, notes: this.#readNotes() };
  }

  #fail: Fail = (line, what, remedy) => {
    this.problems.push({ file: this.file, line, what, remedy });
  };

  #refer = (label: string, line: number) => {
    const mark = this.#notes.refer(label);
    if (!mark)
      this.#fail(line, `引用了注 [^${label}]，却没有这条注`, `在文末加一行 [^${label}]: 注的内容`);
    return mark;
  };

  #inline = (nodes: MdParagraph['children']) => readInline(nodes, this.#refer, this.#fail);

  #readNode(node: RootContent) {
    const line = node.position!.start.line;
    if (node.type === 'heading') this.#readHeading(node, line);
    else if (node.type === 'thematicBreak') {
      if (this.#closed) this.#fail(line, '分隔线（***）不止一条', '只在结语前留一条');
      this.#closed = true;
    } else if (node.type === 'paragraph') this.#readParagraph(node, line);
    else if (node.type === 'table') this.#readTable(node, line);
    else if (node.type !== 'footnoteDefinition') {
      const [what, remedy] = REFUSED[node.type] ?? ['有不认识的格式', '只写段落、标题、表格和注'];
      this.#fail(line, what, remedy);
    }
  }

  #readParagraph(node: MdParagraph, line: number) {
    const number = ++this.#paragraphs;
    const content = this.#inline(node.children);
    const acknowledged = node.children.some(
      (part) => part.type === 'footnoteReference' && part.identifier.startsWith('sic'),
    );
    for (const mark of acknowledged ? [] : unpaired(textOf(content)))
      this.#fail(
        line,
        `“${mark}”没有成对`,
        '对照原件补齐；原文如此的，在本段加一条名为 sic 开头的注，如 [^sic1]',
      );
    this.#add({ type: 'paragraph', id: `p${number}`, number, content }, line);
  }

  #readTable(node: MdTable, line: number) {
    const rows = node.children.map((row) =>
      row.children.map((cell) => this.#inline(cell.children)),
    );
    this.#add({ type: 'table', id: `t${++this.#tables}`, rows }, line);
  }

  #add(block: Block, line: number) {
    this.lines.set(block.id, line);
    const { opening, sections, closing } = this.#body;
    const section = sections.at(-1);
    const place = this.#closed
      ? closing
      : (section?.sections.at(-1)?.blocks ?? section?.blocks ?? opening);
    place.push(block);
  }

  #readHeading(node: Heading, line: number) {
    const text = textOf(this.#inline(node.children)).trim();
    const { sections } = this.#body;
    if (this.#closed) this.#fail(line, `结语之后还有标题“${text}”`, '把分隔线（***）移到结语之前');
    const supplied = /^\[(.+)\]$/.exec(text)?.[1];
    if (node.depth === 2 && supplied) {
      if (sections.some((section) => section.supplied))
        this.#fail(line, '编者所加的标题不止一个', '方括号标题只用于 ## [下一步]');
      return this.#open(sections, { id: 'next', heading: supplied, supplied: true }, line);
    }
    const parent = node.depth === 3 ? sections.at(-1) : undefined;
    if (node.depth !== 2 && !parent)
      return this.#fail(
        line,
        `标题“${text}”的级别不对`,
        '措施写 ## 一、……，其下的小标题写 ### （一）……',
      );
    const siblings = parent?.sections ?? sections;
    const ordinal = fromChinese((parent ? /^（(.+?)）/ : /^(.+?)、/).exec(text)?.[1] ?? '');
    const expected = siblings.filter((section) => !section.supplied).length + 1;
    const numbered = parent ? `（${toChinese(expected)}）` : `${toChinese(expected)}、`;
    if (ordinal !== expected)
      this.#fail(
        line,
        `标题“${text}”的序号不对`,
        `这里应是 ${numbered}；原文没有的标题写在方括号里：## [下一步]`,
      );
    const id = parent ? `${parent.id}-${expected}` : `s${expected}`;
    this.#open(siblings, { id, heading: text, supplied: false }, line);
  }

  #open(into: Section[], section: Omit<Section, 'blocks' | 'sections'>, line: number) {
    this.lines.set(section.id, line);
    into.push({ ...section, blocks: [], sections: [] });
  }

  #defineNote(node: FootnoteDefinition) {
    const line = node.position!.start.line;
    if (!/^[a-z][a-z0-9-]*$/.test(node.label ?? ''))
      this.#fail(
        line,
        `注的名字“${node.label}”不合用`,
        '只用小写字母、数字和连字符，以字母开头，如 [^date]',
      );
    if (!this.#notes.define(node))
      this.#fail(line, `注 [^${node.label}] 写了两次`, '只留一条，或换个名字');
  }

  #readNotes() {
    return this.#notes.finish((definition) =>
      definition.children.flatMap((child) => {
        if (child.type === 'paragraph') return [this.#inline(child.children)];
        this.#fail(child.position!.start.line, '注里只能写段落', '把这条注写成一段文字');
        return [];
      }),
    );
  }
}
