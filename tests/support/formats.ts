import assert from 'node:assert/strict';
import { bodyText } from '../../src/letter/body.ts';
import { letterText } from '../../src/letter/text.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { formatsOf } from '../../src/outputs/index.ts';
import type { AnnouncedFormat } from '../../src/site/format.ts';
import { notOurs, readHtml } from './html.ts';
import { bare } from './site.ts';

/**
 * Asserts that a file of a letter says what was received, by the words that the format reads back from it.
 * `received` is the text of the received file without white space and without omitted texts.
 */
export async function assertWords(
  letter: Letter,
  format: AnnouncedFormat,
  content: Uint8Array,
  received: string,
): Promise<void> {
  const name = `${letter.key}/${format.file}`;
  const said = bare(await format.words!(content));
  if (!format.text) return assert.equal(said, received, name);
  const fragments = format.text(letter).map(({ text }) => bare(text));
  assert.equal(said, fragments.join(''), name);
  // A format may have its own order, or contain less than the whole letter, but never less than its body.
  for (const fragment of fragments) assert.ok(received.includes(fragment), `${name}: ${fragment}`);
  for (const { text } of bodyText(letter)) assert.ok(fragments.includes(bare(text)), name);
  if (fragments.length === letterText(letter).length)
    assert.deepEqual([...said].sort(), [...received].sort(), name);
}

/** Asserts the same for every format of a letter that contains its words. Returns the files that do. */
export async function assertAllWords(
  letter: Letter,
  read: (file: string) => Uint8Array,
  received: string,
): Promise<string[]> {
  const formats = formatsOf(letter).filter(({ words }) => words);
  for (const format of formats) await assertWords(letter, format, read(format.file), received);
  return formats.map(({ file }) => file);
}

/** Asserts that the words of a letter's page that are not marked as editorial are what was received. */
export const assertPage = (letter: Letter & { receivedText: string }, html: string): void =>
  assert.equal(bare(notOurs(readHtml(html))), letter.receivedText, letter.key);
