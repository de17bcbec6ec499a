import { formatDiagnostics, printable, type Diagnostic } from '../diagnostics.ts';

/** Thrown if a command is refused; nothing was changed. The message lists the diagnostics, or is `message`. */
export class Refusal extends Error {
  constructor(diagnostics: Diagnostic[], message = formatDiagnostics(diagnostics).join('\n\n')) {
    super(printable(message));
  }
}
