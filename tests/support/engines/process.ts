import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Returns the first group of a pattern in what a program writes. Throws if the program ends before. */
export const lineOf = (child: ChildProcess, stream: Readable, pattern: RegExp): Promise<string> =>
  new Promise((found, failed) => {
    let written = '';
    stream.on('data', (chunk) => {
      written += chunk;
      const match = pattern.exec(written)?.[1];
      if (match !== undefined) found(match);
    });
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`${child.spawnfile} ended: ${written}`)));
  });

/** Ends a program and waits until it has ended. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
