import type { Body } from '../../letter/letter.ts';
import type { Facts } from '../../letter/schema/letter.ts';
import type { Finding } from './check.ts';

/** The body has the parts that the front matter declares, so that a lost part is noticed. */
export function checkStructure(
  { sections, closing }: Pick<Body, 'sections' | 'closing'>,
  declared: Facts['parts'],
): Finding[] {
  const measures = sections.filter((section) => !section.supplied).length;
  const nextSteps = sections.some((section) => section.supplied);
  const problems: [isWrong: boolean, finding: Finding][] = [
    [
      measures !== declared.measures,
      {
        path: ['parts', 'measures'],
        message: `写明有 ${declared.measures} 条措施，正文里有 ${measures} 条`,
        help: '补齐标题（## 一、……），或改 measures',
      },
    ],
    [
      nextSteps !== declared.nextSteps,
      {
        path: ['parts', 'nextSteps'],
        message: '“下一步”与正文不符',
        help: '单列下一步的，写 nextSteps: true 并加标题 ## [下一步]；没有的，写 false',
      },
    ],
    [
      closing.length > 0 !== declared.closing,
      {
        path: ['parts', 'closing'],
        message: '“结语”与正文不符',
        help: '有结语的，写 closing: true 并在结语前加一行 ***；没有的，写 false',
      },
    ],
  ];
  return problems.flatMap(([isWrong, finding]) => (isWrong ? finding : []));
}
