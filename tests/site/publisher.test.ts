import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useFixture } from '../support/fixtures.ts';
import { CLOSED_MARKS, REVIEWER } from '../support/recipes.ts';
import { findHolders } from '../support/takedown.ts';

const named = useFixture('county');
const nameless = useFixture('corrected');

/** The footer of a page, without white space between its tags. */
const footerOf = (html: string) =>
  /<footer[^>]*>.*<\/footer>/s.exec(html)?.[0].replaceAll(/\s+</g, '<') ?? '';

test('every page says who answers for the site, and under which numbers it is filed', () => {
  for (const page of ['index.html', 'about/index.html', '404.html', 'rd17-3/273/index.html']) {
    const footer = footerOf(named.read(page));
    assert.match(footer, /^<footer[^>]* data-answerable[ >=]/, page);
    for (const words of [
      '主办：某某志愿者（本站不是政府网站）',
      '联系：电话 0574-63810000',
      '网站标识码：0000000000',
      '<a class="target" href="https://beian.miit.gov.cn/">浙ICP备00000000号-1</a>',
      '<a class="target" href="https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000">浙公网安备00000000000000号</a>',
    ])
      assert.ok(footer.includes(words), `${page}: ${words}`);
  }
  assert.ok(named.read('index.html').includes('name="SiteIDCode" content="0000000000"'));
  assert.match(named.read('about/index.html'), /请告诉本站：电话 0574-63810000。/);
});

test('a site that names nobody says nothing in their place', () => {
  const about = nameless.read('about/index.html');
  assert.doesNotMatch(footerOf(about), /主办|联系|备|data-answerable/);
  assert.doesNotMatch(about, /还没有确定/);
});

test('no file of the site has the marks of a reviewed letter, or names who reviewed it', async () => {
  for (const [words, files] of await findHolders([...CLOSED_MARKS, REVIEWER], [nameless.dist]))
    assert.deepEqual(files, [], words);
  assert.match(
    nameless.read('rd17-3/10/source.txt'),
    /^（依法不公开）\n（依法不公开）\n（依法不公开）\n/,
  );
});
