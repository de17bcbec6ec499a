import { findDisclosureMarks } from '../disclosure/marks.ts';
import { findPersonalData } from '../disclosure/personal-data.ts';
import { isAside } from '../received/count/index.ts';
import type { Reading } from '../received/lines.ts';
import { locateRow, type Question } from './questions.ts';

/** A text of a received file that is not in its lines: a header, a comment. `where` is Chinese. */
export interface HiddenText {
  where: string;
  text: string;
}

/** The texts of a received file that are not in its lines. */
export const hiddenTextsOf = ({ differences, asides }: Reading): HiddenText[] => [
  ...differences
    .filter((one) => !isAside(one.in))
    .flatMap(({ in: place, words }) =>
      words.split('\n').map((line) => ({ where: `收到的文件的${place}`, text: line })),
    ),
  ...asides.map((text) => ({ where: '收到的文件的注释、网址等看不见的字', text })),
];

const MARK =
  '由有权决定的人审查：可以公开的，在事实部分写 review: {by: 审查人, on: 日期, decision: 公开}；不能公开的，把写出的两个文件移出 content 文件夹，不要提交';
const DATUM =
  '不公布的，处理完其他问题以后运行 npm run withhold；仍要公布的，在事实部分写 review: {by: 审查人, on: 日期, decision: 公开, keep: [{at: 位置, why: 理由}]}';

/**
 * Asks for decisions that only a person can make: about marks of letters that are secret, internal or not for
 * the public, and about personal data. All of these questions block publication.
 */
export function askAboutDisclosure(
  lines: readonly { text: string }[],
  hidden: readonly HiddenText[] = [],
): Question[] {
  const texts = [
    ...lines.map(({ text }, index) => ({
      where: locateRow({ line: index + 1, text: text.trim() }),
      text,
    })),
    ...hidden,
  ];
  const marks = findDisclosureMarks(texts.map(({ text }) => text)).filter(({ isOpen }) => !isOpen);
  return [
    ...marks.map(({ kind, words, line }) => ({
      where: texts[line]!.where,
      what: `写着“${words}”（${kind}）。${MARK}`,
    })),
    ...texts.flatMap(({ where, text }) =>
      findPersonalData(text).map(({ kind, words }) => ({
        where,
        what: `“${words}”像是个人信息（${kind}）。${DATUM}`,
      })),
    ),
  ].map((question): Question => ({ ...question, blocking: true }));
}

/** The openness that a received file prints beside the letter, such as 主动公开 under 公开方式. */
export function findOpenness(omitted: readonly { text: string }[]): string | undefined {
  const [mark] = findDisclosureMarks(omitted.map(({ text }) => text)).filter(
    ({ isOpen, words }) => isOpen && words.includes('主动公开'),
  );
  return mark && '主动公开';
}
