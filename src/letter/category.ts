import { foldText } from '../language/fold.ts';

/** The class in a printed 办理类别, without its label: A in 类别：A类, 甲 in （甲类）. */
export const categoryMark = (printed: string): string | undefined =>
  /[A-D甲乙丙丁]/.exec(foldText(printed))?.[0];
