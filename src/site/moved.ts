import type { Problem } from '../letter/problems.ts';
import type { Letter } from '../letter/types.ts';
import { ABOUT, figuresPath, letterPath, sessionPath } from './addresses.ts';
import type { SiteWords } from './schema.ts';

/** Moved addresses that lead nowhere, or from where there is something. */
export function wrongMoves({ moved }: SiteWords, letters: Letter[], file: string): Problem[] {
  const pages = new Set([
    ABOUT,
    ...letters.flatMap((letter) => [
      sessionPath(letter),
      letterPath(letter),
      ...(letter.figures ? [figuresPath(letter)] : []),
    ]),
  ]);
  const problem = (what: string, remedy: string): Problem => ({ file, line: 1, what, remedy });
  return moved.flatMap(({ from, to }) => [
    ...(pages.has(to) ? [] : [problem(`moved 里的 ${to} 不是本站的网址`, '写现在的网址')]),
    ...(pages.has(from) ? [problem(`moved 里的 ${from} 现在有别的内容`, '旧网址不能再用')] : []),
  ]);
}
