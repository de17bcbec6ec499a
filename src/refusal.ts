import { formatDiagnostics, printable, wholeFile, type Diagnostic } from './diagnostics.ts';

/** Thrown if a command is refused; nothing was changed. The message, in Chinese, is the reason or lists the diagnostics. */
export class Refusal extends Error {
  constructor(reason: string | Diagnostic[]) {
    super(printable(typeof reason === 'string' ? reason : formatDiagnostics(reason).join('\n\n')));
  }
}

/** The problem that there is no letter with the key of a command. */
export const missingLetter = (file: string): Diagnostic =>
  wholeFile(file, '没有这份答复', '检查届次和编号，写成 rd17-3/273 的样子');
