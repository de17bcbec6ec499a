import { visibleText } from '../language/hidden.ts';
import { PART_ORDER, partLabel, type Part } from '../letter/parts.ts';
import type { Addition } from './add.ts';
import { sectionHeadings } from './body/blocks.ts';
import type { Classified } from './classify.ts';
import type { ProposalAddition } from './proposal.ts';
import { isBlocking, type Question } from './questions.ts';

/** A line of the report: its label, and what was found. */
type Finding = [label: string, lines: (string | null)[]];

/** The report of an addition, as data for a program. `found` contains the facts of the letter, as printed. */
export function reportData({ found, key, received, address, questions }: Addition): object {
  const { parts, blocks, proposal, signatories, omitted } = found;
  return {
    file: `content/${key}.md`,
    source: received,
    address: address && `/${address}/`,
    found: {
      title: parts.title.join('') || null,
      ...(parts.category.length > 0 && { category: parts.category.join('') }),
      session: proposal.session,
      number: proposal.number,
      salutation: parts.to.join('') || null,
      sections: sectionHeadings(blocks).map(({ ordinal, text, supplied }) => ({
        ordinal,
        heading: text,
        supplied,
      })),
      signatories,
      date: parts.date[0] ?? null,
      copies: parts.cc.join('') || null,
      contact: parts.contact,
      attachments: parts.attachments,
      ...(parts.annex.length > 0 && { annex: parts.annex }),
    },
    omitted,
    questions: questions.map(({ where, what }) => ({ where, what })),
  };
}

/** A list below its title; nothing if the list is empty. */
const formatList = (title: string, items: string[]): string[] =>
  items.length > 0 ? ['', title, ...items.map((item) => `  - ${item}`)] : [];

/** The questions that block publication, or the others, one a line. */
const formatQuestions = (questions: Question[], blocking: boolean): string[] =>
  questions
    .filter((question) => isBlocking(question) === blocking)
    .map(({ where, what }) => `${where}：${what}`);

/** Labels of parts that this report calls by a shorter or a fuller name than the front matter. */
const LABELS: Partial<Record<Part, string>> = { doc: '文号', date: '落款日期' };
/** Parts that are read as a single line, on however many lines they are printed. */
const ONE_LINE: Part[] = ['category', 'to', 'cc'];

/** Label and lines of a part; of the body, those of its headings. */
function findPartFindings(part: Part, { parts, blocks, signatories }: Classified): Finding[] {
  if (part === 'body')
    return sectionHeadings(blocks).map(({ text, supplied }) => [
      supplied ? '小标题（本站所加）' : '小标题',
      [text],
    ]);
  const lines = part === 'sign' ? signatories : parts[part];
  return [[LABELS[part] ?? partLabel(part), ONE_LINE.includes(part) ? [lines.join('')] : lines]];
}

/** The findings about the letter, one a line. */
function formatFindings({ found }: Addition): string[] {
  const { session, number, title } = found.proposal;
  const findings: Finding[] = [
    ...findPartFindings('title', found),
    ['届次', [session]],
    ['编号', [number]],
    ['建议标题', [title]],
    ...PART_ORDER.flatMap((part) => (part === 'title' ? [] : findPartFindings(part, found))),
  ];
  return findings.map(([label, lines]) => {
    const words = lines.filter(Boolean).join(' / ') || '（没有）';
    // Some parts are printed with their label.
    return words.startsWith(`${label}：`) ? `  ${words}` : `  ${label}：${words}`;
  });
}

/** The last line of the report: the decisions that no program makes. */
const REVIEW =
  '文字已经与收到的文件核对；公布之前，还要由负责的人审查：公开属性（能不能公开）、个人信息（该不该公布）、编者注（写得对不对）。';

/** The next step for the clerk. */
function formatNextStep({ key, received, address, draft }: Addition): string {
  if (!draft) return `网址是 /${address}/。摘要由程序拟写，可以改；再运行 npm run check。`;
  const preview = `这是草稿，还不公布。运行 npm run dev 可以看到它${address ? `（/${address}/）` : ''}。`;
  return address
    ? `${preview}逐条处理以后，删去 content/${key}.md 里的 draft 和 questions 两项，再运行 npm run check；要改了文件再加一次的，先删去它和 ${received}。`
    : `${preview}写明届次和编号再加一次以后，删去 content/${key}.md 和 ${received}。`;
}

/** The report of the text of a proposal, as Chinese text for the clerk. */
export function proposalReport({
  stem,
  received,
  title,
  questions,
  draft,
}: ProposalAddition): string {
  return [
    `建议全文：已写出 content/${stem}.md，收到的文件原样存为 ${received}。`,
    `  标题：${title ?? '（没有找到，由程序拟了一个放在方括号里）'}`,
    ...formatList('请看一看（照原文收入，没有改动）：', formatQuestions(questions, false)),
    ...formatList('公布之前必须回答：', formatQuestions(questions, true)),
    '',
    draft
      ? `这是草稿，还不公布。逐条处理以后，删去 content/${stem}.md 里的 draft 和 questions 两项，再运行 npm run check。`
      : '再运行 npm run check。',
    REVIEW,
    '',
  ].join('\n');
}

/** The remark on bureaus that `content/site.yaml` does not register, which have no page of their own yet. */
const remarkUnregistered = (signatories: string[], registered: string[]): string[] =>
  signatories
    .filter((name) => !registered.includes(name))
    .map(
      (name) =>
        `“${name}”没有登记，还没有自己的一页；要有，在 content/site.yaml 的 bureaus 里加一行 - {id: 英文缩写, name: ${name}}`,
    );

/**
 * The report of an addition, as Chinese text for the clerk. `registered` are the bureaus of `content/site.yaml`,
 * undefined if that cannot be read.
 */
export function reportText(addition: Addition, registered?: string[]): string {
  const { found, key, received, questions } = addition;
  const omitted = found.omitted.map(({ text, reason }) => {
    const words = visibleText(text) === text ? text : text.replaceAll(/\s+/g, ' ');
    return `“${words}”：${reason}`;
  });
  return [
    `已写出 content/${key}.md，收到的文件原样存为 ${received}。`,
    '',
    '找到的内容：',
    ...formatFindings(addition),
    ...formatList('没有收入的文字（收到的文件里仍然都在）：', omitted),
    ...formatList('请看一看（照原文收入，没有改动）：', formatQuestions(questions, false)),
    ...formatList('公布之前必须回答：', formatQuestions(questions, true)),
    ...formatList(
      '另请留意：',
      registered ? remarkUnregistered(found.signatories, registered) : [],
    ),
    '',
    formatNextStep(addition),
    REVIEW,
    '',
  ].join('\n');
}
