import { foldText } from './fold.ts';
import { fromChinese } from './numerals.ts';

/** The assembly that held a session: 人大 (people's congress) or 政协 (consultative conference). */
export type Assembly = '人大' | '政协';

/** A session that a text names; `body` is undefined if the text does not name the assembly. */
export interface SessionMention {
  body: Assembly | undefined;
  congress: number;
  session: number;
}

const NUMERAL = '[\\d〇○零一二三四五六七八九十]{1,3}';
const SESSION = new RegExp(`第?(${NUMERAL})届([^,。;:《》]{0,16}?)第?(${NUMERAL})次`, 'g');

const parseNumeral = (text: string) => (/^\d+$/.test(text) ? Number(text) : fromChinese(text));

/** The assembly that is named by the words before, within or after a session's name. */
function findAssembly(before: string, between: string, after: string): Assembly | undefined {
  for (const words of [between, /^(会议|人|政|大会|全体)/.test(after) ? after : '', before]) {
    if (/政协|政治协商|委员会/.test(words)) return '政协';
    if (/人大|人代|人民代表/.test(words)) return '人大';
  }
  return undefined;
}

/** Finds the sessions that a text names: 市十七届人大三次会议, 政协甲市第十届委员会第二次会议. */
export function findSessionMentions(text: string): SessionMention[] {
  const plain = foldText(text);
  return [...plain.matchAll(SESSION)].flatMap(
    ({ 0: whole, 1: congress, 2: between, 3: session, index }) => {
      const before = plain.slice(Math.max(0, index - 12), index).replace(/^.*[,。;:《》、]/, '');
      const after = plain.slice(index + whole.length, index + whole.length + 5);
      const body = findAssembly(before, between ?? '', after);
      // Plenums of a party and sessions of a standing committee are not sessions of an assembly.
      if (/常务|常委/.test(between ?? '') || (!body && /全会|全体/.test(after))) return [];
      return { body, congress: parseNumeral(congress ?? ''), session: parseNumeral(session ?? '') };
    },
  );
}

/** Returns true if a text names a proposal's number: 第088号, 2024081号, 第12、13号, 提案编号：88, 第八十八号. */
export function mentionsNumber(text: string, number: number): boolean {
  const plain = foldText(text);
  const pattern = `(?<!\\d)0*${number}(?:号|[、,和及]第?\\d)|[号:、,和及]第?0*${number}(?!\\d)`;
  return (
    new RegExp(pattern).test(plain) ||
    [...plain.matchAll(/第([〇零一二三四五六七八九十百]+)号/g)].some(
      ([, ordinal = '']) => fromChinese(ordinal) === number,
    )
  );
}
