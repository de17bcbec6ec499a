import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import type { Letter } from '../letter/letter.ts';
import { w3cMoment } from '../letter/moments.ts';

/** Publication may be prepared for so long; what is later is a year mistyped. */
const AHEAD = 31 * 86_400_000;

/**
 * Reports moments of publication and correction far in the future of `now`, in milliseconds. Only
 * commands that build nothing may ask, since a build has to give the same site at any time.
 */
export const findFutureMoments = (root: string, letters: Letter[], now: number): Diagnostic[] =>
  letters.flatMap((letter) => {
    const file = `content/${letter.key}.md`;
    const written = [letter.published, ...letter.corrections.map(({ date }) => date)];
    return written
      .filter((moment) => Date.parse(w3cMoment(moment)) > now + AHEAD)
      .map((moment) => {
        const lines = readFileSync(join(root, file), 'utf8').split('\n');
        return {
          file,
          line: lines.findIndex((line) => line.includes(moment)) + 1 || 1,
          message: `${moment} 还远在今天之后`,
          help: '改正年月日；确要预先写好的，到公布前一个月内再写',
        };
      });
  });
