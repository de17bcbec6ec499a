import { machine } from 'node:os';

/**
 * Goes on where a native program that npm brings does not run: one line says what the site lacks then. On
 * Linux x64, where sites are built and tested, there is one for certain: its error is thrown on.
 */
export function continueWithout(program: string, made: string, error: unknown): void {
  const { platform, arch } = process;
  if (platform === 'linux' && machine() === 'x86_64') throw error;
  // A build loads this module twice, for its pages and for its checks, and says so once.
  const said = `WITHOUT_${program.toUpperCase()}`;
  if (process.env[said]) return;
  process.env[said] = 'said';
  console.warn(
    `没有适合这台电脑（${platform}-${arch}）的 ${program}：网站照常生成，但没有${made}。`,
  );
}
