import { toHalfWidth } from '../language/half-width.ts';
import { SURNAMES } from '../language/surnames.ts';

/** The kinds of personal data that are found in a text. */
export type PersonalDataKind =
  '身份证号' | '护照号' | '手机号' | '银行卡号' | '电子邮箱' | '住址' | '车牌号';

/** A piece of personal data: its words as in the text, from `index` on. */
export interface PersonalDatum {
  kind: PersonalDataKind;
  words: string;
  index: number;
}

const digitsOf = (text: string): string => text.replaceAll(/[^\dXx]/gu, '').toUpperCase();

/** Weights and check characters of GB 11643-1999, 4.4 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Returns true for 18 characters with a possible birthday and the right check character. */
function isIdentityNumber(digits: string): boolean {
  if (
    !/^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u.test(digits)
  )
    return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECKS[sum % 11] === digits[17];
}

/** The 15 digits of identity numbers issued before 1999: region, birthday with a year of two digits, sequence. */
const isOldIdentityNumber = (digits: string): boolean =>
  /^[1-8]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/u.test(digits);

/** The check of bank cards, ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, char, at) => {
    const digit = Number(char) * (at % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/** Words for numbers of things; a number after such a word belongs to nobody. */
const OF_THINGS =
  /(?:信用代码|税号|识别号|项目(?:代码|编号|编码)|(?:文|案|档|卷|批|单|序|件|票|证书|许可证|合同|工单|订单|发票|流水|受理|登记|备案|批准|标准|产品|设备|条形|机构|组织|宗地|不动产)[号码编]*(?:代码|编号|编码|号码|号|码)?|编号|编码|代码|文号|第|NO\.?|№)[为是:]?\s*[\dA-Z-]*$/iu;
const UNIT_AFTER = /^\s*(?:元|万|亿|余|多|平方|立方|米|公里|吨|亩|千瓦|度|人|户|家|件|个|次|%|％)/u;

const isOfThings = (text: string, index: number): boolean =>
  OF_THINGS.test(text.slice(Math.max(0, index - 16), index));
const hasUnit = (text: string, end: number): boolean => UNIT_AFTER.test(text.slice(end));

/** Finds matches of a pattern in a half-width text that also pass `accepts`. */
const findAll = (
  text: string,
  kind: PersonalDataKind,
  pattern: RegExp,
  accepts: (words: string, index: number) => boolean = () => true,
): { kind: PersonalDataKind; index: number; length: number }[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const words = match.groups?.['words'] ?? match[0];
    const index = match.index + match[0].indexOf(words);
    return accepts(words, index) ? [{ kind, index, length: words.length }] : [];
  });

/** Signs that people put between the digits of a number, or that no reader sees. */
const GAP = '[ \\t·._–—\\u200B-\\u200F\\u2060\\uFEFF\\u00AD-]';
// A comma after four digits, or a gap after seven, separates two numbers, such as a landline and a mobile.
const NO_DIGIT_BEFORE = `(?<![\\dA-Za-z〔]|\\d\\.|(?<!\\d{3})\\d,|(?<!\\d{6})\\d${GAP})`;
const NO_DIGIT_AFTER = `(?!${GAP}?\\d|[A-Za-z])`;

