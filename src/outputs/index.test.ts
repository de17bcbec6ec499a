import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Site } from '../content/site-schema.ts';
import { letters } from '../../tests/support/letters.ts';
import { formatsOf, describeFormats, renderFormat } from './index.ts';
import { jsonLd } from './json-ld.ts';
import { plainText } from './text.ts';

const site = {
  name: '站',
  url: new URL('http://localhost:4321/'),
  bureaus: [],
  place: { city: '甲市', prefecture: '乙市', province: '丙省', areaCode: '0574' },
} as unknown as Site;

test('a page takes the measures of files that were made, without making them again', async (context) => {
  const [letter] = letters;
  const renders = [plainText, jsonLd].map((format) => context.mock.method(format, 'render'));
  const sizes = new Map<string, number>();
  for (const format of formatsOf(letter!))
    sizes.set(format.file, (await renderFormat(format, letter!, site)).length);
  for (let pages = 0; pages < 2; pages++)
    for (const { file, size, pageCount, mediaType } of await describeFormats(letter!, site)) {
      assert.equal(size, sizes.get(file), file);
      assert.equal(pageCount !== undefined, mediaType === 'application/pdf', file);
    }
  for (const { mock } of renders) assert.equal(mock.callCount(), 1);
});

test('measures are made where no file was made before', async () => {
  const letter = { ...letters[0]! };
  const described = await describeFormats(letter, site);
  assert.ok(described.every(({ size }) => size > 0));
});
