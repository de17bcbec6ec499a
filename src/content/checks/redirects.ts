import type { Advice, Diagnostic, LineOf } from '../../diagnostics.ts';
import type { Letter } from '../../letter/letter.ts';
import type { AllLetters } from '../../letter/sessions.ts';
import { fingerprints, NO_FINGERPRINT } from '../../permalinks/fingerprints.ts';
import type { Ledger, LedgerPage } from '../../permalinks/ledger.ts';
import {
  ABOUT,
  figuresPath,
  isLetterPath,
  letterPath,
  SEARCH,
  SEARCH_FILES,
  sessionPath,
} from '../../permalinks/paths.ts';
import type { SiteWords } from '../site-schema.ts';

/** Returns true if none of the recorded fingerprints of a letter's words is among those of another letter. */
function isOtherLetter({ entries }: LedgerPage, letter: Letter): boolean {
  const now = new Set(fingerprints(letter).values());
  const words = [...entries]
    .filter(([name, print]) => /^(?:#|title)/.test(name) && print && print !== NO_FINGERPRINT)
    .map(([, print]) => print);
  return words.length > 0 && !words.some((print) => now.has(print));
}

/**
 * Reports redirects to addresses that do not exist or are themselves moved, from addresses that exist or
 * from one address twice, and from a published letter to anything else than that letter.
 */
export function checkRedirects(
  { moved }: SiteWords,
  { letters, withdrawn }: AllLetters,
  ledger: Ledger,
  { file, lineOf }: { file: string; lineOf: LineOf },
): Diagnostic[] {
  const letterAt = new Map(letters.map((letter) => [letterPath(letter), letter]));
  const pages = new Set([
    ABOUT,
    ...[...letters, ...withdrawn].flatMap((letter) => [sessionPath(letter), letterPath(letter)]),
    ...letters.filter(({ figures }) => figures).map(figuresPath),
    ...withdrawn.filter(({ hasFigures }) => hasFigures).map(figuresPath),
  ]);
  // The search exists from the second letter on; its addresses are never free.
  const taken = new Set([...pages, SEARCH, SEARCH_FILES]);
  const targets = new Map(moved.map(({ from, to }) => [from, to]));

  /** Returns the fault of the address to which a page moved; undefined if there is none. */
  function targetFault(from: string, to: string): Advice | undefined {
    const passed = new Set([from]);
    let last = to;
    for (let next = targets.get(last); next && !passed.has(last); next = targets.get(last)) {
      passed.add(last);
      last = next;
    }
    if (passed.has(last))
      return { message: `${from} 转来转去，又回到 ${last}`, help: '写现在的网址' };
    if (last !== to)
      return { message: `${from} 转到的 ${to} 也已改了网址`, help: `直接写 to: ${last}` };
    if (!pages.has(to)) return { message: `${to} 不是本站的网址`, help: '写现在的网址' };
    const published = isLetterPath(from) ? ledger.get(from) : undefined;
    const letter = letterAt.get(to);
    // The ledger no longer knows the words of a withdrawn letter.
    if (withdrawn.some((one) => letterPath(one) === to)) return undefined;
    if (published && (!letter || isOtherLetter(published, letter)))
      return { message: `${from} 公布的不是 ${to} 这份答复`, help: '写同一份答复现在的网址' };
    return undefined;
  }

  return moved.flatMap(({ from, to }, index) => {
    const problem = (key: 'from' | 'to', { message, help }: Advice): Diagnostic => ({
      file,
      line: lineOf('moved', index, key),
      message: `moved 里的 ${message}`,
      help,
    });
    const isTwice = moved.findIndex((other) => other.from === from) < index;
    const fault = targetFault(from, to);
    return [
      ...(isTwice ? [problem('from', { message: `${from} 写了两次`, help: '只留一行' })] : []),
      ...(taken.has(from)
        ? [problem('from', { message: `${from} 现在有别的内容`, help: '旧网址不能再用' })]
        : []),
      ...(fault ? [problem('to', fault)] : []),
    ];
  });
}
