/** Matches a digit, also a full-width digit: ８. */
const DIGIT = '[\\d０-９]';
const UNITS =
  '平方(?:公里|千米|米)|立方米|公[里顷斤]|千[米克瓦]|[厘毫]米|小时|分钟|[家人件户辆]次?|[元亩个名项条号期年月日米吨位座处所部类宗株棵台套间层栋份场次批届岁倍只](?:底|初|末)?';

/**
 * Matches a number with its prefix and unit, which no line may break: 第273号, 2044.06亿元, 1700多家,
 * 〔2019〕37号, 12月底, 6月25日, 2019—2021年.
 */
const NUMBER = new RegExp(
  [
    `〔${DIGIT}{4}〕${DIGIT}+号`,
    // A date may break after its year only.
    `${DIGIT}{1,2}月${DIGIT}{1,2}日`,
    `第?${DIGIT}(?:[,.．]|${DIGIT})*(?:[—～~-]${DIGIT}(?:[.．]|${DIGIT})*)?[万亿]?[多余]?(?:[%％]|${UNITS})?`,
  ].join('|'),
);
const SPLIT = new RegExp(`(${NUMBER.source})`);

/** A run of text; a number stays on one line. */
export interface NumberRun {
  text: string;
  isNumber: boolean;
}

/** Splits a text into numbers with their units, and the words between them. The runs join to the text. */
export const splitNumbers = (text: string): NumberRun[] =>
  text
    .split(SPLIT)
    .map((part, index) => ({ text: part, isNumber: index % 2 === 1 && part.length > 1 }))
    .filter((run) => run.text !== '');
