import type { Part } from './parts.ts';

const signOff = (part: Part | undefined) => part === 'sign' || part === 'date';

/** Parts as they are set: signature and date, where one follows the other, as one. */
export function groupSignOffs(parts: Part[]): [Part, ...Part[]][] {
  const runs: [Part, ...Part[]][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && signOff(part) && signOff(last.at(-1))) last.push(part);
    else runs.push([part]);
  }
  return runs;
}
