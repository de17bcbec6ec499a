import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import { loadSite } from '../content/load.ts';
import type { Site } from '../content/site-schema.ts';
import type { Letter } from '../letter/letter.ts';
import { letterKeys } from './letter-keys.ts';

const sample = parse().letter!;
const letters: Letter[] = ['1', '2', '3', '4'].map((number) => ({
  ...structuredClone(sample),
  key: `rd17-3/${number}`,
}));
const site: Site = {
  ...loadSite(process.cwd()).value!.words,
  url: new URL('https://gov.example/replies/'),
};

/** The numbers of the letters whose files must be made anew. */
function changed(change: (letters: Letter[], site: Site) => [Letter[], Site] | void): string[] {
  const copy = structuredClone(letters);
  const words: Site = { ...structuredClone({ ...site, url: '' }), url: site.url };
  const [now, then] = [change(copy, words) ?? [copy, words], letterKeys(letters, site)].map(
    (one) => (Array.isArray(one) ? letterKeys(...one) : one),
  ) as [Map<string, string>, Map<string, string>];
  return [...now].flatMap(([key, digest]) =>
    then.get(key) === digest ? [] : key.replace('rd17-3/', ''),
  );
}

test('what is the same as before is not made anew', () =>
  assert.deepEqual(
    changed(() => {}),
    [],
  ));

test('a change of a letter concerns it and its neighbours', () => {
  const change = (edit: (letter: Letter) => void) => changed(([first]) => edit(first!));
  assert.deepEqual(
    change((letter) => void (letter.summary += '。')),
    ['1', '2'],
  );
  assert.deepEqual(
    change((letter) => void (letter.title = ['别的'])),
    ['1', '2'],
  );
  assert.deepEqual(
    change((letter) => void (letter.received.isPublicCopy = true)),
    ['1', '2'],
  );
});

test('a letter that goes, or comes, concerns its neighbours', () => {
  assert.deepEqual(
    changed((all, words) => [all.filter(({ key }) => key !== 'rd17-3/3'), words]),
    ['2', '4'],
  );
  assert.deepEqual(
    changed((all, words) => [[...all, { ...all[0]!, key: 'rd17-3/5' }], words]),
    ['4', '5'],
  );
});

test('the words and the address of the site concern all letters', () => {
  const all = ['1', '2', '3', '4'];
  assert.deepEqual(
    changed((_, words) => void (words.name += '站')),
    all,
  );
  assert.deepEqual(
    changed((_, words) => void (words.url = new URL('https://gov.example/'))),
    all,
  );
});
