import { wholeFile, type Diagnostic } from '../../diagnostics.ts';
import type { Letter } from '../../letter/letter.ts';
import {
  ABOUT,
  figuresPath,
  letterPath,
  SEARCH,
  SEARCH_FILES,
  sessionPath,
} from '../../permalinks/paths.ts';
import type { SiteWords } from '../site-schema.ts';

/** Reports redirects to addresses that do not exist, from addresses that do, and from one address twice. */
export function checkRedirects(
  { moved }: SiteWords,
  letters: Letter[],
  file: string,
): Diagnostic[] {
  const pages = new Set([
    ABOUT,
    ...letters.flatMap((letter) => [
      sessionPath(letter),
      letterPath(letter),
      ...(letter.figures ? [figuresPath(letter)] : []),
    ]),
  ]);
  // The search exists from the second letter on; its addresses are never free.
  const taken = new Set([...pages, SEARCH, SEARCH_FILES]);
  return moved.flatMap(({ from, to }, index) => [
    ...(moved.findIndex((other) => other.from === from) < index
      ? [wholeFile(file, `moved 里的 ${from} 写了两次`, '只留一行')]
      : []),
    ...(pages.has(to) ? [] : [wholeFile(file, `moved 里的 ${to} 不是本站的网址`, '写现在的网址')]),
    ...(taken.has(from)
      ? [wholeFile(file, `moved 里的 ${from} 现在有别的内容`, '旧网址不能再用')]
      : []),
  ]);
}
