import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { compiler } from './engine.ts';
import { missingGlyphs } from './glyphs.ts';

test('the compiler knows its own faces, and none of the machine', () => {
  const { stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  const families = stdout.split('\n').map((line) => line.split(',')[0]!);
  const theirs = new Set(families.filter((family) => /CJK/.test(family)));
  assert.ok(theirs.size > 0, 'the machine has faces that could be used');
  const unknown = (family: string) => {
    const mainFileContent = `#set text(font: "${family}", fallback: false)\n文`;
    const warnings = compiler!.compile({ mainFileContent }).takeWarnings();
    return warnings ? JSON.stringify(compiler!.fetchDiagnostics(warnings)) : '';
  };
  for (const family of theirs) assert.match(unknown(family), /unknown font family/, family);
  for (const family of ['Noto Serif SC', 'Noto Sans SC']) assert.equal(unknown(family), '');
});

test('signs that letters have besides characters are in one of the faces', () => {
  assert.deepEqual(
    missingGlyphs('CO₂、10⁻³、m³、㎡、℃、№、①、⑳、Ⅳ、㈠、☐☑☒、✔✗、□■、≥√、αΩ、é'),
    [],
  );
  assert.deepEqual(missingGlyphs('𪚥桥'), ['𪚥']);
});
