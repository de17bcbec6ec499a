import type { Diagnostic } from '../diagnostics.ts';

/** Matches the lines that git leaves around the two sides of a merge: seven signs, then a name or nothing. */
const MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/;

const HELP = '两个人改了同一处：只留对的一段，删去 <<<<<<<、=======、>>>>>>> 这几行';

/** Reports the first line that git left where two changes of a file met. */
export function findMergeConflict(text: string, file: string): Diagnostic[] {
  const index = text.split(/\r?\n/).findIndex((line) => MARKER.test(line));
  return index < 0 ? [] : [{ file, line: index + 1, message: '有没有解决的合并冲突', help: HELP }];
}

/**
 * The same for a received file, which may have rules of such signs: only the three markers in their
 * order are a conflict.
 */
export function findReceivedConflict(bytes: Uint8Array, file: string): Diagnostic[] {
  const lines = Buffer.from(bytes).toString('latin1').split(/\r?\n/);
  const start = lines.findIndex((line) => line.startsWith('<<<<<<< '));
  const middle = lines.indexOf('=======', start);
  const isConflict =
    start >= 0 && middle > start && lines.slice(middle).some((line) => line.startsWith('>>>>>>> '));
  const help = '收到的原文不能改：用 git 取回收到的那一个';
  return isConflict ? [{ file, line: start + 1, message: '有没有解决的合并冲突', help }] : [];
}
