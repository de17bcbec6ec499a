import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { hasMovedExample } from '../src/setup/project.ts';
import { browserPath } from '../tests/support/browser.ts';
import { needPrograms } from '../tests/support/debian.ts';
import { needEngines, parseEngines } from '../tests/support/engines/index.ts';
import { FOLDER, isSiteFresh } from '../tests/support/fixtures.ts';
import { RECIPES } from '../tests/support/recipes.ts';
import { copyWithExample } from './lib/example-project.ts';

/**
 * `npm test`: a fresh build for this machine and the fixtures, then every test; beside them types, lint and format.
 *
 *     npm test -- FILE…          these test files alone, or those of a folder or pattern; builds `dist` first if it is
 *                                out of date
 *     npm run test:quick         units, head, exactness, links, weight, imports
 *     npm run test:full          also the tests with many repetitions (`*.full.test.ts`), and 2,000 letters at random
 *     npm test -- --engines=…    looks at pages in these engines alone: chromium, firefox, webkit
 *     npm test -- --no-install   installs no program; an absent program is an error that names it
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    'no-install': { type: 'boolean', default: false },
    engines: { type: 'string' },
  },
});
const QUICK = [
  'src/**/*.test.ts',
  'tests/*.test.ts',
  'tests/site/{exact,head,links,weight}.test.ts',
];
/** The slowest files start first, so that no core waits for them at the end. */
const LONGEST = [
  'tests/site/engines.test.ts',
  'scripts/withhold.test.ts',
  'tests/site/access.test.ts',
  'tests/site/search.test.ts',
  'scripts/deploy-store-faults.test.ts',
  'scripts/deploy-store.test.ts',
  'tests/site/ear.test.ts',
  'tests/site/round-trip.test.ts',
  'tests/site/many.test.ts',
  'tests/site/fuzz.test.ts',
  'tests/site/permalinks.test.ts',
  'scripts/add.test.ts',
  'tests/site/drafts.test.ts',
  'tests/site/print.test.ts',
  'tests/site/new-part.test.ts',
];
const ALL = [...LONGEST, 'scripts/**/*.test.ts', 'tests/**/*.test.ts', 'src/**/*.test.ts'];
const cores = availableParallelism();
if (values.full) process.env['TEST_FULL'] = '1';

// Every process that is started from here inherits these.
delete process.env['SITE_URL'];
// Builds then take what did not change from former ones, here as on a maintainer's machine.
delete process.env['CI'];
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['NODE_COMPILE_CACHE'] = resolve('.cache/node');
if (values.engines) process.env['ENGINES'] = values.engines;
if (values['no-install']) process.env['NO_INSTALL'] = '1';
else
  console.log(
    '在 Debian 上以 root 运行时，缺少的浏览器、字体和网页服务器由 apt-get 安装；不要安装，加 --no-install',
  );

/** Runs a script with Node and, once it has ended, shows its output; returns true if it succeeded. */
const runScript = (name: string, args: string[]): Promise<boolean> =>
  new Promise((ended) => {
    const child = spawn(process.execPath, args);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += chunk));
    child.on('close', (status) => {
      console.log(`${status === 0 ? '✔' : '✖'} ${name}`);
      if (status !== 0) console.log(output);
      ended(status === 0);
    });
  });
const buildSite = () => runScript('npm run build', ['scripts/build.ts']);

/** Runs jobs, one for each core at a time; returns true if all of them returned true. */
async function runAll(jobs: (() => Promise<boolean>)[]): Promise<boolean> {
  const waiting = [...jobs];
  const results: boolean[] = [];
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) results.push(await job());
  };
  await Promise.all(Array.from({ length: cores }, work));
  return results.every(Boolean);
}

