import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { join, resolve } from 'node:path';
import { launch } from '../support/browser.ts';
import { copyProject, environment, run } from '../support/project.ts';
import { cases } from '../support/received.ts';

const DRAFT = cases.find(({ name }) => name === 'numbers-disagree')!;
const QUESTION = /前后不一致：一处是“53”，一处是“35”/;

/** The address that a dev server prints. */
const addressIn = (output: NodeJS.ReadableStream): Promise<string> =>
  new Promise((found, lost) => {
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /预览已就绪：(http:\/\/[\w.[\]:]+:\d+)/.exec(text)?.[1];
      if (address) found(address);
    });
    output.on('end', () => lost(new Error(text)));
  });

const folder = copyProject();
let server: ReturnType<typeof spawn>;
/** Where `npm run dev` serves a project with a draft. */
let address: string;
before(async () => {
  assert.equal(run(folder, ['scripts/add.ts', resolve(DRAFT.file)]).status, 2);
  server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: folder,
    env: environment({ PORT: '0' }),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  address = await addressIn(server.stdout!);
});
after(async () => {
  server.kill();
  await once(server, 'exit');
});

test('a draft is told by the check, and shown with its questions while editing', async () => {
  const check = run(folder, ['scripts/check.ts']);
  assert.equal(check.status, 0, check.output);
  assert.match(check.stdout, /草稿 content\/zx10-5\/53\.md 还不公布/);
  assert.match(check.stdout, QUESTION);

  const page = await (await fetch(`${address}/zx10-5/53/`)).text();
  assert.match(page, QUESTION);
  assert.match(page, /id="s1"[^>]*>[\s\S]{0,200}一、打通断头路/);
  assert.match(page, /<meta name="robots" content="noindex"/);
});

test('while editing, the browser shows a mistake as soon as it is made, and the new text once it is mended', async () => {
  const file = join(folder, 'content/rd17-3/273.md');
  const good = readFileSync(file, 'utf8');
  const browser = await launch();
  try {
    const page = await browser.newPage();
    // The first request makes Vite compile everything; a busy machine takes its time.
    page.setDefaultTimeout(120_000);
    await page.goto(`${address}/rd17-3/273/`);
    await page.getByText('2044.06亿元').waitFor();
    writeFileSync(file, good.replace('2044.06亿元', '2044.60亿元'));
    const shown = (text: string) =>
      page.locator('vite-error-overlay #message-content', { hasText: text }).waitFor();
    await shown('【6】');
    assert.equal((await page.reload())?.status(), 500);
    await shown('改法');
    writeFileSync(file, good.replace('keywords: [', 'keywords: [新词, '));
    await page.locator('meta[name=keywords][content*=新词]').waitFor({ state: 'attached' });
    await page.getByText('2044.06亿元').waitFor();
  } finally {
    await browser.close();
  }
});
