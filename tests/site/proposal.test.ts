import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256 } from '../../src/digest.ts';
import { allElements, attribute, readHtml } from '../support/html.ts';
import { useFixture } from '../support/fixtures.ts';
import { PROPOSAL_RECEIVED } from '../support/sample.ts';
import { bare, filesOf } from '../support/site.ts';
import { faults } from '../support/valid.ts';

const { dist, read } = useFixture('corrected');
const PATH = 'rd17-3/9/proposal/';
const BASE = '/open/replies/';

test('the first screen of a reply links to the text of the proposal, before the reply begins', () => {
  const links = (path: string) => {
    const html = read(path).replace(/id="letter"[^]*/, '');
    return allElements(readHtml(html)).filter((one) => attribute(one, 'href') === BASE + PATH);
  };
  assert.equal(links('rd17-3/9/').length, 1);
  assert.equal(links('rd17-3/10/').length, 0);
  assert.doesNotMatch(read('rd17-3/10/') + read('rd17-3/273/'), /全文<\/a>/);
});

test('the page of the text leads back, and says what was received and what is withheld', async () => {
  const html = read(PATH);
  assert.match(html, /市十七届人大三次会议第9号建议的全文/);
  assert.match(
    html,
    new RegExp(`href="${BASE}rd17-3/9/">《对市十七届人大三次会议第9号建议的答复》`),
  );
  assert.match(html, /提出人：<span[^>]*data-by="editor"[^>]*>（依法不公开）/);
  assert.match(html, /公开文本的校验值（SHA-256）：[\da-f]{64}/);
  assert.deepEqual(await faults(join(dist, PATH, 'index.html')), []);
  const received = readFileSync(join(dist, PATH, 'source.txt'), 'utf8');
  assert.equal(bare(received), bare(PROPOSAL_RECEIVED.replace('：张三', '：（依法不公开）')));
});

test('the manifest of the reply lists every file beside its page and below', () => {
  const folder = join(dist, 'rd17-3/9');
  const listed = read('rd17-3/9/manifest-sha256.txt').trimEnd().split('\n');
  const files = filesOf(folder).filter((file) => !/\.(?:html|br|gz)$|^manifest/.test(file));
  assert.ok(files.includes('proposal/source.txt'));
  assert.deepEqual(
    listed.sort(),
    files.map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}`).sort(),
  );
});

test('sitemap, headers, JSON-LD and search know the text', () => {
  assert.match(read('sitemap-0.xml'), new RegExp(`${PATH}</loc><lastmod>2026-11-23`));
  assert.match(
    read('_headers'),
    /\/:session\/:number\/proposal\/source\.txt\n {2}Content-Type: text/,
  );
  const { isBasedOn } = JSON.parse(read('rd17-3/9/letter.jsonld'))['@graph'].find(
    (node: object) => 'isBasedOn' in node,
  );
  assert.equal(isBasedOn.url, `https://gov.example${BASE}${PATH}`);
});
