import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { verifySite } from './index.ts';
import { LOCAL_URL } from '../site/public-url.ts';
import { newFolder } from '../../tests/support/project.ts';
import { letters } from '../../tests/support/letters.ts';
import { DIST, read } from '../../tests/support/site.ts';
import { loadContent } from '../content/load.ts';
import { formatsOf } from '../outputs/index.ts';
import { isCompressible } from '../outputs/precompress.ts';

const ADDRESS = new URL(LOCAL_URL);
const all = { letters, withdrawn: [] };

/** Fast rather than small. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** The problems of a copy of the built site after a change to one of its files and to its compressed copies. */
async function problemsAfter(file: string, change: (text: string) => string | Uint8Array) {
  const folder = newFolder();
  cpSync(DIST, folder, { recursive: true, dereference: true });
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = change(text);
  assert.ok(changed !== text, 'the change must change something');
  if (changed === '') rmSync(join(folder, file));
  else writeFileSync(join(folder, file), changed);
  if (changed !== '' && isCompressible(file)) {
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(changed, FAST));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(changed));
  }
  return (await verifySite(folder, all, ADDRESS)).join('\n');
}

test('the built site is proved', async () =>
  assert.deepEqual(await verifySite(DIST, all, ADDRESS), []));

const page = 'rd17-3/273/index.html';
const gone = () => '';
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
for (const [what, file, change, message] of [
  ['a missing page', 'about/index.html', gone, /^about\/index\.html {2}没有生成/],
  ['a missing session', 'rd17-3/index.html', gone, /rd17-3\/index\.html {2}没有生成/],
  ['a missing figures page', 'rd17-3/273/figures/index.html', gone, /figures.*没有生成/],
  ['a missing format', 'rd17-3/273/letter.jsonld', gone, /letter\.jsonld {2}没有生成/],
  ['another word', page, replace('不抽贷', '不贷抽'), /273\/index.html {2}第 \d+ 字起应是.*不抽贷/],
  ['a lost end', page, replace('63813127</a>', '</a>'), /273\/index.html {2}第/],
  ['a word of ours unmarked', page, replace(/<main [^>]*>/, '$&按'), /却是“按/],
  ['words on another page', 'index.html', replace('</body>', '话</body>'), /index.html {2}第 1 字/],
  [
    'a link to nowhere',
    'index.html',
    replace('href="/about/"', 'href="/abuot/"'),
    /\/abuot\/ 没有/,
  ],
  ['a fragment of nothing', page, replace('id="p4"', 'id="q4"'), /#p4 没有落点/],
  ['another letter.txt', 'rd17-3/273/letter.txt', replace('2044', '2440'), /letter\.txt {2}第/],
  ['another letter.jsonld', 'rd17-3/273/letter.jsonld', replace('2044', '2440'), /jsonld {2}第/],
  ['another source.txt', 'rd17-3/273/source.txt', replace('2044', '2440'), /source\.txt {2}与收到/],
  ['a missing .br', `${page}.br`, gone, /index\.html\.br {2}没有生成/],
] as const)
  test(`not proved: ${what}`, async () => assert.match(await problemsAfter(file, change), message));

test('not proved: another word in the PDF', async () => {
  const { site } = await loadContent(process.cwd());
  const letter = letters.find(({ key }) => key === 'rd17-3/273')!;
  const pdf = formatsOf(letter).find(({ mediaType }) => mediaType === 'application/pdf')!;
  const other = { ...letter, salutation: '某某委员：' };
  const bytes = await pdf.render(other, { ...site, url: ADDRESS }, []);
  const problems = await problemsAfter('rd17-3/273/rd17-3-273.pdf', () => Buffer.from(bytes));
  assert.match(
    problems,
    /^rd17-3\/273\/rd17-3-273\.pdf {2}第 \d+ 字起应是“.*应成钊等代表.*却是“.*某某委员/,
  );
});

const PDF = 'rd17-3/273/rd17-3-273.pdf';
const SVG = 'rd17-3/273/qr.svg';
const bytesOf = (file: string) => readFileSync(join(DIST, file));
const xml = (body: string) => () => `<?xml version="1.0"?><a>${body}</a>`;
for (const [what, file, change] of [
  ['a cut PDF', PDF, () => bytesOf(PDF).subarray(0, 5000)],
  ['a PDF of zeros', PDF, () => Buffer.alloc(190_000)],
  ['other words in the place of a PDF', PDF, () => 'EVIL CONTENT'],
  ['an empty PDF', PDF, () => Buffer.alloc(0)],
  ['a cut picture', 'card.png', () => bytesOf('card.png').subarray(0, -4)],
  ['a zeroed picture', 'card.png', () => Buffer.alloc(9000)],
  ['an empty text', 'rd17-3/273/letter.txt', () => Buffer.alloc(0)],
  ['a cut .gz', `${page}.gz`, () => bytesOf(`${page}.gz`).subarray(0, -9)],
  ['another .gz', `${page}.gz`, () => bytesOf('index.html.gz')],
  ['an empty .br', `${page}.br`, () => Buffer.alloc(0)],
  ['a cut .br', `${page}.br`, () => bytesOf(`${page}.br`).subarray(0, -9)],
  ['a zeroed .br', `${page}.br`, () => Buffer.alloc(bytesOf(`${page}.br`).length)],
  ['another .br', `${page}.br`, () => bytesOf('index.html.br')],
  [
    'a .br of almost the same words',
    `${page}.br`,
    (_: string) => brotliCompressSync(read(page).replace('不抽贷', '不贷抽'), FAST),
  ],
  ['cut JSON', 'rd17-3/273/letter.jsonld', (text: string) => text.slice(0, -3)],
  ['cut XML', 'sitemap-0.xml', (text: string) => text.slice(0, -3)],
  ['two roots', SVG, (text: string) => text + text],
  ['a noncharacter in XML', 'sitemap-0.xml', xml('\uFFFE')],
  ['a control character in XML', 'sitemap-0.xml', xml('\u0001')],
  ['an end of CDATA too many', 'sitemap-0.xml', xml('<![CDATA[a]]>b]]>')],
  ['an entity that nobody declared', 'sitemap-0.xml', xml('&nbsp;')],
] as const)
  test(`not proved: ${what}`, async () =>
    assert.match(
      await problemsAfter(file, change),
      new RegExp(`^${file.replaceAll('.', '\\.')} {2}文件不完整.*改法`, 'm'),
    ));
