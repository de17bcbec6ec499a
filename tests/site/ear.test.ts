import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useFixture } from '../support/fixtures.ts';
import { isFull } from '../support/full.ts';
import { allElements, attribute, readHtml } from '../support/html.ts';
import { ibm } from '../support/ibm.ts';
import { letters, lettersOf } from '../support/letters.ts';
import { useSite } from '../support/open.ts';
import { accessibleNodes, readAll } from '../support/screen-reader.ts';
import { bare, fileOf, filesOf, pagePaths } from '../support/site.ts';

/**
 * Pages as those hear them who do not see them: what a virtual screen reader says, and what Chromium exposes. Reading
 * aloud, and where links within the page lead, are in read-aloud.test.ts and aids.test.ts.
 */
const LETTER = 'rd17-3/273/';
/** A letter that has every part. */
const FULL = 'rd17-3/9/';
const TITLE = '对市十七届人大三次会议第273号建议的答复';
const BASE = '/open/replies/';
const forms = useFixture('corrected');
const open = useSite();
const openForm = useSite(forms, BASE);
const readForm = (path: string) => forms.read(fileOf(path));
const wide = { viewport: { width: 1280, height: 800 } };
const narrow = { viewport: { width: 320, height: 800 } };

test('by ear the letter is a region of its own: in it are its words, numbers of paragraphs and marks', async () => {
  const STRUCTURE = /^(end of )?(paragraph|heading, .*, level [23])$|^link, (第\d+[a-z]?段|注\d+)$/;
  /** Matches a table: of a cell with a single text the virtual reader says only the name, of others both. */
  const TABLE = /^region, (表格\d+)\n[^]*?^end of region, \1$/gm;
  const check = async (page: Page, { title, receivedText }: (typeof letters)[number]) => {
    const said = await readAll(page);
    const start = said.indexOf('region, 答复正文');
    const end = said.indexOf('end of region, 答复正文');
    assert.ok(start > 0 && end > start);
    const words = said
      .slice(start + 1, end)
      .join('\n')
      .replace(TABLE, '')
      .split('\n')
      .filter((phrase) => !STRUCTURE.test(phrase))
      .map((phrase) => phrase.replace(/^link, /, ''));
    const [letter, all] = await page.$eval('#letter', (region) => {
      const without = (selector: string) => {
        const copy = region.cloneNode(true) as Element;
        copy.querySelectorAll(selector).forEach((part) => part.remove());
        return copy.textContent;
      };
      return [without('[data-by]'), without('sup, .letter-table')];
    });
    assert.equal(bare(words.join('')), bare(all));
    const printed = bare(title.join(''));
    assert.equal(bare(letter), receivedText.slice(receivedText.indexOf(printed) + printed.length));
    assert.ok(said.includes('heading, 下一步 编者所加, level 2'));
    await page.close();
  };
  const find = (all: typeof letters, path: string) => all.find((letter) => letter.path === path)!;
  await check(await open(LETTER, wide), find(letters, LETTER));
  await check(await openForm(FULL, wide), find(await lettersOf(forms.folder), FULL));
});

test('title, date and other values are a phrase each, and no phrase is said twice in a row', async () => {
  const page = await open(LETTER, wide);
  const said = await readAll(page);
  assert.ok(said.includes(`heading, ${TITLE}, level 1`));
  const facts = said.slice(said.indexOf('region, 概要'), said.indexOf('end of region, 概要'));
  for (const value of ['2018年6月25日', '关于加大对我市中小型企业扶持及服务力度的建议'])
    assert.equal(facts.filter((phrase) => phrase === value).length, 1, value);
  const STRUCTURE = /^(end|list|paragraph|term|definition|superscript|cell|row)/;
  for (const [at, phrase] of said.entries())
    assert.ok(at === 0 || phrase !== said[at - 1] || STRUCTURE.test(phrase), phrase);
  await page.close();
});

