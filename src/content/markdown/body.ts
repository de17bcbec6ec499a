import type {
  FootnoteDefinition,
  Heading,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { readMarkdown } from '../../markdown.ts';
import { unpairedMarks } from '../../language/pairs.ts';
import type { Correction } from '../../letter/schema/corrections.ts';
import { isNoteLabel, noteId, paragraphId, tableId } from '../../letter/fragment.ts';
import { readInline } from './inline.ts';
import { inlineText } from '../../letter/text.ts';
import { NoteBook } from './notes.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';
import type { Fail } from '../../diagnostics.ts';
import { BodyTree } from './sectionize.ts';
import type { Body, NotePosition, Inline, NoteReference } from '../../letter/letter.ts';

/** A note's label in the front matter, and the place that will carry its mark. */
export interface FactReference {
  place: NotePosition;
  label: string;
  line: number;
}

const REFUSED: Partial<Record<RootContent['type'], [string, string]>> = {
  html: ['有 HTML 标签', '删去标签，只留文字；要写 < 本身，写成 \\<'],
  list: [
    '有列表，原文的序号会丢失',
    '在行首序号的点或括号前加反斜杠：1\\. ……，1\\) ……；- 写成 \\- ',
  ],
  blockquote: ['有引用块（>）', '删去行首的 >；要写 > 本身，写成 \\>'],
  code: ['有代码块（行首缩进四格，或三个反引号）', '删去行首的空格或反引号；首行缩进由网页来排'],
  definition: ['有链接定义', '写成完整的网址'],
};

/** Drops spaces at line ends, which would break a line, and Word's indents at line starts. */
const withoutEdges = (markdown: string) =>
  markdown
    .split(/\r?\n/)
    .map((line) => line.trimEnd().replace(/^\u3000+/, ''))
    .join('\n');

/** Reads the body of a letter and its notes. */
export class BodyReader {
  readonly tree: BodyTree;
  readonly #notes = new NoteBook();
  readonly #fail: Fail;
  readonly #nextNumber: () => string;
  #tables = 0;

  /** `corrections` say which paragraphs came in or went since publication. */
  constructor(fail: Fail, corrections: Correction[] = []) {
    this.#fail = fail;
    const numbers = paragraphNumbers(corrections);
    this.#nextNumber = () => numbers.next().value;
    this.tree = new BodyTree(fail);
  }

  /**
   * `facts` are the references to notes in the front matter, undefined where that cannot be read;
   * notes are numbered in the page's order.
   */
  read(markdown: string, facts: FactReference[] | undefined): Body {
    const clean = withoutEdges(markdown);
    const nodes = readMarkdown(clean).children;
    for (const node of nodes) if (node.type === 'footnoteDefinition') this.#defineNote(node);
    const marks: Body['marks'] = {};
    const refer = (places: NotePosition[]) => {
      for (const { place, label, line } of facts ?? []) {
        const mark = places.includes(place) && this.#refer(label, line);
        if (mark) marks[place] = mark;
      }
    };
    refer(['date above', 'source']);
    for (const node of nodes) this.#readNode(node, clean);
    refer(['date', 'contact']);
    for (const { label, position } of facts ? this.#notes.unreferred : [])
      this.#fail(
        position!.start.line,
        `注 [^${label}] 没有被引用`,
        `在它说明的地方写上 [^${label}]，或删去这条注`,
      );
    const notes = this.#notes.finish((definition) => this.#readNote(definition));
    const { opening, sections, closing } = this.tree;
    return { opening, sections, closing, notes, marks };
  }

  #refer = (label: string, line: number): NoteReference | undefined => {
    const mark = this.#notes.refer(label);
    if (!mark)
      this.#fail(
        line,
        `引用了注 [^${label}]，却没有这条注`,
        `在文末加一行 [^${label}]: 注的内容（冒号用半角）`,
      );
    return mark;
  };

  #inline = (nodes: PhrasingContent[], inNote = false): Inline[] =>
    readInline(nodes, this.#refer, this.#fail, inNote);

  #readNode(node: RootContent, markdown: string) {
    const line = node.position!.start.line;
    if (node.type === 'heading') {
      if (markdown[node.position!.start.offset!] === '#')
        this.tree.open(node.depth, this.#headingText(node, line), line);
      else
        this.#fail(
          line,
          '段落下面紧接着横线，会变成标题',
          '在横线之前空一行；结语前的分隔线写 ***',
        );
    } else if (node.type === 'thematicBreak') {
      this.tree.close(line);
    } else if (node.type === 'paragraph') this.#readParagraph(node, markdown, line);
    else if (node.type === 'table') this.#readTable(node, line);
    else if (node.type !== 'footnoteDefinition') {
      const [message, help] = REFUSED[node.type] ?? ['有不认识的格式', '只写段落、标题、表格和注'];
      this.#fail(line, message, help);
    }
  }

  #readParagraph(node: Paragraph, markdown: string, line: number) {
    const number = this.#nextNumber();
    const content = this.#inline(node.children);
    if (/[#＃]/.test(markdown[node.position!.start.offset!]!))
      this.#fail(
        line,
        '行首的 # 没有成为标题',
        '# 用半角，后面空一格：## 二、……；要写 # 本身，写成 \\#',
      );
    this.#checkPairs(content, line);
    this.tree.add({ type: 'paragraph', id: paragraphId(number), number, content }, line);
  }

  /** Marks without their partner, unless a note says that the letter has them so. */
  #checkPairs(content: Inline[], line: number) {
    if (content.some((part) => part.type === 'note' && part.note.startsWith(noteId('sic')))) return;
    for (const mark of unpairedMarks(inlineText(content)))
      this.#fail(
        line,
        `“${mark}”没有成对`,
        '对照原件补齐；原文如此的，在本段加一条名为 sic 开头的注，如 [^sic1]',
      );
  }

  #readTable(node: Table, line: number) {
    const rows = node.children.map((row) =>
      row.children.map((cell) => this.#inline(cell.children)),
    );
    for (const cell of rows.flat()) this.#checkPairs(cell, line);
    const width = rows[0]?.length;
    rows.forEach((row, index) => {
      if (row.length !== width)
        this.#fail(
          line + index + (index > 0 ? 1 : 0),
          '表格这一行的格子数与表头不同',
          '补齐或删去 |；表格与下一段之间空一行',
        );
    });
    this.tree.add({ type: 'table', id: tableId(++this.#tables), rows }, line);
  }

  #headingText(node: Heading, line: number): string {
    const content = this.#inline(node.children);
    if (content.some((part) => part.type === 'note'))
      this.#fail(line, '标题里有注', '把 [^名字] 移到正文里');
    return inlineText(content).trim();
  }

  #defineNote(node: FootnoteDefinition) {
    const line = node.position!.start.line;
    if (!isNoteLabel(node.label ?? ''))
      this.#fail(
        line,
        `注的名字“${node.label}”不合用`,
        '只用小写字母、数字和连字符，以字母开头，如 [^date]',
      );
    if (node.children.length === 0)
      this.#fail(line, `注 [^${node.label}] 是空的`, '写上注的内容，或删去它');
    if (!this.#notes.define(node))
      this.#fail(line, `注 [^${node.label}] 写了两次`, '只留一条，或换个名字');
  }

  #readNote(definition: FootnoteDefinition): Inline[][] {
    return definition.children.flatMap((child) => {
      if (child.type === 'paragraph') {
        const content = this.#inline(child.children, true);
        this.#checkPairs(content, child.position!.start.line);
        return [content];
      }
      this.#fail(child.position!.start.line, '注里只能写段落', '把这条注写成一段文字');
      return [];
    });
  }
}
