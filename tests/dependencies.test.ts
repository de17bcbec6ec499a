import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const used = Object.keys({ ...dependencies, ...devDependencies });

/** The packages that the table names, with the reason for each; `@types/*` means all of them. */
const reasons = readFileSync('docs/dependencies.md', 'utf8')
  .split(/\| dependency +\| for +\|\n/)[1]!
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((row) => {
    const [, names = '', reason = ''] = row.split('|').map((cell) => cell.trim());
    return [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, reason }));
  });

test('every dependency has its reason in docs/dependencies.md, and no other stands there', () => {
  const named = reasons.map(({ name }) => name);
  const bare = (name: string) => name.replace(/^@types\/.*/, '@types/*');
  assert.deepEqual([...new Set(used.map(bare))].sort(), [...named].sort());
  for (const { name, reason } of reasons) assert.ok(reason.length > 5, name);
});
