import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'node:test';
import { formatLedgerFile } from '../../src/permalinks/ledger.ts';
import { BUCKET, KEYS, startObjectStore, type ObjectStore } from './object-store.ts';
import { environment, newFolder } from './project.ts';
import { writeFiles } from './write-files.ts';

const script = join(process.cwd(), 'scripts/deploy.ts');
/** The address of the site. */
export const HOME = 'https://gov.example/open/';

/** The built site of the tests: each file with its content. */
export const SITE = {
  'index.html': '<footer data-answerable>主办</footer><a href="rd17-3/">',
  '404.html': '没有',
  'robots.txt': `Sitemap: ${HOME}sitemap-index.xml\n`,
  'sitemap-0.xml': '<urlset/>',
  _headers: '/*\n',
  'card.png': 'PNG',
  'rd17-3/index.html': '<a href="273/">273</a>',
  'rd17-3/273/index.html': '<a href="letter.txt">',
  'rd17-3/273/index.html.br': 'br',
  'rd17-3/273/index.html.gz': 'gz',
  'rd17-3/273/letter.txt': '答复',
  'rd17-3/273/letter.jsonld': '{}',
  'rd17-3/273/source.gb18030.txt': 'GB',
  'rd17-3/273/rd17-3-273.pdf': '%PDF',
  'rd17-3/273/qr.svg': '<svg/>',
  'rd17-3/273/figures/index.html': '数字',
};

/**
 * The next site: the letter has a new file and a neighbour, which its page links, and an old file is gone. New
 * letters and a new list link each other.
 */
const { 'rd17-3/273/qr.svg': _old, ...rest } = SITE;
export const NEXT = {
  ...rest,
  'rd17-3/273/index.html': '<a href="letter.txt"><a href="new.txt"><a href="../274/">',
  'rd17-3/273/new.txt': '新',
  'rd17-3/274/index.html': '<a href="../273/"><a href="../275/">',
  'rd17-3/275/index.html': '<a href="../274/"><a href="../../bureaus/a/">',
  'rd17-3/index.html': '<a href="273/"><a href="274/"><a href="275/"><a href="../bureaus/a/">',
  'bureaus/a/index.html': '<a href="../../rd17-3/275/">',
};
const HOME_PAGE = 'open/index.html';

/** A project that contains only this built site, and a ledger that knows its letters. */
export function projectWith(files: Record<string, string>): string {
  const project = newFolder();
  writeFiles(join(project, 'dist'), files);
  mkdirSync(join(project, 'content/addresses'), { recursive: true });
  writeFileSync(
    join(project, 'content/addresses/rd17-3.txt'),
    formatLedgerFile([273, 274, 275].map((number) => [`rd17-3/${number}/`, new Map()])),
  );
  return project;
}

/** How a command ended, and what it said. */
export interface Result {
  status: number | null;
  output: string;
}

/** The keys and contents that the store must hold for a site, the record left out. */
export const expectedObjects = (site: Record<string, string>) =>
  Object.entries(site)
    .filter(([name]) => !/\.(br|gz)$|^_headers$|\/\.withdrawn$/.test(name))
    .map(([name, content]) => [`open/${name}`, Buffer.from(content).toString('latin1')])
    .sort();

/** A store of its own for each test of a file, and the commands that deploy to it. */
class StoreOfTest {
  store!: ObjectStore;
  /** The command under way. */
  child!: ChildProcess;

  /** Runs the command in a project; the store answers from this process meanwhile. */
  deploy(project: string, words: string[] = [], settings = {}): Promise<Result> {
    const args = [script, `s3://${BUCKET}/open`, '--endpoint', this.store.endpoint, ...words];
    // The limit of files stands for a full disk of the sender: the command writes no file at all.
    this.child = spawn('sh', ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, ...args], {
      cwd: project,
      env: environment({ ...KEYS, ...settings }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => (output += chunk));
    return new Promise((ended) =>
      this.child.on('close', (status) => {
        assert.doesNotMatch(output, /^\s+at /m);
        assert.ok(!output.includes(KEYS.AWS_SECRET_ACCESS_KEY), 'no key in the output');
        ended({ status, output });
      }),
    );
  }

  /** The keys and contents of the store, the record left out. */
  async storedObjects() {
    const objects = [...(await this.store.objects())];
    return objects
      .filter(([key]) => !key.endsWith('.deployed.json.gz'))
      .map(([key, { content }]) => [key, content])
      .sort();
  }

  /** The changes of objects that the store was asked for, those of the record left out. */
  changes = () =>
    this.store.log.filter((line) => /^(PUT|DELETE)/.test(line) && !line.includes('.deployed'));

  /** Every link that a reader meets, from the home page on, leads to an object of the store. */
  async assertReadsRight(message: string): Promise<void> {
    const objects = await this.store.objects();
    const seen = new Set(objects.has(HOME_PAGE) ? [HOME_PAGE] : []);
    for (const key of seen)
      for (const [, href = ''] of objects.get(key)!.content.matchAll(/href="([^"]+)"/g)) {
        const path = new URL(href, `https://store/${key}`).pathname.slice(1);
        const target = path.replace(/\/$/, '/index.html');
        assert.ok(objects.has(target), `${message}: ${key} → ${href}`);
        seen.add(target);
      }
  }
  /** The next run completes the site. */
  async assertCompleted(): Promise<void> {
    const { status, output } = await this.deploy(projectWith(NEXT));
    assert.equal(status, 0, output);
    assert.deepEqual(await this.storedObjects(), expectedObjects(NEXT));
  }
}

/** Starts a store before each test of a file, and closes it after the test. */
export function useStore(): StoreOfTest {
  const use = new StoreOfTest();
  beforeEach(async () => {
    use.store = await startObjectStore();
  });
  afterEach(() => use.store.close());
  return use;
}
