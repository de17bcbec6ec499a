import { isDoubtful } from '../language/dates.ts';
import { fullTitle } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';

/** Matches a remark on whom a letter is for: （此件公开发布）, （此件依申请公开）. */
const OPENNESS = /^[（(]?(此件[^，。；：]{0,4}公开[^，。；：]{0,2}?)[）)]?$/;

/** What a letter says of its openness: beside it or, as GB/T 9704 has it, in a remark below its date. */
const opennessOf = ({ openness, remarks = [] }: Letter): string | undefined =>
  openness ?? remarks.flatMap((remark) => OPENNESS.exec(remark)?.[1] ?? [])[0];

/**
 * The fields that a platform of government sites asks for (国办发〔2017〕47号; DB34/T 4086—2021), as the letter
 * states them. A field on which it is silent is empty.
 */
export const metadataOf = (letter: Letter): Record<string, string> => ({
  标题: fullTitle(letter),
  发文机关: letter.signatories.join('、'),
  文号: letter.docNumber ?? '',
  成文日期: letter.date?.printed ?? '',
  公开方式: opennessOf(letter) ?? '',
  办理类别: letter.category ?? '',
  主题词: letter.keywords.join('；'),
  摘要: letter.summary,
});

/** The statements on these fields: which of them are editorial, and which are doubtful. */
export function metadataRemarks(letter: Letter): string[] {
  const supplied = [
    ...(letter.titleSupplied ? ['标题'] : []),
    ...(letter.keywords.length > 0 ? ['主题词'] : []),
    '摘要',
  ];
  const { date } = letter;
  return [
    `${supplied.join('、')}是编者拟的，不是答复的原话。`,
    ...(date && isDoubtful(date.edtf) ? [`成文日期照原文，存疑：${date.printed}。`] : []),
  ];
}
