/** A number of a text that is a statistic: the index of its value, and value and unit as printed. */
interface Statistic {
  at: number;
  value: string;
  unit: string;
}

/** Words with numbers that are no statistics, such as a year; `reason` is Chinese. */
interface OtherNumber {
  at: number;
  words: string;
  reason: string;
}

const YEAR = '(?:19|20)\\d{2}';
const TO = '\\s*[—–～~至到-]{1,2}\\s*';
const MONTH = '\\d{1,2}月(?:\\d{1,2}日|[初底末份]|[上中下]旬)?';
const DAY = `${YEAR}年(?:${MONTH}|[初底末度])?`;

/** Numbers that are no statistics, by the reason why; an earlier row decides. */
const OTHERS: [reason: string, pattern: string][] = [
  ['网址', 'https?://[\\x21-\\x7E]+|www\\.[\\x21-\\x7E]+|[\\w.-]+@[\\w.-]+'],
  ['文号', '[〔[（(【]\\d{4}[〕\\]）)】]\\s*第?\\s*\\d+\\s*号'],
  ['电话', '(?<!\\d)(?:0\\d{2,3}-?\\d{7,8}|1[3-9]\\d{9}|400-?\\d{3}-?\\d{4})(?!\\d)'],
  ['日期', `${YEAR}([-./])\\d{1,2}\\1\\d{1,2}|${YEAR}年\\d{1,2}月\\d{1,2}日|\\d{1,2}月\\d{1,2}日`],
  ['时刻', '(?<![\\d比为])\\d{1,2}[:：]\\d{2}(?!\\d)'],
  [
    '年份',
    `(?<!\\d)(?:${DAY}${TO}(?:${DAY}|${MONTH})|${YEAR}(?:${TO}|[、,，和及])(?:${YEAR}[、,，和及])*${YEAR}(?:年度?)?(?!\\d))`,
  ],
  ['年月', `(?<!\\d)${YEAR}年${MONTH}`],
  ['年份', `(?<!\\d)${DAY}`],
  ['年代', '\\d{2}世纪(?:\\d{2}年代)?|(?<!\\d)\\d{2}年代|(?<!\\d)\\d{2}后'],
  ['月份', `(?<!\\d)(?:\\d{1,2}月?(?:${TO}|、))?\\d{1,2}月(?:[初底末份]|[上中下]旬)?`],
  ['编号', '第?\\s*\\d+(?:[、,，和及]第?\\d+)*\\s*号'],
  // A cell of its own; the first cell of a table's row.
  ['年份', `(?<![^\\t\\n])${YEAR}(?![^\\t\\n])`],
  ['序号', '(?<=\\n)\\d{1,3}(?=\\t)'],
  ['序号', '第\\s*\\d+(?:[、,，和及—～~-]\\d+)*'],
  ['序号', '(?<![^。；;：:\\s])(?:[（(]\\d{1,2}[）)]|\\d{1,2}(?:[）)]|[.．、](?!\\d)))'],
  ['名称', '(?<=[“"《])[^“”"《》，。；]{1,12}(?=[”"》])'],
  [
    '名称',
    '[A-Za-z]+-?\\d+(?:\\.\\d+)?|\\d+(?:A+级?|[DGS])(?![A-Za-z])|\\d{5}(?=[^\\d，。]{0,8}(?:热线|平台))',
  ],
];
const OTHER = OTHERS.map(([reason, pattern]) => ({ reason, pattern: new RegExp(pattern, 'g') }));

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const PREFIX =
  '超过|超|(?<![最附邻靠])近|(?<![节公条合预签履违制])约|逾|不足|不到|至少|不少于|不低于';
const UNITS =
  '平方(?:公里|千米|米)|立方米|公[里顷斤]|千(?:瓦时|[米克瓦])|兆瓦|[厘毫]米|[元人]/[\\p{Script=Han}]|小时|分钟|个(?:百分点|工作日|月)|[家人户件车班架]次|场次|批次|' +
  '[元亩米吨度秒分角个家户人名位件项条处座所台套辆艘架张份册本部篇次场期批届轮间层栋幢宗起例支队组班片块段级类种款门株棵头只匹尾顷天日周年岁倍盏口眼根枚杆站%％‰℃㎡]|' +
  'km²?|m[²³]?|kg|[kKMG][VW]h?';
/**
 * Matches a statistic: 2万余家 is the value 2万余 and the unit 家, 23万平方米 is 23 and 万平方米,
 * 4000家以上 is 4000 and 家以上.
 */
const STATISTIC = new RegExp(
  `(?<value>(?:${PREFIX})?${NUMBER}(?:[—–～~:：/-]${NUMBER})*(?:[十百千万亿]{0,2}[多余几])?)` +
    `(?<unit>[百千万亿]{0,2}(?:${UNITS})(?:以[上下]|左右)?|[百千万亿]{1,2})?`,
  'gu',
);

/** Finds the numbers of a text that are statistics, and all others. Each number belongs to one of them. */
export function findNumbers(text: string): { statistics: Statistic[]; others: OtherNumber[] } {
  const others: OtherNumber[] = [];
  let rest = text;
  for (const { reason, pattern } of OTHER)
    rest = rest.replaceAll(pattern, (...found) => {
      const [words] = found as [string];
      if (!/\d/.test(words)) return words;
      const at = found.find((one) => typeof one === 'number') as number;
      others.push({ at, words, reason });
      // Another character of the same length keeps the indexes.
      return '\0'.repeat(words.length);
    });
  const statistics = [...rest.matchAll(STATISTIC)].map(({ index, groups }) => ({
    at: index,
    value: groups!['value']!,
    unit: groups!['unit'] ?? '',
  }));
  return { statistics, others: others.sort((a, b) => a.at - b.at) };
}
