import type {
  FootnoteDefinition,
  Heading,
  Link,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import type { Advice, FileDiagnostic } from '../../diagnostics.ts';
import { unpairedMarks } from '../../language/pairs.ts';
import { isNoteLabel, noteId } from '../../letter/fragment.ts';
import type { Inline } from '../../letter/letter.ts';
import { inlineText } from '../../letter/body.ts';
import { labelOf, plainText } from './inline.ts';
import { dishonestLink, isHonestLink, isSafeLink } from './links.ts';

/** Block nodes that a letter cannot have. */
const REFUSED_BLOCKS: Partial<Record<RootContent['type'], Advice>> = {
  html: { message: '有 HTML 标签', help: '删去标签，只留文字；要写 < 本身，写成 \\<' },
  list: {
    message: '有列表，原文的序号会丢失',
    help: '在行首序号的点或括号前加反斜杠：1\\. ……，1\\) ……；- 写成 \\- ',
  },
  blockquote: { message: '有引用块（>）', help: '删去行首的 >；要写 > 本身，写成 \\>' },
  code: {
    message: '有代码块（行首缩进四格，或三个反引号）',
    help: '删去行首的空格或反引号；首行缩进由网页来排',
  },
  definition: { message: '有链接定义', help: '写成完整的网址' },
};
const OTHER_BLOCK: Advice = { message: '有不认识的格式', help: '只写段落、标题、表格和注' };

/** Phrasing nodes that a letter cannot have. */
const REFUSED_INLINES: Partial<Record<PhrasingContent['type'], Advice>> = {
  html: { message: '有 HTML 标签', help: '删去标签，只留文字；要写 < 本身，写成 \\<' },
  strong: { message: '有加粗（**）', help: '答复照录文字，不加格式；要写星号本身，写成 \\*' },
  emphasis: {
    message: '有斜体（* 或 _）',
    help: '答复照录文字，不加格式；要写星号或下划线本身，写成 \\* 或 \\_',
  },
  delete: { message: '有删除线（~~）', help: '答复照录文字，不加格式；要写波浪号本身，写成 \\~' },
  inlineCode: { message: '有反引号（`）', help: '删去反引号' },
  image: { message: '有图片', help: '答复只收文字' },
  imageReference: { message: '有图片', help: '答复只收文字' },
  linkReference: { message: '有引用式链接', help: '写成完整的网址' },
};
const OTHER_INLINE: Advice = { message: '有不认识的格式', help: '只写文字' };

/** The input of the lint of an edition's body, beside its nodes. */
export interface LintContext {
  /** The Markdown that the nodes were read from. */
  source: string;
  /** The labels of the notes that are defined. */
  labels: Set<string>;
}

const lineOf = (node: RootContent): number => node.position?.start.line ?? 1;
const at = (node: RootContent, advice: Advice): FileDiagnostic => ({
  line: lineOf(node),
  ...advice,
});
/** The first character of a node in the Markdown. */
const firstCharacter = (node: RootContent, source: string) =>
  source[node.position?.start.offset ?? 0] ?? '';

/** The problem of a reference to a note that is not defined. */
export const undefinedNote = (label: string): Advice => ({
  message: `引用了注 [^${label}]，却没有这条注`,
  help: `在文末加一行 [^${label}]: 注的内容（冒号用半角）`,
});

/** The problem of a link, which only a note may have. An address typed as text is no link. */
function linkProblem(link: Link, inNote: boolean): Advice | undefined {
  const { url } = link;
  const text = plainText(link.children);
  const isTyped = url.replace(/^(?:mailto:|http:\/\/)/, '') === text || url === text;
  if (!inNote && isTyped) return undefined;
  if (!isSafeLink(url))
    return {
      message: `链接“${url}”不安全或不完整`,
      help: '只用 https://、http://、mailto: 或 tel: 开头的地址',
    };
  if (!inNote) return { message: `正文里有链接“${text}”`, help: '只留文字；链接写在注里' };
  if (/[^\x21-\x7E]/.test(url))
    return { message: `网址“${url}”连着后面的汉字`, help: '写成 [文字](网址)' };
  if (!isHonestLink(text, url)) return dishonestLink(text, url);
  return undefined;
}

function lintInline(
  nodes: PhrasingContent[],
  context: LintContext,
  inNote = false,
): FileDiagnostic[] {
  return nodes.flatMap((node) => {
    if (node.type === 'break') return [];
    if (node.type === 'text') {
      // Markdown leaves a reference to an undefined note in the text as typed, if it is not escaped.
      const { start, end } = node.position ?? {};
      const source = context.source.slice(start?.offset ?? 0, end?.offset ?? 0);
      const typed = [...source.matchAll(/(?<!\\)\[\^([^\]\\]+)\]/g)].map(([, label = '']) => label);
      return typed.flatMap((label) =>
        context.labels.has(label) ? [] : at(node, undefinedNote(label)),
      );
    }
    if (node.type === 'footnoteReference')
      return context.labels.has(labelOf(node)) ? [] : [at(node, undefinedNote(labelOf(node)))];
    if (node.type === 'link') {
      const problem = linkProblem(node, inNote);
      return problem ? [at(node, problem)] : [];
    }
    return [at(node, REFUSED_INLINES[node.type] ?? OTHER_INLINE)];
  });
}