/** Builds the site and the fixtures; returns true if the tests may begin. */
async function prepare(): Promise<boolean> {
  console.log(`测试用的浏览器：${browserPath()}`);
  needPrograms();
  needEngines(parseEngines(values.engines));
  rmSync(FOLDER, { recursive: true, force: true });
  const fixtures = Object.keys(RECIPES).map((name) => async () => {
    await runScript(`fixture ${name}`, ['tests/support/fixtures.ts', name]);
    // A failure is reported by the test of the same name.
    return true;
  });
  return runAll([buildSite, ...fixtures]);
}

/** Checks types, lint and format, one after the other; a check that finds something fails the run. */
async function checkCode(): Promise<void> {
  const checks = {
    'astro check': ['astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning'],
    eslint: ['eslint/bin/eslint.js', '.'],
    prettier: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  };
  for (const [name, [path, ...args]] of Object.entries(checks))
    if (!(await runScript(name, [`node_modules/${path}`, ...args]))) {
      process.exitCode = 1;
      // Its output is far above the results of the tests.
      process.once('exit', () => console.log(`✖ ${name}`));
    }
}

/** Returns true if a test file runs no command, no browser, no web server and no build: it can share a process. */
const isLight = (file: string) =>
  !file.startsWith('scripts/') &&
  !/\/support\/(ask|browser|engines\/\w+|hosted|hosts|open|project)\.ts'/.test(
    readFileSync(file, 'utf8'),
  );

/** True if the caller chose some of the tests. */
const isChoice = positionals.length > 0 || values.quick;

/** Runs test files in this order, but the light ones in one process. */
function runTests(files: string[]): void {
  const light = files.filter(isLight);
  process.env['TOGETHER'] = light.join(' ');
  const heavy = files.filter((file) => !light.includes(file));
  const all = light.length > 1 ? ['tests/support/together.ts', ...heavy] : files;
  // Tests wait for browsers and servers: two files more than there are cores keep these busy.
  run({ files: all.map((file) => resolve(file)), concurrency: cores + 2 })
    .on('test:fail', () => (process.exitCode = 1))
    .compose(new spec())
    .pipe(process.stdout);
}
/** The files that match patterns, each once, in the order of the patterns. */
const filesOf = (patterns: string[]) => [
  ...new Set(patterns.flatMap((pattern) => globSync(pattern).sort())),
];

/**
 * Runs the tests in a copy of the project with the example in the place of the publisher's own letters, which are
 * checked here.
 */
async function testWithExample(): Promise<void> {
  const isChecked = isChoice || (await runScript('npm run check', ['scripts/check.ts']));
  console.log('测试用项目带来的样例；自己的答复由 npm run check 和 npm run build 核对');
  const test = spawn(process.execPath, ['scripts/test.ts', ...process.argv.slice(2)], {
    cwd: copyWithExample(),
    stdio: 'inherit',
  });
  const [status] = (await once(test, 'close')) as [number | null];
  process.exitCode = isChecked ? (status ?? 1) : 1;
}

/** Returns true unless a file has many repetitions and the others alone are asked for. */
const isAsked = (file: string) => values.full || !file.endsWith('.full.test.ts');

/** The test files that an argument names: a file, a folder or a pattern. */
const filesNamed = (arg: string): string[] =>
  statSync(arg, { throwIfNoEntry: false })?.isDirectory()
    ? filesOf([`${arg}/**/*.test.ts`]).filter(isAsked)
    : filesOf([arg]);

const absent = positionals.find((arg) => filesNamed(arg).length === 0);
if (absent !== undefined) {
  console.error(
    `没有这样的测试：${absent}。写测试文件、文件夹或通配，如 npm test -- tests/site/head.test.ts`,
  );
  process.exitCode = 1;
} else if (hasMovedExample(process.cwd())) await testWithExample();
else if (isChoice) {
  const chosen = values.quick ? filesOf(QUICK) : [...new Set(positionals.flatMap(filesNamed))];
  if (isSiteFresh() || (await buildSite())) runTests(chosen);
  else process.exitCode = 1;
} else if (await prepare()) {
  runTests(filesOf(ALL).filter(isAsked));
  // The tests wait for browsers and servers; meanwhile a core is free.
  await checkCode();
} else process.exitCode = 1;
