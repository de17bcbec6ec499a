import { machine } from 'node:os';

/**
 * Continues without a native program from npm that does not run here, and prints one line that says what the
 * site lacks. On Linux x64, where sites are built and tested, every program must run: there the error is
 * thrown on.
 */
export function continueWithout(program: string, made: string, error: unknown): void {
  const { platform, arch } = process;
  if (platform === 'linux' && machine() === 'x86_64') throw error;
  // A build loads this module twice, for its pages and for its checks, and prints the line once.
  const said = `WITHOUT_${program.toUpperCase()}`;
  if (process.env[said]) return;
  process.env[said] = 'said';
  console.warn(
    `没有适合这台电脑（${platform}-${arch}）的 ${program}：网站照常生成，但没有${made}。`,
  );
}
