import { fingerprints, NO_FINGERPRINT } from '../../permalinks/fingerprints.ts';
import type { Check, Finding } from './check.ts';

/** The name of a ledger's entry in a clerk's words. */
const entryLabel = (name: string) =>
  name === 'title' ? '标题' : name.startsWith('source.') ? '收到的原文' : name;

/**
 * The words of a published letter are those that the ledger records, unless a later correction explains the
 * change; no fragment has moved to other words.
 */
export const checkLedger: Check = ({ letter, recorded }) => {
  if (!recorded) return [];
  const { entries } = recorded;
  const current = fingerprints(letter);
  const changed = [...entries].filter(
    ([name, fingerprint]) =>
      /^(title|source\.|#)/.test(name) &&
      fingerprint &&
      current.get(name) !== fingerprint &&
      // Words may be withheld without a correction; a file whose words are withheld may disappear.
      current.get(name) !== NO_FINGERPRINT &&
      !(name.startsWith('source.') && fingerprint === NO_FINGERPRINT),
  );
  const removed = letter.corrections.flatMap((correction) => correction.removed);
  const lost = changed.flatMap(([name, fingerprint]): Finding[] => {
    const [moved] =
      [...current].find(
        ([other, print]) => print === fingerprint && entries.get(other) !== print,
      ) ?? [];
    if (moved && name.startsWith('#'))
      return [
        {
          fragment: moved.slice(1),
          message: `公布过的 ${name} 的文字移到了 ${moved}`,
          help: '段号公布后不变：补入的段落，在更正里写 added: [p4a]（p4 之后）；删去的，写 removed: [p4]',
        },
      ];
    if (current.has(name) || removed.includes(name.slice(1))) return [];
    return [
      {
        path: ['corrections'],
        message: `公布过的 ${name} 不见了`,
        help: '恢复它；确要删去的段落，在更正里写 removed: [p4]',
      },
    ];
  });
  const [first] = changed[0] ?? [];
  if (first === undefined || letter.corrections.length > Number(entries.get('corrections') ?? 0))
    return lost;
  return [
    ...lost,
    {
      fragment: first.replace('#', ''),
      message: `${changed.map(([name]) => entryLabel(name)).join('、')} 与公布时不同，却没有写更正`,
      help: '改回原来的文字；确要改正的，在 corrections 里加一条，写明 date、what、why',
    },
  ];
};
