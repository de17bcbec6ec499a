/** A digit, also as wide as a character: ８２３４５６７８. */
const D = '[\\d０-９]';
const UNITS =
  '平方(?:公里|千米|米)|立方米|公[里顷斤]|千[米克瓦]|[厘毫]米|小时|分钟|[家人件户辆]次?|[元亩个名项条号期年月日米吨位座处所部类宗株棵台套间层栋份场次批届岁倍只](?:底|初|末)?';

/**
 * A figure with its prefix and unit, which no line may break: 第273号, 2044.06亿元, 1700多家,
 * 〔2019〕37号, 12月底, 6月25日, 2019—2021年.
 */
const FIGURE = new RegExp(
  [
    `〔${D}{4}〕${D}+号`,
    // A date may break after its year, nowhere else.
    `${D}{1,2}月${D}{1,2}日`,
    `第?${D}(?:[,.．]|${D})*(?:[—～~-]${D}(?:[.．]|${D})*)?[万亿]?[多余]?(?:[%％]|${UNITS})?`,
  ].join('|'),
);
const SPLIT = new RegExp(`(${FIGURE.source})`);

/** A run of text; `figure` ones are kept on one line. */
export interface NumberRun {
  text: string;
  isNumber: boolean;
}

/** Cuts running text into figures with their units, and the words between them. No character is added. */
export const splitNumbers = (text: string): NumberRun[] =>
  text
    .split(SPLIT)
    .map((part, index) => ({ text: part, isNumber: index % 2 === 1 && part.length > 1 }))
    .filter((run) => run.text !== '');
