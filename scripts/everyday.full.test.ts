import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { writeLetters } from '../bench/sample-letters.ts';
import { sha256 } from '../src/digest.ts';
import { filesOf } from '../src/list-files.ts';
import { build as startBuild } from '../tests/support/builds.ts';
import { KILL } from '../tests/support/kills.ts';
import { copyProject, newFolder, quickly } from '../tests/support/project.ts';
import { snapshot } from '../tests/support/snapshot.ts';

/** Moves the clock of a process by CLOCK days. */
const CLOCK = `
  const days = Number(process.env.CLOCK ?? 0), Real = Date, now = () => Real.now() + days * 864e5;
  globalThis.Date = class extends Real {
    constructor(...parts) { super(...(parts.length > 0 ? parts : [now()])); }
    static now() { return now(); }
  };
`;
const LETTERS = 5;
/** The number of changes to the cache from one kill of a process to the next. */
const STRIDE = 8;
const ADDRESS = 'https://gov.example/replies/';
const clock = join(newFolder(), 'clock.mjs');
writeFileSync(clock, CLOCK);
const settings: Record<string, string> = {
  NODE_OPTIONS: `${quickly.NODE_OPTIONS} --import ${pathToFileURL(clock).href}`,
  SITE_URL: ADDRESS,
};
let folder: string;

async function build(project: string, more: Record<string, string> = {}): Promise<string> {
  const { status, output } = await startBuild(project, { ...settings, ...more });
  assert.equal(status, 0, output);
  return output;
}