/** Mobile numbers (工信部, numbering plan of 2017): 11 digits from 13 to 19, in groups or apart, with or without +86. */
const MOBILE = new RegExp(
  `(?:(?:\\+|00)?86${GAP}?|${NO_DIGIT_BEFORE})(?<words>1[3-9]\\d{9}|\\(1[3-9]\\d\\) ?\\d{4} ?\\d{4}|1[3-9]\\d${GAP}{1,3}\\d{4}${GAP}{1,3}\\d{4}|1[3-9]\\d${GAP}{1,3}\\d{3}${GAP}{1,3}\\d{5}|1[3-9]\\d${GAP}{1,3}\\d{8}|1[3-9]\\d{2}${GAP}{1,3}\\d{3}${GAP}{1,3}\\d{4}|1(?:${GAP}{1,2}\\d){10})${NO_DIGIT_AFTER}`,
  'gu',
);
/** A mobile number after a word for it, with signs between any of its digits. */
const MOBILE_LABELLED =
  /(?<=(?:手机|电话|联系方式|微信)[^。；;，,\d]{0,6})(?<words>\(?1[ \t()]{0,2}[3-9](?:[ \t·._、()–—-]{0,2}\d){9})(?!\d)/gu;
const IDENTITY = new RegExp(
  `(?<![\\dA-Za-z])(?<words>[1-9](?:${GAP}?\\d){16}${GAP}?[\\dXx])(?![\\dA-Za-z])`,
  'gu',
);
const OLD_IDENTITY =
  /(?<=(?:身份证|证件号)[^。；;]{0,10}?)(?<![\dA-Za-z])(?<words>[1-8](?:[ \t-]?\d){14})(?![\dA-Za-z])/gu;
const CARD = new RegExp(
  `(?<![\\dA-Za-z.])(?<words>[2-6]\\d{3}(?:${GAP}{0,2}\\d){12,15})(?![\\dA-Za-z])`,
  'gu',
);
const CARD_LABELLED = new RegExp(
  `(?<=(?:银行卡|卡号|(?:个人|本人)(?:账|帐)[户号])[^。；;]{0,16}?)(?<![\\dA-Za-z.])(?<words>\\d{4}(?:${GAP}{0,2}\\d){8,18})(?![\\dA-Za-z])`,
  'gu',
);
/** Passports and travel documents of GA/T 1180: a letter (two since 2017) and digits. */
const PASSPORT_LABELLED =
  /(?<=(?:护照|通行证|居留证|旅行证)[^。；;]{0,12}?)(?<![A-Za-z\d])(?<words>[A-Z][A-Z]?\d{7,9})(?![A-Za-z\d])/giu;
const PASSPORT = /(?<![A-Za-z\d〔\-/])(?<words>E[A-HJ-NP-Z]\d{7}|[EG]\d{8})(?![A-Za-z\d\-/])/gu;
const EMAIL =
  /(?<![A-Za-z0-9._%+-])(?<words>[A-Za-z0-9][A-Za-z0-9._%+-]* ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})/gu;
