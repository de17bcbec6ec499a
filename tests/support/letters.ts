import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLetters } from '../../src/content/letters.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { ENDINGS, readReceived, wholeText } from '../../src/received/index.ts';
import { bare } from './site.ts';

/** The text of a letter's received file as it is published, without omitted texts and white space. */
async function receivedText(letter: Letter, content: string): Promise<string> {
  const bytes = readFileSync(join(content, letter.received.file));
  const ending = ENDINGS.find((one) => letter.received.file.endsWith(`.${one}`))!;
  const text = letter.received.publicText ?? wholeText(await readReceived(bytes, ending));
  const lines = text.split('\n').map(bare);
  for (const { text } of letter.source.omitted) {
    const whole = lines.indexOf(bare(text));
    const at = whole < 0 ? lines.findIndex((line) => line.includes(bare(text))) : whole;
    lines[at] = lines[at]!.replace(bare(text), '');
  }
  return lines.join('');
}

/** The letters of a project, with the paths of their pages and their received texts. */
export const lettersOf = async (root: string) =>
  Promise.all(
    (await loadLetters(root)).letters.map(async (letter) => ({
      ...letter,
      path: `${letter.key}/`,
      receivedText: await receivedText(letter, join(root, 'content')),
    })),
  );

export const letters = await lettersOf(process.cwd());