/** A copy of the project without anything that a build made. */
function copyInputs(): string {
  const copy = newFolder();
  for (const name of readdirSync(folder))
    if (!['.cache', 'dist', '.dist.build', '.astro'].includes(name))
      cpSync(join(folder, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  return copy;
}

const sites = new Map<string, ReturnType<typeof snapshot>>();
/** The site that a build makes of the project from nothing; whatever the clock, it is the same. */
async function siteFromNothing(more: Record<string, string> = {}) {
  const inputs = ['content', 'src', 'public'].map((name) => snapshot(join(folder, name)));
  const key = sha256(JSON.stringify([inputs, more['SITE_URL']]));
  const known = sites.get(key);
  if (known) return known;
  const copy = copyInputs();
  await build(copy, more);
  const site = snapshot(join(copy, 'dist'));
  sites.set(key, site);
  return site;
}

const edit = (name: string, change: (text: string) => string): void => {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  assert.notEqual(change(text), text, name);
  writeFileSync(file, change(text));
};
/** Changes a letter and the file that it was made from alike. */
const editLetter = (key: string, change: (text: string) => string): void => {
  for (const ending of ['md', 'txt']) edit(`content/${key}.${ending}`, change);
};

/** Changes a byte in the middle of each file of a folder. */
function damage(place: string): void {
  for (const name of filesOf(place)) {
    const bytes = readFileSync(join(place, name));
    const at = Math.floor(bytes.length / 2);
    if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(join(place, name), bytes);
  }
}

/** Replaces the link to the packages by links to each of them, and one package by a copy. */
function ownPackage(name: string): string {
  const packages = join(folder, 'node_modules');
  const from = readlinkSync(packages);
  rmSync(packages);
  mkdirSync(packages);
  for (const entry of readdirSync(from))
    if (entry !== name) symlinkSync(join(from, entry), join(packages, entry));
  cpSync(join(from, name), join(packages, name), { recursive: true, dereference: true });
  return join(packages, name);
}

before(async () => {
  folder = copyProject();
  const numbers = [1, 2, 3, 4].slice(0, LETTERS - 1);
  writeLetters(folder, [{ body: '人大', congress: 18, session: 1, numbers }]);
  await build(folder);
});

for (const [what, made, change, more] of [
  ['nothing changed', 0, () => {}],
  [
    'a word of a letter changed',
    2,
    () => editLetter('rd18-1/1', (text) => text.replace('感谢您', '谢谢您')),
  ],
  [
    'a fact of a letter changed',
    3,
    () => edit('content/rd18-1/2.md', (text) => text.replace(/^summary: /m, 'summary: 这是')),
  ],
  [
    'a neighbour came',
    3,
    () => {
      for (const ending of ['md', 'txt'])
        cpSync(
          join(folder, `content/rd18-1/4.${ending}`),
          join(folder, `content/rd18-1/7.${ending}`),
        );
      editLetter('rd18-1/7', (text) =>
        text.replaceAll(/第?4号|number: 4/g, (found) => found.replace('4', '7')),
      );
    },
  ],
  [
    'a neighbour went',
    0,
    () => {
      for (const ending of ['md', 'txt']) rmSync(join(folder, `content/rd18-1/7.${ending}`));
    },
  ],
  [
    'a word of the site changed',
    LETTERS,
    () => edit('content/site.yaml', (text) => text.replace(/^name: /m, 'name: 新')),
  ],
  [
    'a word of a page changed',
    0,
    () => edit('content/pages/about.md', (text) => `${text}\n多了一段。\n`),
  ],
  [
    'a component changed',
    LETTERS,
    () =>
      edit('src/components/letter/Neighbours.astro', (text) => text.replace('上一份', '前一份')),
  ],
  [
    'the version of a dependency changed',
    LETTERS,
    () => {
      const file = join(ownPackage('qr'), 'package.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "/, '"version": "9'));
    },
  ],
  ['the address changed', LETTERS, () => {}, { SITE_URL: 'https://other.example/' }],
  ['the address changed back', 0, () => {}],
  ['the clock is forty days ahead', 0, () => {}, { CLOCK: '40' }],
  ['the clock is three years behind', 0, () => {}, { CLOCK: '-1000' }],
  [
    'the files of the cache have dates of the future',
    0,
    () => {
      const date = new Date('2062-01-01');
      for (const name of filesOf(join(folder, '.cache')))
        utimesSync(join(folder, '.cache', name), date, date);
    },
  ],
  ...['finished', 'finished-records', 'letters', 'search', 'pdf', 'compressed', ''].map(
    (kind): Case => [
      `the cache was damaged (${kind || 'all of it'})`,
      kind.startsWith('finished') || kind === '' ? LETTERS : 0,
      () => damage(join(folder, '.cache', kind)),
    ],
  ),
  ['dist was damaged', LETTERS, () => damage(join(folder, 'dist'))],
  ['dist is gone', 0, () => rmSync(join(folder, 'dist'), { recursive: true })],
] as Case[])
  test(`when ${what}, a build makes the files of ${made} letters, and the bytes are those from nothing`, async () => {
    change();
    const output = await build(folder, more);
    assert.match(output, made === LETTERS ? /共 \d 份答复；/ : new RegExp(`新做的 ${made} 份`));
    assert.deepEqual(snapshot(join(folder, 'dist')), await siteFromNothing(more));
  });

type Case = [what: string, made: number, change: () => void, more?: Record<string, string>];

test('two builds at once, for two addresses, do not mix', async () => {
  const addresses = [ADDRESS, 'https://second.example/'];
  await Promise.all(addresses.map((SITE_URL) => build(folder, { SITE_URL })));
  const site = snapshot(join(folder, 'dist'));
  const robots = readFileSync(join(folder, 'dist/robots.txt'), 'utf8');
  const own = addresses.find((address) => robots.includes(address))!;
  assert.deepEqual(site, await siteFromNothing({ SITE_URL: own }));
  for (const SITE_URL of addresses) {
    await build(folder, { SITE_URL });
    assert.deepEqual(snapshot(join(folder, 'dist')), await siteFromNothing({ SITE_URL }));
  }
});

test('wherever a build was killed, the next makes the bytes of one from nothing', async () => {
  let kills = 0;
  for (; ; kills++) {
    const word = kills % 2 === 0 ? '多谢您' : '感谢您';
    editLetter('rd18-1/3', (text) => text.replace(/[感多]谢您/, word));
    const { signal, status } = await startBuild(folder, {
      ...settings,
      NODE_OPTIONS: `${settings['NODE_OPTIONS']} ${KILL}`,
      KILL_AT: `${1 + kills * STRIDE} ^(?!read|open).*\\.cache`,
    });
    if (signal === null) {
      assert.equal(status, 0);
      break;
    }
    await build(folder);
    assert.deepEqual(snapshot(join(folder, 'dist')), await siteFromNothing());
  }
  assert.ok(kills >= 8, `killed ${kills} times`);
});

test('with CI=true, a build makes all files', async () => {
  assert.match(await build(folder), /新做的 0 份/);
  assert.doesNotMatch(await build(folder, { CI: 'true' }), /新做的/);
});
