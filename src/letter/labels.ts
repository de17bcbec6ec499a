import { toChinese } from '../language/numerals.ts';
import { splitKey, type SessionFacts } from './key.ts';
import type { Letter } from './letter.ts';

type Proposal = Letter['proposal'];

/** 十七届人大三次会议, 政协十届二次会议 */
export const assemblyName = ({ body, congress, session }: SessionFacts): string =>
  body === '人大'
    ? `${toChinese(congress)}届人大${toChinese(session)}次会议`
    : `政协${toChinese(congress)}届${toChinese(session)}次会议`;

/** 市十七届人大三次会议, as a deputy of the place names it: 市, 县 or 区 is how the place's name ends. */
export const sessionName = (
  session: SessionFacts,
  { place }: { place: { city: string } },
): string => place.city.slice(-1) + assemblyName(session);

/** 第273号 */
export const numberName = ({ number }: Pick<Proposal, 'number'>): string => `第${number}号`;

/** The number that lists show: 273, or 273-2 as in the address for a second reply to one proposal. */
export const replyNumber = ({ key }: Pick<Letter, 'key'>): string => splitKey(key).number;

/** The addition to a proposal's name if there are several replies to it: empty, or （第2份答复）. */
export const replyTurn = (letter: Pick<Letter, 'key'>): string => {
  const [, turn] = replyNumber(letter).split('-');
  return turn ? `（第${turn}份答复）` : '';
};

/** The term for a proposal: 建议 in the people's congress, 提案 in the consultative conference. */
export const proposalKind = ({ body }: Pick<Proposal, 'body'>): string =>
  body === '人大' ? '建议' : '提案';

/** 代表 or 委员, those who propose. */
export const proposerKind = ({ body }: Pick<Proposal, 'body'>): string =>
  body === '人大' ? '代表' : '委员';

/** The title on one line. */
export const fullTitle = ({ title }: Pick<Letter, 'title'>): string => title.join('');

/** The title after what the letter is about, for a tab or a chat that shows one line; said once if the title says it. */
export function subjectTitle(letter: Pick<Letter, 'title' | 'proposal'>): string {
  const [title, subject] = [fullTitle(letter), letter.proposal.title];
  return subject === null || title.includes(subject) ? title : `${subject}：${title}`;
}

/**
 * The received file's name beside the letter's page. An encoding other than UTF-8 is part of it, so that a
 * host can declare it: declared as UTF-8, such a file is unreadable.
 */
export const receivedFileName = ({
  received: { file, encoding = 'UTF-8', publicText },
}: Pick<Letter, 'received'>) =>
  publicText !== undefined
    ? 'source.txt'
    : `source.${encoding === 'UTF-8' ? '' : `${encoding.toLowerCase()}.`}${file.replace(/^.*\./, '')}`;

/** The label of the received file where it is offered. Its text, or a public copy, is labelled otherwise than the file itself. */
export const receivedFileLabel = ({ received }: Pick<Letter, 'received'>): string =>
  received.isPublicCopy
    ? '公开文本'
    : received.publicText === undefined
      ? '收到的原文'
      : '收到的原文的文字';

/** The proposal as 第273号《…》; the number alone if the letter does not state the title. */
export const proposalName = (proposal: Proposal): string =>
  numberName(proposal) + (proposal.title === null ? '' : `《${proposal.title}》`);

const ORGANISATION =
  /(?:[会委部局厅院校处室社团所组署联盟]|中心|政府|支部|公司|界别|乡|镇|街道|省委|市委|区委|县委)$/;

/** Returns true for an organisation's name. A person's name has two to four characters, or is longer and contains ·. */
export const isOrganisation = (name: string): boolean =>
  !name.includes('·') && (name.length > 4 || (name.length > 2 && ORGANISATION.test(name)));