/** A mail box of persons whose @ is written in another way. */
const DISGUISED_EMAIL =
  /(?<![A-Za-z0-9._%+-])(?<words>[A-Za-z0-9][A-Za-z0-9._%+-]* ?(?:#|[([【]at[)\]】]) ?(?:qq|163|126|139|189|sina|sohu|foxmail|gmail|hotmail|outlook|yeah)\.[A-Za-z.]{2,})/giu;
/** Mail boxes of offices, not of persons. */
const OFFICIAL_EMAIL =
  /@[^@]*\.gov\.cn$|^(?:info|office|service|services|contact|admin|webmaster|mail|kefu|bgs|xxgk|postmaster|support|hr|help|press)@/iu;
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使';
const PLATE = new RegExp(
  `(?<words>(?:WJ ?)?[${PROVINCES}] ?(?:(?<=WJ ?.)|[A-HJ-NP-Z])[ ·•.-]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF]))(?![A-Za-z0-9])`,
  'giu',
);
const HOUSE = '\\d+(?:[-—]\\d+)*(?:号|室|组|单元|幢|栋|弄|楼)|[一二三四五六七八九十]+(?:组|单元)';
const PLACE_WORDS = '[\\p{Script=Han}A-Za-z0-9（）()·-]';
/** A home: after words such as 住址, or after 住 that follows a name, a stop or 家, 现, 系. */
const ADDRESS_LABELLED = new RegExp(
  `(?:家庭(?:住址|地址)|居住地址?|居住地|现住(?:址|地)|户籍(?:地址?|所在地)|户口所在地|住址|住所地?|暂住地址?)[为是在:]*\\s*(?<words>${PLACE_WORDS}{1,40}?(?:${HOUSE})(?:${PLACE_WORDS}{0,12}?(?:${HOUSE}))*)`,
  'gu',
);
const ADDRESS = new RegExp(
  `(?<=^|[\\s，,、。；;：:（(）)]|[家现原系户]|\\p{Script=Han}(?:某|某某)|(?:代表|委员|先生|女士|同志|居民|村民|男|女|族|人|岁)|(?:[\\s，,、。；;：:（(]|^|村民|居民|市民|群众|代表|委员|业主|户主|职工|学生|家长)[${SURNAMES}]\\p{Script=Han}{1,2})(?<words>住(?:在|于)?(?!房|宅|建|院|户|区|所|宿|址|在地)${PLACE_WORDS}{1,40}?(?:${HOUSE})(?:${PLACE_WORDS}{0,12}?(?:${HOUSE}))*)`,
  'gu',
);

/** Numerals that people read out digit by digit, such as 一三八, and their digits; in runs as long as a mobile number. */
const NUMERALS = '〇零一幺二三四五六七八九';
const VALUES = '001123456789';
const toDigits = (text: string): string =>
  text.replaceAll(new RegExp(`[${NUMERALS}]{11,}`, 'g'), (run) =>
    [...run].map((char) => VALUES[NUMERALS.indexOf(char)]).join(''),
  );

/** Kinds in the order in which an overlap is settled: the first kind wins. */
function findCandidates(text: string): { kind: PersonalDataKind; index: number; length: number }[] {
  const notOfThings = (words: string, index: number) =>
    !isOfThings(text, index) && !hasUnit(text, index + words.length);
  return [
    ...findAll(text, '身份证号', IDENTITY, (words) => isIdentityNumber(digitsOf(words))),
    ...findAll(text, '身份证号', OLD_IDENTITY, (words) => isOldIdentityNumber(digitsOf(words))),
    ...findAll(text, '银行卡号', CARD, (words, index) => {
      const digits = digitsOf(words);
      return digits.length >= 16 && passesLuhn(digits) && notOfThings(words, index);
    }),
    ...findAll(text, '银行卡号', CARD_LABELLED, (words) => digitsOf(words).length >= 12),
    ...findAll(text, '手机号', MOBILE, notOfThings),
    ...findAll(text, '手机号', MOBILE_LABELLED, notOfThings),
    ...findAll(text, '护照号', PASSPORT_LABELLED),
    ...findAll(text, '护照号', PASSPORT, notOfThings),
    ...findAll(text, '电子邮箱', EMAIL, (words) => !OFFICIAL_EMAIL.test(words.replaceAll(' ', ''))),
    ...findAll(text, '电子邮箱', DISGUISED_EMAIL),
    ...findAll(text, '住址', ADDRESS_LABELLED),
    ...findAll(text, '住址', ADDRESS, (words) => !/[〔[【]|届|次会议|(?:建议|提案)/u.test(words)),
    ...findAll(text, '车牌号', PLATE),
  ];
}

/**
 * Finds personal data in a text of one paragraph, line or cell: identity numbers (with their check
 * character), passports, mobile numbers (spaced, hyphenated and full width too), bank cards (Luhn), e-mail
 * addresses of persons, homes and licence plates. Landlines, service numbers, document and project numbers,
 * credit codes, amounts and dates are not personal data. Returns them in the order of the text.
 */
export function findPersonalData(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const { kind, index, length } of findCandidates(toDigits(toHalfWidth(text))))
    if (
      !found.some(
        (other) => index < other.index + other.words.length && other.index < index + length,
      )
    )
      found.push({ kind, index, words: text.slice(index, index + length) });
  return found.sort((a, b) => a.index - b.index);
}
