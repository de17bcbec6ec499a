import { visibleText } from '../language/hidden.ts';
import type { Addition } from './add.ts';

/** A line for each thing found. */
const line = (name: string, value: string | string[] | null): string => {
  const words = Array.isArray(value) ? value.join(' / ') : value;
  return `  ${name}：${words || '（没有）'}`;
};

/** The sections of a letter, in its order; `supplied` headings are ours. */
const sectionsOf = ({ found }: Addition) =>
  found.items.flatMap((item) =>
    item.type === 'heading' && item.level === 2
      ? [{ ordinal: item.ordinal, heading: item.text, supplied: item.supplied }]
      : [],
  );

/** What was done, for a program. `found` is what the text says, as printed. */
export function reportData(addition: Addition): object {
  const { found, key, source, address, questions } = addition;
  const { title, salutation, signatories, date, copies, contact, attachments, omitted, proposal } =
    found;
  return {
    file: `content/${key}.md`,
    source,
    address: address && `/${address}/`,
    found: {
      title: title.join('') || null,
      session: proposal.session,
      number: proposal.number,
      salutation,
      sections: sectionsOf(addition),
      signatories,
      date,
      copies,
      contact,
      attachments,
    },
    omitted,
    questions: questions.map(({ where, what }) => ({ where, what })),
  };
}

/** What was done, for the clerk. */
export function reportText(addition: Addition): string {
  const { found, key, source, address, questions, draft } = addition;
  const first = questions.filter((question) => question.first);
  const others = questions.filter((question) => !question.first);
  const list = (all: typeof questions) => all.map(({ where, what }) => `  - ${where}：${what}`);
  const head = (items: string[], title: string) => (items.length > 0 ? ['', title, ...items] : []);
  return [
    `已写出 content/${key}.md，收到的文件原样存为 ${source}。`,
    '',
    '找到的内容：',
    line('标题', found.title),
    line('届次', found.proposal.session),
    line('编号', found.proposal.number),
    line('建议标题', found.proposal.title),
    line('文号', found.docNumber),
    line('称呼', found.salutation),
    ...sectionsOf(addition).map(({ heading, supplied }) =>
      line(supplied ? '小标题（本站所加）' : '小标题', heading),
    ),
    line('附件', found.attachments),
    line('署名', found.signatories),
    line('落款日期', found.date),
    line('附注', found.remarks),
    line('抄送', found.copies),
    line('联系方式', found.contact),
    ...head(
      found.omitted.map(
        ({ text, reason }) =>
          `  - “${visibleText(text) === text ? text : text.replaceAll(/\s+/g, ' ')}”：${reason}`,
      ),
      '没有收入的文字（收到的文件里仍然都在）：',
    ),
    ...head(list(others), '请看一看（照原文收入，没有改动）：'),
    ...head(list(first), '公布之前必须回答：'),
    '',
    draft
      ? `这是草稿，还不公布。运行 npm run dev 可以看到它${address ? `（/${address}/）` : ''}。` +
        (address
          ? `逐条处理以后，删去 content/${key}.md 里的 draft 和 questions 两项，再运行 npm run check；要改了文件再加一次的，先删去它和 ${source}。`
          : `写明届次和编号再加一次以后，删去 content/${key}.md 和 ${source}。`)
      : `网址是 /${address}/。摘要由程序拟写，可以改；再运行 npm run check，就可以公布。`,
    '',
  ].join('\n');
}
