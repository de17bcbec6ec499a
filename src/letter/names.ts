import { toChinese } from './numerals.ts';
import type { Letter } from './types.ts';

type Proposal = Letter['proposal'];

/** 市十七届人大三次会议, as a deputy names it. */
export const sessionName = ({ body, congress, session }: Proposal): string =>
  body === '人大'
    ? `市${toChinese(congress)}届人大${toChinese(session)}次会议`
    : `市政协${toChinese(congress)}届${toChinese(session)}次会议`;

/** 第273号 */
export const numberName = ({ number }: Proposal): string => `第${number}号`;

/** What a proposal is called: 建议 in the people's congress, 提案 in the consultative conference. */
export const proposalKind = ({ body }: Pick<Proposal, 'body'>): string =>
  body === '人大' ? '建议' : '提案';

/** 代表 or 委员, those who propose. */
export const proposerKind = ({ body }: Pick<Proposal, 'body'>): string =>
  body === '人大' ? '代表' : '委员';

/** The title on one line. */
export const titleOf = ({ title }: Pick<Letter, 'title'>): string => title.join('');

/**
 * The received file's name beside the letter's page. An encoding other than UTF-8 is part of it, so
 * that a host can say so: one that calls it UTF-8 shows a reader of Chinese nothing but noise.
 */
export const sourceName = ({ origin: { file, encoding = 'UTF-8' } }: Pick<Letter, 'origin'>) =>
  `source.${encoding === 'UTF-8' ? '' : `${encoding.toLowerCase()}.`}${file.replace(/^.*\./, '')}`;

/** 第273号《…》, what was answered; the number alone where the letter gives no title. */
export const proposalName = (proposal: Proposal): string =>
  numberName(proposal) + (proposal.title === null ? '' : `《${proposal.title}》`);

const ORGANISATION =
  /(?:[会委部局厅院校处室社团所组署联盟]|中心|政府|支部|公司|界别|乡|镇|街道|省委|市委|区委|县委)$/;

/** Whether a name is an organisation's; a person's is two to four characters, or longer with ·. */
export const isOrganisation = (name: string): boolean =>
  !name.includes('·') && (name.length > 4 || (name.length > 2 && ORGANISATION.test(name)));
