import { createHash } from 'node:crypto';
import { visible } from './checks.ts';
import type { LedgerLine } from './ledger.ts';
import { sourceName } from './names.ts';
import { pieces } from './pieces.ts';
import type { Fail } from './problems.ts';
import type { Letter } from './types.ts';

/** Eight digits are enough to see a change; nobody gains by forging one. */
const print = (text: string) =>
  createHash('sha256').update(visible(text)).digest('hex').slice(0, 8);

/** What the ledger keeps of a letter's own words: a fingerprint for each place, title and file. */
export function fingerprints(letter: Letter): Map<string, string> {
  const texts = Map.groupBy(pieces(letter), ({ at }) => at);
  return new Map([
    ...[...texts].map(([at, parts]): [string, string] => [
      at === 'title' ? at : `#${at}`,
      print(parts.map(({ text }) => text).join('')),
    ]),
    [sourceName(letter), letter.sha256.slice(0, 8)],
    ['corrections', String(letter.corrections.length)],
  ]);
}

const nameOf = (mark: string) =>
  mark === 'title' ? '标题' : mark.startsWith('source.') ? '收到的原文' : mark;

/**
 * Proves a published letter against the ledger: its words are those that were published, or a
 * correction since then says why not; no place has moved to other words.
 */
export function proveKept(
  letter: Letter,
  { marks }: LedgerLine,
  lineOf: (at: string) => number,
  fail: Fail,
): void {
  const now = fingerprints(letter);
  const places = [...marks].filter(([mark, kept]) => /^(title|source\.|#)/.test(mark) && kept);
  const changed = places.filter(([mark, kept]) => now.get(mark) !== kept);
  const removed = letter.corrections.flatMap((correction) => correction.removed);
  for (const [mark, kept] of changed) {
    const at = [...now].find(([other, print]) => print === kept && marks.get(other) !== print);
    if (at && mark.startsWith('#'))
      fail(
        lineOf(at[0].slice(1)),
        `公布过的 ${mark} 的文字移到了 ${at[0]}`,
        '段号公布后不变：补入的段落，在更正里写 added: [p4a]（p4 之后）；删去的，写 removed: [p4]',
      );
    else if (!now.has(mark) && !removed.includes(mark.slice(1)))
      fail(
        lineOf('corrections'),
        `公布过的 ${mark} 不见了`,
        '恢复它；确要删去的段落，在更正里写 removed: [p4]',
      );
  }
  const first = changed[0]?.[0];
  if (first && letter.corrections.length <= Number(marks.get('corrections') ?? 0))
    fail(
      lineOf(first.replace('#', '')),
      `${changed.map(([mark]) => nameOf(mark)).join('、')} 与公布时不同，却没有写更正`,
      '改回原来的文字；确要改正的，在 corrections 里加一条，写明 date、what、why',
    );
}
