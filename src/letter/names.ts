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
export const proposalKind = ({ body }: Proposal): string => (body === '人大' ? '建议' : '提案');

/** 代表 or 委员, those who propose. */
export const proposerKind = ({ body }: Proposal): string => (body === '人大' ? '代表' : '委员');

/** The title on one line. */
export const titleOf = ({ title }: Letter): string => title.join('');
