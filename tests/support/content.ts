import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { SAMPLE } from './sample.ts';
import { writeFiles } from './write-files.ts';

/** A project folder with these files under `content/`, gone after the test. */
export function contentOf(context: TestContext, files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  context.after(() => rmSync(root, { recursive: true }));
  writeFiles(join(root, 'content'), files);
  return root;
}
/** The sample, or its received file, as the reply to another proposal. */
export const letter = (number: number, from = SAMPLE) =>
  from.replaceAll('第9号', `第${number}号`).replace('number: 9', `number: ${number}`);