function lintHeading(node: Heading, context: LintContext): FileDiagnostic[] {
  if (firstCharacter(node, context.source) !== '#')
    return [
      at(node, {
        message: '段落下面紧接着横线，会变成标题',
        help: '在横线之前空一行；结语前的分隔线写 ***',
      }),
    ];
  const hasNote = node.children.some(({ type }) => type === 'footnoteReference');
  return [
    ...lintInline(node.children, context),
    ...(hasNote ? [at(node, { message: '标题里有注', help: '把 [^名字] 移到正文里' })] : []),
  ];
}

function lintParagraph(node: Paragraph, context: LintContext): FileDiagnostic[] {
  const isLostHeading = /[#＃]/.test(firstCharacter(node, context.source));
  const lost = {
    message: '行首的 # 没有成为标题',
    help: '# 用半角，后面空一格：## 二、……；要写 # 本身，写成 \\#',
  };
  return [...lintInline(node.children, context), ...(isLostHeading ? [at(node, lost)] : [])];
}

function lintTable(node: Table, context: LintContext): FileDiagnostic[] {
  const width = node.children[0]?.children.length;
  return node.children.flatMap((row, index) => [
    ...row.children.flatMap((cell) => lintInline(cell.children, context)),
    ...(row.children.length === width
      ? []
      : [
          {
            // The delimiter row below the head is not among the rows.
            line: lineOf(node) + index + (index > 0 ? 1 : 0),
            message: '表格这一行的格子数与表头不同',
            help: '补齐或删去 |；表格与下一段之间空一行',
          },
        ]),
  ]);
}

function lintDefinition(node: FootnoteDefinition, context: LintContext): FileDiagnostic[] {
  const label = labelOf(node);
  return [
    ...(isNoteLabel(label)
      ? []
      : [
          at(node, {
            message: `注的名字“${label}”不合用`,
            help: '只用小写字母、数字和连字符，以字母开头，如 [^date]',
          }),
        ]),
    ...(node.children.length > 0
      ? []
      : [at(node, { message: `注 [^${label}] 是空的`, help: '写上注的内容，或删去它' })]),
    ...node.children.flatMap((child) =>
      child.type === 'paragraph'
        ? lintInline(child.children, context, true)
        : [at(child, { message: '注里只能写段落', help: '把这条注写成一段文字' })],
    ),
  ];
}

/** Reports what a letter's body cannot have: marks of other formats, links, misplaced signs. */
export const lintBody = (nodes: RootContent[], context: LintContext): FileDiagnostic[] =>
  nodes.flatMap((node) => {
    if (node.type === 'heading') return lintHeading(node, context);
    if (node.type === 'paragraph') return lintParagraph(node, context);
    if (node.type === 'table') return lintTable(node, context);
    if (node.type === 'footnoteDefinition') return lintDefinition(node, context);
    if (node.type === 'thematicBreak') return [];
    return [at(node, REFUSED_BLOCKS[node.type] ?? OTHER_BLOCK)];
  });

/** A run of text within which brackets and quotation marks must be paired. */
export interface Passage {
  content: Inline[];
  line: number;
}

/** The start of the labels of notes that confirm an error of the letter itself. */
const SIC = 'sic';

/** Reports marks without their partner, unless a note states that they are so in the letter. */
export const lintPairs = (passages: Passage[]): FileDiagnostic[] =>
  passages.flatMap(({ content, line }) => {
    if (content.some((part) => part.type === 'note' && part.note.startsWith(noteId(SIC))))
      return [];
    return unpairedMarks(inlineText(content)).map((mark) => ({
      line,
      message: `“${mark}”没有成对`,
      help: '对照原件补齐；原文如此的，在本段加一条名为 sic 开头的注，如 [^sic1]',
    }));
  });
