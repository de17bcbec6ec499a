/** Thrown for a received file that cannot be accepted. `reason` and `help` are Chinese. */
export class Unreadable extends Error {
  readonly reason: string;
  readonly help: string;
  constructor(reason: string, help: string) {
    super(`${reason}\n    改法：${help}`);
    this.reason = reason;
    this.help = help;
  }
}

const AS_DOCX = '用 Word 或 WPS 打开，“另存为”选“Word 文档（*.docx）”，再加一次';
/** Help for a Word file with contents that Word does not write. */
export const COPIED = '用 Word 打开，全选、复制到新的空白文档里，另存为 .docx，再加一次';

/** Reason and help for each kind of file that cannot be accepted. */
export const UNREADABLE = {
  encoding: [
    '认不出文件的文字编码',
    '用记事本打开，“另存为”，编码选 UTF-8；打开就是乱码的，请向来文单位另要一份',
  ],
  utf32: ['文件的文字编码是 UTF-32', '用记事本打开，“另存为”，编码选 UTF-8，再加一次'],
  empty: ['文件是空的', '检查是否选错了文件'],
  oldWord: ['这是旧版 Word 或 WPS 文件', AS_DOCX],
  password: [
    '文件加了密码',
    '用 Word 打开，在“文件—信息—保护文档”里去掉密码，另存为 .docx，再加一次',
  ],
  pdf: [
    '这是 PDF 文件，文字的次序和段落都不可靠',
    '请向来文单位要 Word 文件；没有的，用 Word 打开这个 PDF，逐字核对以后另存为 .docx，再加一次',
  ],
  ofd: [
    '这是 OFD 版式文件',
    '请向来文单位要 Word 文件，或用版式软件导出文字，存为 .docx，再加一次',
  ],
  wordXml: ['这是 Word 的 XML 文件', AS_DOCX],
  rtf: ['这是 RTF 文件', AS_DOCX],
  html: ['这是网页文件', '把网页上的答复全文复制到 Word 里，另存为 .docx，再加一次'],
  other: ['不是 .docx、.txt 或 .md 文件', AS_DOCX],
  broken: [
    'Word 文件已损坏，或不完整',
    '重新下载或复制一次；能用 Word 打开的，另存为 .docx，再加一次',
  ],
  doctype: ['Word 文件里有文档类型的声明（DOCTYPE），不予打开', COPIED],
  twice: ['Word 文件里有两个同名的部分，不予打开', COPIED],
  notWord: ['这个压缩文件不是 Word 文档', AS_DOCX],
} as const satisfies Record<string, [string, string]>;
