import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageContent, type BuiltSite } from '../built-site.ts';
import type { Ledger } from './ledger.ts';
import {
  findLostAddresses,
  movedFiles,
  publishedAddresses,
  unrecordedAddresses,
  type Moved,
} from './published.ts';

const LETTER = '<h1 id="title">题</h1><p id="p1">甲</p><p id="p2a">乙</p><h2 id="notes"></h2>';
const ABOUT = '<h2 id="bureaus">单位</h2><ul><li id="bad">某局</li></ul>';
const REDIRECT = '<meta http-equiv="refresh" content="0; url=/rd17-3/9/"><p id="p1">已变动</p>';

/** A site with these pages, and these files beside them. */
const siteOf = (pages: Record<string, string>, files: string[] = []): BuiltSite => ({
  files: new Set([...Object.keys(pages), ...files]),
  pages: new Map(Object.entries(pages).map(([file, html]) => [file, readPageContent(html)])),
});
const SITE = siteOf(
  {
    'index.html': '<p id="p1">首页</p>',
    '404.html': '',
    'about/index.html': ABOUT,
    'rd17-3/9/index.html': `${LETTER}<i id="other"></i><i id="n-sic1"></i>`,
    'rd17-3/9/figures/index.html': '<p id="p1"></p>',
    'rd17-3/8/index.html': REDIRECT,
  },
  ['card.png', 'rd17-3/9/letter.txt', 'rd17-3/9/letter.txt.br', 'rd17-3/9/rd17-3-9.pdf'],
);
const ledgerOf = (rows: Record<string, string>): Ledger =>
  new Map(
    Object.entries(rows).map(([path, names], index) => [
      path,
      {
        file: 'content/addresses/rd17-3.txt',
        line: index + 3,
        entries: new Map(names.split(' ').map((name) => [name, ''])),
      },
    ]),
  );
const lost = (rows: Record<string, string>, site = SITE, moved: Moved = new Map()) =>
  findLostAddresses(ledgerOf(rows), site, moved).map(({ line, message }) => `${line} ${message}`);

test('a letter has its permanent fragments and the files beside it, the about page its bureaus', () => {
  const entries = [...publishedAddresses(SITE)].map(([path, names]) => [path, ...names].join(' '));
  assert.deepEqual(entries.sort(), [
    '',
    'about/ #bad',
    'rd17-3/9/ #title #p1 #p2a #notes #n-sic1 letter.txt rd17-3-9.pdf',
    'rd17-3/9/figures/',
  ]);
});

test('a recorded page, fragment or file that is missing is lost', () => {
  assert.deepEqual(lost({ 'rd17-3/9/': '#p1 #p2a letter.txt title corrections' }), []);
  assert.deepEqual(lost({ 'rd17-3/7/': '#p1', 'rd17-3/9/': '#p3 old.txt', 'about/': '#main' }), [
    '3 公布过的网址 /rd17-3/7/ 不见了',
    '4 公布过的 /rd17-3/9/#p3 不见了',
    '4 公布过的 /rd17-3/9/old.txt 不见了',
    '5 公布过的 /about/#main 不见了',
  ]);
});

const MOVED: Moved = new Map([['rd17-3/8/', 'rd17-3/9/']]);

test('a page that moved keeps its fragments where it leads to, and its files where they were', () => {
  const row = '#p1 #p2a title corrections letter.txt rd17-3-8.pdf';
  const files = new Set([...SITE.files, 'rd17-3/8/letter.txt', 'rd17-3/8/rd17-3-8.pdf']);
  assert.deepEqual(lost({ 'rd17-3/8/': row }, { ...SITE, files }, MOVED), []);
  assert.deepEqual(lost({ 'rd17-3/8/': `${row} #p3` }, SITE, MOVED), [
    '3 公布过的 /rd17-3/8/letter.txt 不见了',
    '3 公布过的 /rd17-3/8/rd17-3-8.pdf 不见了',
    '3 公布过的 /rd17-3/8/#p3 不见了',
  ]);
});

test('what was published beside a letter that moved is copied, the PDF under its old name', () => {
  const rows = {
    'rd17-3/': '',
    'rd17-3/8/': '#p1 title=0123abcd corrections=0 letter.txt rd17-3-8.pdf',
    'rd17-3/8/figures/': '',
    'rd17-3/88/': 'letter.txt',
  };
  const moved: Moved = new Map([...MOVED, ['rd17-3/', 'rd17-4/'], ['rd17-3/88/', 'about/']]);
  assert.deepEqual(
    [...movedFiles(ledgerOf(rows), moved)].map((pair) => pair.join(' < ')),
    [
      'rd17-3/8/letter.txt < rd17-3/9/letter.txt',
      'rd17-3/8/rd17-3-8.pdf < rd17-3/9/rd17-3-9.pdf',
      'rd17-3/8/.withdrawn < rd17-3/9/.withdrawn',
      'rd17-3/8/figures/index.html < rd17-3/9/figures/index.html',
    ],
  );
});

test('of a withdrawn letter only the files may be missing', () => {
  const files = new Set([...SITE.files, 'rd17-3/9/.withdrawn']);
  const withdrawn = { ...SITE, files };
  assert.deepEqual(lost({ 'rd17-3/9/': '#p1 gone.txt' }, withdrawn), []);
  assert.deepEqual(lost({ 'rd17-3/8/': '#p1 gone.txt' }, withdrawn, MOVED), []);
  assert.deepEqual(lost({ 'rd17-3/9/': '#p3' }, withdrawn), ['3 公布过的 /rd17-3/9/#p3 不见了']);
  assert.ok(![...(publishedAddresses(withdrawn).get('rd17-3/9/') ?? [])].includes('.withdrawn'));
});

test('a PDF is lost only where the site has a share image, so that PDFs can be made', () => {
  assert.equal(lost({ 'rd17-3/9/': 'gone.pdf' }).length, 1);
  const files = new Set([...SITE.files].filter((file) => file !== 'card.png'));
  assert.deepEqual(lost({ 'rd17-3/9/': 'gone.pdf card.png' }, { ...SITE, files }), []);
});

test('an address is recorded by page, fragment and file', () =>
  assert.deepEqual(
    unrecordedAddresses(
      ledgerOf({ '': '', 'about/': '#bad', 'rd17-3/9/': '#title #p1 #notes letter.txt' }),
      SITE,
    ),
    ['rd17-3/9/#p2a', 'rd17-3/9/#n-sic1', 'rd17-3/9/rd17-3-9.pdf', 'rd17-3/9/figures/'],
  ));
