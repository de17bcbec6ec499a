import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { copyProject, keepLetter273, run } from '../tests/support/project.ts';
import { loadLetters } from '../src/content/letters.ts';
import type { Figures } from '../src/letter/schema/figures.ts';

const FILE = 'content/rd17-3/273.figures.yaml';
const read = (folder: string): Figures => parse(readFileSync(join(folder, FILE), 'utf8'));

test('the draft has every figure of letter 273, and check asks what each of them is', async () => {
  const folder = copyProject();
  keepLetter273(folder);
  const draft = () => run(folder, ['scripts/figures.ts', 'rd17-3/273']);
  const before = readFileSync(join(folder, FILE), 'utf8');
  const refused = draft();
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /已经有 content\/rd17-3\/273\.figures\.yaml，不覆盖/);
  assert.equal(readFileSync(join(folder, FILE), 'utf8'), before);

  const known = read(folder);
  rmSync(join(folder, FILE));
  const { status, output } = draft();
  assert.equal(status, 0, output);
  const found = read(folder);
  const facts = ({ p, value, unit }: Figures['figures'][number]) => `${p} ${value} ${unit}`;
  assert.deepEqual(found.figures.map(facts), known.figures.map(facts));
  assert.deepEqual(
    found.others.map(({ p, quote }) => [p, quote]),
    known.others.map(({ p, quote }) => [p, quote]),
  );

  const { diagnostics } = await loadLetters(folder);
  assert.equal(diagnostics.length, found.figures.length);
  for (const { file, message } of diagnostics)
    assert.equal(`${file} ${message}`, `${FILE} what 是空的`);
  const whole = readFileSync(join(folder, FILE), 'utf8').replaceAll("what: ''", 'what: 企业');
  writeFileSync(join(folder, FILE), whole);
  assert.deepEqual((await loadLetters(folder)).diagnostics, []);
});

test('a letter that is not there is named', () => {
  const { status, stderr } = run(process.cwd(), ['scripts/figures.ts', 'rd17-3/99999']);
  assert.equal(status, 1);
  assert.match(stderr, /没有 content\/rd17-3\/99999\.md/);
});
