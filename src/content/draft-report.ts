import { formatDiagnostics, printable } from '../diagnostics.ts';
import type { Draft } from '../letter/letter.ts';

/** The questions and problems of drafts, as one text. They do not prevent other letters from being published. */
export const formatDraftReport = (drafts: Draft[]): string =>
  printable(
    drafts
      .map(({ file, questions, diagnostics }) =>
        [
          `\n草稿 ${file} 还不公布。逐条处理以后，删去 draft 和 questions 两项：`,
          ...questions.map(({ where, what }) => `  - ${where}：${what}`),
          ...formatDiagnostics(diagnostics).map((words) => `  - ${words}`),
        ].join('\n'),
      )
      .join('\n'),
  );
