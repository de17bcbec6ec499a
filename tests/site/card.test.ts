import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { letters } from '../support/letters.ts';
import { DIST, fileOf, filesOf, pagePaths, read } from '../support/site.ts';

const cards = filesOf(DIST).filter((file) => file.endsWith('card.png'));
const head = (path: string, attribute: string, name: string) =>
  new RegExp(`<meta ${attribute}="${name}" content="([^"]+)"`).exec(read(fileOf(path)))?.[1] ?? '';

test('the icon has the colours of tokens.css', () => {
  const icon = readFileSync('public/favicon.svg', 'utf8').match(/#[\da-f]{6}/g);
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const [paper, accent] = ['paper', 'accent'].map(
    (name) => new RegExp(`--${name}: (#[\\da-f]{6})`).exec(tokens)?.[1],
  );
  assert.deepEqual(icon, [paper, accent]);
});

test('every letter has a picture of its own, and the site one', () =>
  assert.deepEqual(cards, ['card.png', ...letters.map(({ path }) => `${path}card.png`)].sort()));

for (const file of cards) {
  test(`/${file} is a PNG of 1200 × 630 px and at most 40 kB`, async () => {
    const bytes = readFileSync(join(DIST, file));
    const { format, width, height } = await sharp(bytes).metadata();
    assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 });
    assert.ok(bytes.length <= 40_000, `${bytes.length}`);
  });

  test(`/${file} loses nothing but the ends of a rule when cropped to its middle square`, async () => {
    const { data, info } = await sharp(join(DIST, file))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [paper] = [data.subarray(0, 3)];
    const rows = { inside: new Set<number>(), outside: new Set<number>() };
    for (let y = 0; y < info.height; y++)
      for (let x = 0; x < info.width; x++) {
        const [red = 0, green = 0] = data.subarray((y * info.width + x) * 3);
        if (Math.abs(red - paper[0]!) + Math.abs(green - paper[1]!) < 12) continue;
        const outside = x < (1200 - 630) / 2 || x >= (1200 + 630) / 2;
        // Ink is dark in every channel; the rule is red, and pale at its edges.
        assert.ok(!outside || red > green + 60 || green > 120, `ink at ${x}, ${y}`);
        rows[outside ? 'outside' : 'inside'].add(y);
      }
    assert.ok(rows.inside.size > 150, 'there is something to read');
    assert.ok(rows.outside.size > 0 && rows.outside.size < 16, `${rows.outside.size} rows`);
  });
}

test('each page announces its picture with size, words and absolute address', () => {
  for (const path of pagePaths().filter((one) => one !== '404.html')) {
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(read(fileOf(path)))?.[1] ?? '';
    const home = canonical.slice(0, canonical.length - path.length);
    const picture = head(path, 'property', 'og:image');
    assert.ok(picture.startsWith(home), path);
    assert.ok(existsSync(join(DIST, picture.slice(home.length))), picture);
    const own = letters.some((letter) => letter.path === path);
    assert.equal(picture, `${own ? canonical : home}card.png`);
    assert.equal(head(path, 'itemprop', 'image'), picture);
    assert.equal(head(path, 'property', 'og:image:width'), '1200');
    assert.equal(head(path, 'property', 'og:image:height'), '630');
    assert.notEqual(head(path, 'property', 'og:image:alt'), '');
    assert.equal(head(path, 'name', 'twitter:card'), 'summary_large_image');
  }
  assert.match(
    head('rd17-3/273/', 'property', 'og:image:alt'),
    /慈溪市经济和信息化局.*第273号建议的答复/,
  );
});
