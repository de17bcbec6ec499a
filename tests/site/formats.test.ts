import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatsOf } from '../../src/outputs/index.ts';
import { assertAllWords } from '../support/formats.ts';
import { letters } from '../support/letters.ts';
import { DIST } from '../support/site.ts';

for (const letter of letters) {
  const read = (file: string) => readFileSync(join(DIST, letter.path, file));

  test(`${letter.path}: every format that holds the letter's words says what was received`, async () => {
    const files = await assertAllWords(letter, read, letter.receivedText);
    assert.ok(files.length >= 3, files.join(' '));
  });

  test(`${letter.path}: every format whose bytes the letter determines has these bytes`, () => {
    const formats = formatsOf(letter).filter(({ sha256 }) => sha256);
    assert.ok(formats.length > 0);
    for (const { file, sha256 } of formats)
      assert.equal(createHash('sha256').update(read(file)).digest('hex'), sha256?.(letter), file);
  });
}
