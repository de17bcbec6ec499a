import { foldText } from '../language/fold.ts';
import { areasOf, type SiteWords } from '../content/site-schema.ts';
import { UNREADABLE, Unreadable } from '../received/unreadable.ts';
import { isAddress, isOpening } from './classify/salutation.ts';
import { isTitle } from './classify/title.ts';
import type { Classified } from './classify.ts';
import { block, type Question } from './questions.ts';

/** Words of a reply; a text without a title needs four of them. */
const SIGNS = [
  /建议|提案|议案/,
  /答复|复函|回复|办复|办理/,
  /代表|委员|政协|人大/,
  /\d号|届.{0,16}次/,
  /收悉|悉,|你|您|贵/,
];
/** A title that needs no other sign: 关于加强……建议的答复. */
const TITLE =
  /^(?=.{0,80}$)(?:.{0,30}关于|对).*(?:建议|提案|议案).*(?:答复|复函|回复|答复的函)(?:意见|摘要)?$/;

/** A sentence of a letter that only reports to a deputy, without 答复 or a proposal. */
const REPORT =
  /(?:汇报|报告|答复|回复|说明|函[复告]|告知|通报|反馈|介绍|复)如下|情况(?:是|为|如下)|来[信函]/;

/** Returns true for a salutation of persons by name: 王甲代表：, but not 各位代表： or 市人大财经委员会：. */
const addressesMember = (line: string): boolean =>
  isAddress(line, /[：:]$/) &&
  /代表(?!大会|团)|委员(?!会)/.test(line) &&
  !/各位|全体|诸位/.test(line);

/**
 * Throws `Unreadable` for a text with too few of the words that replies have, unless it looks like a proposal,
 * which `askAboutKind` asks about.
 */
export function requireLetter(text: string): void {
  if (text.trim() === '') throw new Unreadable(...UNREADABLE.empty);
  const words = foldText(text);
  const signs = SIGNS.filter((sign) => sign.test(words)).length;
  const lines = text.split('\n');
  const titled = lines.some((line) => TITLE.test(foldText(line)));
  const reports = REPORT.test(words) && lines.some(addressesMember);
  if (
    !titled &&
    !reports &&
    !looksLikeProposal(lines) &&
    (!SIGNS[0]!.test(words) || signs < 4 || !/答复|复函|回复|收悉|悉,|办理/.test(words))
  )
    throw new Unreadable(
      '看不出这是对建议或提案的答复：建议、提案、代表、委员、答复、收悉等字样不全',
      '检查是否选错了文件',
    );
}

/** Bureaus to which no reply is addressed, since they make no proposals. */
const BUREAU =
  /^(?!.*(?:人大|政协)).*(?:局|厅|政府|政府办(?:公室)?|督查室|(?:发改|发展和?改革|卫健|卫生健康|教育?|科技|住建|建设|经信|管)委(?:员会)?)$/;
/** Bodies that sign replies and are no part of the government. */
const OTHER_BODY =
  /法院|检察院|人大(?!代表)|人民代表大会|政协|政治协商|^中共|[省市县区州]委(?!员会)/;
/** Labels of the printed form of a proposal. */
const PROPOSAL_LABEL =
  /^(?:提案|建议|提出|领衔|附议|联名)(?:[人者]|代表|委员)[:：]|^(?:案由|案名|理由|办法|建议内容|提案内容|审查意见)[:：]/;

/** Returns true if the lines look like the text of a proposal: by the labels of its form, or by its title. */
function looksLikeProposal(lines: string[]): boolean {
  const labelled = lines.filter((line) => PROPOSAL_LABEL.test(foldText(line)));
  const named = lines.slice(0, 5).some((line) => /^关于.*(?:建议|提案|议案)$/.test(foldText(line)));
  return labelled.length > 1 || named;
}

/** Returns true if the lines are the text of a proposal, and not of its reply. */
const isProposal = (lines: string[], { parts }: Classified): boolean =>
  parts.to.length === 0 &&
  !lines.some((line) => isOpening(line) || isTitle(line)) &&
  looksLikeProposal(lines);

/** The place of a site, its publisher if it is set up, and the bureaus that it knows, as in `content/site.yaml`. */
export type Publisher = Pick<SiteWords, 'place' | 'publisher' | 'bureaus'>;

/** Districts that a place may have within itself, in words that names of other places do not end with. */
const WITHIN = /(?:新|开发|高新|园|示范|保税|风景|景|度假|老|库|特)区$/;

/** The place with whose full name a bureau's name begins: 余姚市 in 余姚市水利局; undefined for 市水利局. */
const placeOf = (bureau: string): string | undefined =>
  /^(?![省市州盟县区旗])\p{Script=Han}{2,4}?(?:自治)?[省市州盟县区旗]/u.exec(foldText(bureau))?.[0];

/**
 * Returns true if a bureau's name begins with the name of a place that is neither the site's nor above it.
 * The counties and districts below a prefecture are not known, and count as its own.
 */
function isElsewhere(bureau: string, { place, bureaus }: Publisher): boolean {
  const named = placeOf(bureau);
  if (named === undefined || bureaus.some(({ name }) => name === bureau)) return false;
  const stems = areasOf(place).map((name) => name.replace(/[省市州盟县区旗]$/, ''));
  return (
    !WITHIN.test(named) &&
    !stems.some((stem) => named.includes(stem)) &&
    !(place.prefecture === undefined && /[县区旗]$/.test(named))
  );
}

/**
 * Asks about a text that is no reply of a government's bureau to a deputy or member, or none of the
 * publisher's place, if that is given.
 */
export function askAboutKind(
  text: string,
  found: Classified,
  publisher: Publisher | undefined,
): Question[] {
  const { parts, signatories } = found;
  const foreign = signatories.filter((name) => publisher && isElsewhere(name, publisher));
  const addressed = foldText(parts.to.join('')).replace(/:$/, '').split(/[、,]/);
  const advises = /[会协]办(?:的)?(?:意见|情况)/.test(parts.title.join(''));
  const doubts: [test: boolean, where: string, what: string][] = [
    [
      isProposal(text.split('\n'), found),
      '收到的文件',
      '像是建议、提案的原文，不是答复；请检查是否选错了文件。要和答复一起公布的，用 --proposal 加',
    ],
    [
      advises || addressed.every((name) => BUREAU.test(name)),
      '称呼',
      '像是写给另一个单位的（如会办意见），不是给代表、委员的答复；请看该不该由本站公布',
    ],
    [
      signatories.length > 0 && signatories.every((name) => OTHER_BODY.test(name)),
      '署名',
      `“${signatories.join('、')}”看来不是政府部门；请看该不该由本站公布`,
    ],
  ];
  const elsewhere: Question = {
    where: '署名',
    what: `“${foreign.join('、')}”看来是别处的单位，本站公布的是${publisher?.place.city}的答复；请看该不该由本站公布`,
    // Every site that can be deployed names its publisher; the place of any other site is an example.
    ...(publisher?.publisher && { blocking: true }),
  };
  return [
    ...doubts.flatMap(([test, where, what]) => (test ? block(where, what) : [])),
    ...(foreign.length > 0 ? [elsewhere] : []),
  ];
}
