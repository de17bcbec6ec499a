import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatsOf } from '../../src/outputs/index.ts';
import {
  MEDIA_TYPES,
  NAMED_CHARSETS,
  OTHER_TYPE,
  contentType,
} from '../../src/outputs/media-types.ts';
import { ENDINGS } from '../../src/received/index.ts';
import { letters } from '../support/letters.ts';
import { DIST, filesOf, isCompressed } from '../support/site.ts';

const nginx = readFileSync('deploy/nginx.conf', 'utf8');
const caddy = readFileSync('deploy/Caddyfile', 'utf8');
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** Endings for which Caddy, or the Go library that it uses, sends the right charset by itself. */
const CADDY_KNOWS = ['html', 'js', 'json', 'pdf', 'png', 'svg'];

test('every file of the site has a row in the table of media types, but those of the search', () => {
  for (const file of filesOf(DIST).filter((name) => !isCompressed(name)))
    if (!/^_headers$|^pagefind\//.test(file)) assert.notEqual(contentType(file), OTHER_TYPE, file);
});

test('nginx.conf lists the types of the table, and the charset where the table asks for it', () => {
  const [, block = ''] = /types \{([^}]*)\}/.exec(nginx) ?? [];
  const types = [...block.matchAll(/(\S+)\s+(\w+);/g)].map(([, type, ending]) => [ending, type]);
  const rows = Object.entries(MEDIA_TYPES);
  assert.deepEqual(
    Object.fromEntries(types),
    Object.fromEntries(rows.map(([ending, { type }]) => [ending, type])),
  );
  // nginx itself always counts text/html among them.
  const [, charsets = ''] = /charset_types ([^;]+);/.exec(nginx) ?? [];
  const textTypes = rows.filter(([, { charset }]) => charset).map(([, { type }]) => type);
  assert.deepEqual(sorted(['text/html', ...charsets.split(' ')]), sorted(textTypes));
  assert.match(nginx, new RegExp(`default_type ${OTHER_TYPE};`));
});

test('the Caddyfile lists the types of the table that Caddy does not know', () => {
  const endings = new Map(
    [...caddy.matchAll(/^\t(@\w+) path \*\.(\S+)$/gm)].map(([, name = '', ending = '']) => [
      name,
      ending,
    ]),
  );
  const listed = [...caddy.matchAll(/header (@\w+) Content-Type "?([^"\n]+)"?$/gm)].filter(
    ([, name = '']) => name !== '@search',
  );
  for (const [, name = '', type] of listed)
    assert.equal(type, contentType(`file.${endings.get(name)}`), name);
  assert.deepEqual(
    sorted([...CADDY_KNOWS, ...listed.map(([, name = '']) => endings.get(name) ?? name)]),
    sorted([...Object.keys(MEDIA_TYPES), ...NAMED_CHARSETS.map((charset) => `${charset}.txt`)]),
  );
});

test('both recipes take the charset of a text file from its name', () => {
  for (const charset of NAMED_CHARSETS) {
    const pattern = `\\.${charset}\\.txt$`;
    assert.ok(nginx.includes(`location ~ ${pattern} { charset ${charset}; }`), charset);
  }
});

test('both recipes send the Signposting links with every format of a letter but its JSON-LD', () => {
  const endings = [
    ...letters.flatMap(formatsOf).map(({ file }) => file),
    ...ENDINGS.map((ending) => `source.${ending}`),
  ].map((file) => file.slice(file.lastIndexOf('.') + 1));
  const expected = sorted(endings.filter((ending) => ending !== 'jsonld'));
  for (const [name, recipe] of Object.entries({ nginx, caddy })) {
    const [, listed = ''] = /\[\^\/\]\+\\\.\((?:\?:)?([\w|]+)\)\$/.exec(recipe) ?? [];
    assert.deepEqual(sorted(listed.split('|')), expected, `the endings of ${name}`);
  }
});
