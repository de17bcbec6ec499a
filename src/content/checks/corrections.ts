import type { Check, Finding } from './check.ts';

/** Corrections follow the publication, and the paragraphs that they inserted exist. */
export const checkCorrections: Check = ({ letter: { corrections, published }, fragments }) => {
  const early = corrections.findIndex(({ date }) => date < published);
  const tooEarly: Finding[] =
    early < 0
      ? []
      : [
          {
            path: ['corrections', early],
            message: '更正早于本站公布时间',
            help: '改正 date；公布前的改动不用写更正',
          },
        ];
  const missing = corrections
    .flatMap(({ added }) => added)
    .filter((paragraph) => !fragments.some(({ id }) => id === paragraph));
  return [
    ...tooEarly,
    ...missing.map((paragraph) => ({
      path: ['corrections'],
      message: `更正里写了 added: ${paragraph}，正文里没有这一段`,
      help: '写补入的段落前一段的段号',
    })),
  ];
};
