import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { useFixture } from '../support/fixtures.ts';
import { GRID, near, pdfLines, type Line } from '../support/pdf.ts';

const { dist, read } = useFixture('received');
const fact = (page: string, label: string) =>
  new RegExp(`<dt>${label}</dt>\\s*<dd>(.*?)</dd>`, 's')
    .exec(page)?.[1]
    ?.replaceAll(/<[^>]+>|\s+/g, '');

test('the class of a reply is shown as printed, with what it means where the site says so', () => {
  const page = read('rd17-3/58/index.html');
  assert.equal(fact(page, '办理类别'), 'A类（所提问题已经解决）');
  assert.match(page, /<p id="?category"?[^>]*>A类<\/p>/);
  assert.match(page, /"name":"A类","inDefinedTermSet":"办理类别"/);
  assert.match(readFileSync(join(dist, 'rd17-3/58/letter.txt'), 'utf8'), /^A类$/m);
  assert.equal(fact(read('rd17-3/273/index.html'), '办理类别'), undefined);
  assert.match(read('rd17-3/index.html'), /<span>A类<\/span>/);
});

test('the PDF has the class at the upper right, printed above the title or below', async () => {
  for (const [key, category] of [
    ['zx6-2/2026081', '类别:B'],
    ['rd10-3/12', 'A类'],
  ] as const) {
    const pdf = readFileSync(join(dist, key, `${key.replace('/', '-')}.pdf`));
    const [[first]] = (await pdfLines(pdf)) as [[Line]];
    assert.equal(first.text, category, key);
    assert.ok(near(first.right, GRID.RIGHT), `${key}: ${first.right}`);
  }
});

test('openness is shown as printed', () => {
  assert.equal(fact(read('rd21-2/128/index.html'), '公开属性'), '主动公开');
  assert.equal(fact(read('rd21-2/128/index.html'), '办理类别'), 'B');
  assert.equal(fact(read('rd17-3/273/index.html'), '公开属性'), undefined);
});
