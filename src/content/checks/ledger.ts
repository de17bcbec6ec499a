import { fingerprints } from '../../permalinks/fingerprints.ts';
import type { LedgerPage } from '../../permalinks/ledger.ts';
import type { Fail } from '../../diagnostics.ts';
import type { Letter } from '../../letter/letter.ts';

const nameOf = (mark: string) =>
  mark === 'title' ? '标题' : mark.startsWith('source.') ? '收到的原文' : mark;

/**
 * Proves a published letter against the ledger: its words are those that were published, or a
 * correction since then says why not; no place has moved to other words.
 */
export function checkLedger(
  letter: Letter,
  { entries }: LedgerPage,
  lineOf: (at: string) => number,
  fail: Fail,
): void {
  const now = fingerprints(letter);
  const places = [...entries].filter(([mark, kept]) => /^(title|source\.|#)/.test(mark) && kept);
  const changed = places.filter(([mark, kept]) => now.get(mark) !== kept);
  const removed = letter.corrections.flatMap((correction) => correction.removed);
  for (const [mark, kept] of changed) {
    const at = [...now].find(([other, print]) => print === kept && entries.get(other) !== print);
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
  if (first && letter.corrections.length <= Number(entries.get('corrections') ?? 0))
    fail(
      lineOf(first.replace('#', '')),
      `${changed.map(([mark]) => nameOf(mark)).join('、')} 与公布时不同，却没有写更正`,
      '改回原来的文字；确要改正的，在 corrections 里加一条，写明 date、what、why',
    );
}
