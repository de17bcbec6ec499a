import { wholeFile, type Diagnostic } from '../../diagnostics.ts';
import type { Letter } from '../../letter/letter.ts';
import { ABOUT, figuresPath, letterPath, sessionPath } from '../../permalinks/paths.ts';
import type { SiteWords } from '../site-schema.ts';

/** Reports redirects to addresses that do not exist, and redirects from addresses that do. */
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
  return moved.flatMap(({ from, to }) => [
    ...(pages.has(to) ? [] : [wholeFile(file, `moved 里的 ${to} 不是本站的网址`, '写现在的网址')]),
    ...(pages.has(from)
      ? [wholeFile(file, `moved 里的 ${from} 现在有别的内容`, '旧网址不能再用')]
      : []),
  ]);
}
