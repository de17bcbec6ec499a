import type { Facts } from '../../letter/schema/letter.ts';
import type { Fail, LineOf } from '../../diagnostics.ts';
import type { Body } from '../../letter/letter.ts';

/** Whether the body holds the parts that the front matter says it has, so that a lost one is noticed. */
export function checkStructure(
  { sections, closing }: Pick<Body, 'sections' | 'closing'>,
  parts: Facts['parts'],
  lineOf: LineOf,
  fail: Fail,
): void {
  const measures = sections.filter((section) => !section.supplied).length;
  if (measures !== parts.measures)
    fail(
      lineOf('parts', 'measures'),
      `写明有 ${parts.measures} 条措施，正文里有 ${measures} 条`,
      '补齐标题（## 一、……），或改 measures',
    );
  if (sections.some((section) => section.supplied) !== parts.nextSteps)
    fail(
      lineOf('parts', 'nextSteps'),
      '“下一步”与正文不符',
      '单列下一步的，写 nextSteps: true 并加标题 ## [下一步]；没有的，写 false',
    );
  if (closing.length > 0 !== parts.closing)
    fail(
      lineOf('parts', 'closing'),
      '“结语”与正文不符',
      '有结语的，写 closing: true 并在结语前加一行 ***；没有的，写 false',
    );
}
