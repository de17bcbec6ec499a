import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { copyProject, run } from '../tests/support/project.ts';
import { snapshot } from '../tests/support/snapshot.ts';

test('a build takes from a former one what did not change, byte for byte as if made from nothing', () => {
  const folder = copyProject();
  for (const kind of ['letters', 'finished', 'finished-records'])
    cpSync(join('.cache', kind), join(folder, '.cache', kind), { recursive: true });
  const about = join(folder, 'content/pages/about.md');
  writeFileSync(about, `${readFileSync(about, 'utf8')}\n多了一段。\n`);
  const build = (...options: string[]) => {
    const { output, status } = run(folder, ['scripts/build.ts', ...options]);
    assert.equal(status, 0, output);
    return { output, site: snapshot(join(folder, 'dist')) };
  };
  const everyday = build();
  assert.match(everyday.output, /共 1 份答复，新做的 0 份/);
  const fromNothing = build('--force');
  assert.match(fromNothing.output, /共 1 份答复；/);
  assert.deepEqual(everyday.site, fromNothing.site);
});
