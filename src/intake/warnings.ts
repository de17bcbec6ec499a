import { unpairedMarks } from '../language/pairs.ts';
import { COPIES_LABEL } from '../letter/copies.ts';
import { fromChinese } from '../language/numerals.ts';
import { foldText } from '../language/fold.ts';
import type { Reading } from '../received/lines.ts';
import type { BodyBlock } from './body/blocks.ts';
import { ordinalOf } from './body/headings.ts';
import { rowEnd, rowLocation, type Ask } from './questions.ts';
import type { Row } from './rows.ts';

const ENDED = /[。！？；：!?;:…”’）)】》〕]$|\p{Script=Han}[.．]$/u;
/** What is shown by Word, and lost with its text alone, is asked about; most of it before publication. */
const REMEDIES: Record<string, string> = {
  自动编号:
    'Word 的自动编号不是文字，没有读到。请在 Word 里另存为“纯文本（*.txt）”，编号就成为文字，再加那个 .txt 文件',
  修订: '有没有接受或拒绝的修订，按全部接受收入。请在 Word 里逐条接受或拒绝，另存以后再加一次',
  隐藏文字:
    '有隐藏的文字，Word 里看不见，这里却读到了。请在 Word 里全选，在“字体”里去掉“隐藏”的勾，删去不属于答复的，再加一次',
  删除线: '有加了删除线的文字，收进来就看不出删去了。请在 Word 里真正删去或去掉删除线，再加一次',
  上标或下标: '有上标或下标（如 m²），收成了普通的字（m2）；请看意思变了没有',
  图片: '有图片（如印章），没有收入；图里有文字的，请看要不要补成文字',
};

/** Asks about what the file holds besides the text that was read. */
export function askLost({ lines, lost }: Reading, ask: Ask): void {
  for (const kind of lost) {
    const what = REMEDIES[kind] ?? `有${kind}，没有收入；属于答复的，请改成正文的文字后再加一次`;
    ask('Word 文件', what, kind === '图片' || kind === '上标或下标' ? undefined : 'first');
  }
  const odd = lines.flatMap(({ text }, index) =>
    /[\u2E80-\u2FDF\uF900-\uFAFF]/.test(text) ? { line: index + 1, text: text.trim() } : [],
  );
  if (odd[0])
    ask(
      odd.length === 1
        ? rowLocation(odd[0])
        : `收到的文件第 ${odd.map(({ line }) => line).join('、')} 行`,
      '有兼容字形（看来相同、编码不同的字），照录',
    );
  lines.forEach(({ text }, index) => {
    const row = { line: index + 1, text: text.trim() };
    if (/[\uFFFD\uE000-\uF8FF]/.test(text)) ask(rowLocation(row), '有丢失或无法显示的字', 'first');
    if (/[\0-\x08\x0E-\x1F\x7F\xAD\u200B-\u200F\u202A-\u202E\u2060-\u2069]/.test(text))
      ask(rowLocation(row), '有看不见的字符，没有收入');
  });
}

/** Asks about what looks like a slip in the letter's own words. All of it stands as printed. */
export function askSlips(rows: Row[], ask: Ask): void {
  for (const row of rows) {
    const { text } = row;
    if (/\p{Script=Han}[*＊×xX]{1,3}(?=\p{Script=Han}|[、，,：:等]|$)|[*＊×]{2,}/u.test(text))
      ask(rowLocation(row), '姓名或名称用符号遮盖，照录');
    const half =
      /\p{Script=Han}\s*[,;:?!]|[,;:?!]\s*\p{Script=Han}|\p{Script=Han}\.(?!\d)|\p{Script=Han}\((?!们\))[^)]*\p{Script=Han}/u.exec(
        text,
      );
    if (half) ask(rowLocation(row), `有半角标点“${half[0]}”，照录`);
    if (row.part === 'cc' && COPIES_LABEL.test(text) && !/^抄\s*[送报]\s*[：:]/.test(text))
      ask(rowLocation(row), '“抄送”后面没有冒号，照录');
    if (row.part === 'contact' && !row.cells && !/[：:]/.test(text))
      ask(rowLocation(row), '联系方式没有冒号，照录');
  }
}

/** An ordinal in the body: of a heading, or of a paragraph that begins with one. */
const ordinalIn = (
  item: BodyBlock,
): { level: 2 | 3; ordinal: string; text: string } | undefined => {
  if (item.type === 'heading')
    return item.ordinal === null
      ? undefined
      : { level: item.level, ordinal: item.ordinal, text: item.text };
  const found = item.type === 'paragraph' ? ordinalOf(item.text) : undefined;
  return found?.level === 3 && item.type === 'paragraph'
    ? { ...found, text: item.text }
    : undefined;
};

/** Asks about marks without their partner; `parts` are the words above and below the body, each whole. */
export function askUnpaired(parts: string[], items: BodyBlock[], ask: Ask): void {
  for (const text of parts)
    for (const mark of unpairedMarks(text))
      ask(`“${text.slice(0, 20)}”`, `“${mark}”没有成对，照录`);
  for (const item of items) {
    if (item.type === 'closing' || (item.type === 'heading' && item.supplied)) continue;
    const texts = item.type === 'table' ? item.rows.flat() : [item.text];
    const noted = item.type === 'heading' ? '' : '，并加了注';
    for (const text of texts)
      for (const mark of unpairedMarks(text))
        ask(
          item.type === 'heading'
            ? `“${text.slice(0, 20)}”`
            : rowLocation({ line: item.line, text }),
          `“${mark}”没有成对，照录${noted}`,
        );
  }
}

/** Asks about paragraphs without a full stop, and about ordinals that do not run on. */
export function askBody(items: BodyBlock[], ask: Ask): void {
  const last = { 2: 0, 3: 0 };
  for (const item of items) {
    if (item.type === 'paragraph' && !ENDED.test(item.text) && item.text !== '此致')
      ask(rowEnd(item), '段末没有句末标点，或句子被断成两段，照录');
    if (item.type === 'heading' && item.level === 2) last[3] = 0;
    const found = ordinalIn(item);
    if (!found) continue;
    const value = fromChinese(foldText(found.ordinal));
    const before = last[found.level];
    if (value !== before + 1)
      ask(
        `“${found.text.slice(0, 20)}”`,
        value <= before ? '序号重复或倒退，照录' : '序号跳过了一个，照录；请看有没有漏掉的部分',
      );
    last[found.level] = value;
  }
}
