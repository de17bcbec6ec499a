import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useFixture } from '../support/fixtures.ts';
import { useSite } from '../support/open.ts';
import { read } from '../support/site.ts';

const LETTER = 'rd17-3/273/';
const county = useFixture('county');
const forms = useFixture('corrected');
const open = useSite();

test('the first screen of a phone says what the letter is about, where its PDF is, and what is in it', async () => {
  const page = await open(LETTER, { viewport: { width: 375, height: 667 } });
  const bottoms = await page.evaluate(() =>
    ['.fact-box-subject b', '.aids [href$=".pdf"]', '.contents li a'].map(
      (selector) => document.querySelector(selector)!.getClientRects()[0]!.bottom,
    ),
  );
  const [subject, pdf, contents] = bottoms;
  assert.ok(subject! < 300 && pdf! < 480 && contents! < 620, JSON.stringify(bottoms));
  assert.equal(
    await page.textContent('.fact-box-subject'),
    '所答建议，编者所加关于加大对我市中小型企业扶持及服务力度的建议',
  );
  await page.close();
});

test('a letter that does not name the title of its proposal says so in the place of the title', () => {
  const html = forms.read('rd17-4/2/');
  assert.match(html, /所答建议，编者所加<\/dt> ?<dd> ?第2号，原文没有写标题/);
});

test('the contents are in the page once, and lead to what follows the letter, too', () => {
  const [html = ''] = read(`${LETTER}index.html`).split('<script type="application/ld+json">');
  assert.equal(html.match(/一、积极打造服务型政府(?!。)/g)?.length, 1);
  const [contents = ''] = /<nav class="contents[^]*?<\/nav>/.exec(html) ?? [];
  for (const id of ['to', 's1', 'next', 'sign', 'notes', 'more'])
    assert.ok(contents.includes(`href="#${id}"`), id);
});

test('the contents mark one section at a time as being read', async () => {
  const page = await open(LETTER, { viewport: { width: 1280, height: 800 } });
  for (const id of ['s2', 'next']) {
    await page.evaluate((place) => document.getElementById(place)!.scrollIntoView(), id);
    await page.waitForFunction(
      (place) => document.querySelector(`.contents [href="#${place}"]:target-current`),
      id,
    );
    assert.equal(await page.locator('.contents a:target-current').count(), 1);
  }
  await page.close();
});

test('both replies to one proposal name each other above the letter, with date and link', () => {
  for (const [own, other, turn] of [
    ['512', '512-2', '（第2份答复）'],
    ['512-2', '512', '（第1份答复）'],
  ]) {
    const html = county.read(`zx10-2/${own}/`);
    const above = html.slice(0, html.indexOf('id="letter"'));
    assert.match(
      above,
      new RegExp(
        `<dt>另有答复</dt> ?<dd> ?<a href="/replies/zx10-2/${other}/">[^<]*年[^<]*${turn}`,
      ),
    );
  }
  assert.doesNotMatch(county.read('zx10-2/5/'), /另有答复/);
});

test('an old letter says once that it speaks of its own time, a new one does not', () => {
  const remark = '落款距本站公布已过三年';
  for (const file of [`${LETTER}index.html`, `${LETTER}letter.txt`])
    assert.equal(read(file).split(remark).length, 2, file);
});

test('the year of the printed date is in every list, with its doubt', () => {
  assert.match(read('index.html'), /落款：2018年（存疑）。/);
  assert.match(county.read('rd17-3/'), /<span>2018年（存疑）<\/span>/);
});

test('the name of a registered bureau leads to its letters', () => {
  assert.match(read(`${LETTER}index.html`), /<a href="\/bureaus\/jxj\/">慈溪市经济和信息化局<\/a>/);
  assert.match(read('bureaus/jxj/index.html'), /href="\/rd17-3\/273\/"/);
  assert.match(
    read('about/index.html'),
    /<li id="jxj"> ?<a class="target" href="\/bureaus\/jxj\/">/,
  );
});

test('where nothing is found, the search is offered', () => {
  assert.match(county.read('404.html'), /<form class="search-form"/);
});

test('a number of a paragraph shows that it is a link when pointed at', async () => {
  const page = await open(LETTER, { viewport: { width: 1280, height: 800 } });
  const line = () =>
    page.$eval(
      '.paragraph-number',
      (node) => getComputedStyle(node, '::before').textDecorationLine,
    );
  assert.equal(await line(), 'none');
  await page.hover('.paragraph-number');
  assert.equal(await line(), 'underline');
  await page.close();
});
