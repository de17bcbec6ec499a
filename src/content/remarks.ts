import { visibleText } from '../language/hidden.ts';
import type { Letter } from '../letter/letter.ts';
import { isDatedLongBefore } from '../letter/moments.ts';
import { letterPath } from '../permalinks/paths.ts';
import { ledgerFile, type Ledger } from '../permalinks/ledger.ts';

/** The remark that the ledger lacks letters, which cannot be deployed then; empty if it has them all. */
export function findUnrecorded(letters: Letter[], ledger: Ledger): string[] {
  const [first, ...others] = letters.filter((letter) => !ledger.has(letterPath(letter)));
  if (!first) return [];
  const also = others.length > 0 ? ` 等 ${others.length + 1} 份` : '';
  return [
    `注意！ content/${first.key}.md${also}：网址还没有登记，不能发布。公布之前运行 npm run record；登记过的，用 git 取回 ${ledgerFile(letterPath(first))}。`,
  ];
}

/** The remark that the text beside a letter has another title than the proposal that it answers; empty if not. */
function findOtherProposal({ key, proposal: { title }, proposalText }: Letter): string[] {
  if (title === null || !proposalText) return [];
  const words = proposalText.title.join('');
  const hasTitle = visibleText(words).includes(visibleText(title));
  return hasTitle
    ? []
    : [
        `请看一看 content/${key}.proposal.md：标题是“${words}”，答复说的是《${title}》；请确认没有拿错建议。`,
      ];
}

/**
 * Remarks for a responsible person about letters that are fit to publish, one a line, in Chinese. A remark
 * does not fail a check.
 */
export const findRemarks = (letters: Letter[], ledger: Ledger): string[] => [
  ...letters.flatMap((letter) => {
    const file = `content/${letter.key}.md`;
    return [
      ...(letter.contact && isDatedLongBefore(letter)
        ? [
            `请看一看 ${file}：联系方式印在${letter.date!.printed}，到本站公布已过了三年，可能已经变动；请决定还要不要公布。`,
          ]
        : []),
      ...findOtherProposal(letter),
    ];
  }),
  ...findUnrecorded(letters, ledger),
];