test('on a phone each paragraph of letters and notes is a single stop, which its marks follow', async () => {
  const check = async (page: Page) => {
    const paragraphs = await page.$$eval('.paragraph, .notes li p', (all) =>
      all.map((paragraph) => {
        const copy = paragraph.cloneNode(true) as Element;
        const marks = [...copy.querySelectorAll('sup a, .note-end-back')];
        marks.forEach((mark) => mark.remove());
        return { words: copy.textContent, marks: marks.map((a) => a.ariaLabel ?? a.textContent) };
      }),
    );
    const heard = new Map<string, string[]>();
    for (const { children } of await accessibleNodes(page))
      for (const [at, { role, children: texts }] of children.entries())
        if (role === 'paragraph' && texts.every((text) => text.role === 'StaticText'))
          heard.set(
            bare(texts.map(({ name }) => name).join('')),
            children.slice(at + 1).map((next) => `${next.role} ${next.name}`),
          );
    for (const { words, marks } of paragraphs)
      assert.deepEqual(
        heard.get(bare(words))?.slice(0, marks.length),
        marks.map((mark) => `link ${mark}`),
        words,
      );
    await page.close();
    return paragraphs.filter(({ marks }) => marks.length > 0).length;
  };
  const phone = { viewport: { width: 375, height: 800 } };
  let marked = await check(await open(LETTER, phone));
  for (const path of pagePaths(forms.dist))
    if (readForm(path).includes('<sup')) marked += await check(await openForm(path, phone));
  assert.ok(marked > 30, `${marked}`);
});

test('every table has a name, and its box is a stop of the keyboard only where it scrolls', async () => {
  const check = async (page: Page) => {
    const tables = await page.$$eval('table', (all) =>
      all.map((table) => {
        const by = document.getElementById(table.getAttribute('aria-labelledby') ?? '');
        return table.getAttribute('aria-label') ?? by?.textContent ?? '';
      }),
    );
    assert.ok(tables.length > 0 && tables.every(Boolean), tables.join());
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.table')].every(
          (box) => box.hasAttribute('tabindex') === box.scrollWidth > box.clientWidth,
        ),
      );
    }
    await page.close();
  };
  await check(await open(`${LETTER}figures/`));
  await check(await open('about/'));
  await check(await openForm('rd17-4/4/', narrow));
});

test('a table keeps its rows, cells and headers for the ear on a phone', async () => {
  const check = async (page: Page, least: number) => {
    const count = async () => {
      const counts: Record<string, number> = {};
      for (const { role } of await accessibleNodes(page))
        if (/^(table|row|cell|gridcell|columnheader|rowheader)$/.test(role))
          counts[role] = (counts[role] ?? 0) + 1;
      return counts;
    };
    const before = await count();
    assert.ok((before['cell'] ?? 0) > least, JSON.stringify(before));
    await page.setViewportSize({ width: 375, height: 800 });
    assert.deepEqual(await count(), before);
    await page.close();
  };
  await check(await open(`${LETTER}figures/`, wide), 50);
  await check(await openForm('rd17-4/4/', wide), 10);
});

test('大字, once chosen, holds on every page', async () => {
  const page = await open(LETTER, wide);
  await page.click('text=大字');
  const root = page.url().replace(LETTER, '');
  for (const path of pagePaths()) {
    await page.goto(root + path);
    const isBig = await page.evaluate(() => document.documentElement.matches('.big'));
    assert.ok(isBig, path);
  }
  await page.close();
});

test('the target of every link within a page can take the focus', () => {
  let links = 0;
  for (const path of pagePaths(forms.dist)) {
    const elements = allElements(readHtml(readForm(path)));
    for (const link of elements) {
      const href = link.tagName === 'a' ? attribute(link, 'href') : undefined;
      if (!href?.startsWith('#')) continue;
      const target = elements.find((element) => attribute(element, 'id') === href.slice(1));
      assert.ok(
        target && (target.tagName === 'a' || attribute(target, 'tabindex') === '-1'),
        `${path}${href}`,
      );
      links++;
    }
  }
  assert.ok(links > 200, `${links} links`);
});

test('no field is invalid before anything was written in it', async () => {
  const searches = pagePaths(forms.dist).filter((path) => readForm(path).includes('role="search"'));
  assert.ok(searches.length >= 4, searches.join());
  for (const path of searches) {
    const page = await openForm(path, wide);
    assert.equal(await page.locator('input:invalid').count(), 0, path);
    assert.equal(await page.locator('input').count(), 1, path);
    await page.close();
  }
});

test('the rules of IBM agree with those of axe on every page, narrow and wide', async () => {
  const check = async (page: Page, path: string) => {
    assert.deepEqual(await ibm(page), [], path);
    await page.close();
  };
  for (const path of pagePaths()) await check(await open(path, wide), path);
  await check(await open(`${LETTER}figures/`, narrow), 'narrow');
  const composed = filesOf(forms.dist)
    .filter((file) => /^(rd17-4\/\d+(-2)?\/|search\/)index\.html$/.test(file))
    .map((file) => file.replace('index.html', ''));
  assert.ok(composed.length >= 11);
  // An ordinary run tries every third.
  for (const path of composed.filter((_, at) => isFull || at % 3 === 0))
    await check(await openForm(path, narrow), fileOf(path));
});
