import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { letters } from '../support/letters.ts';
import { DIST, filesOf, fileOf, pagePaths, read } from '../support/site.ts';

const attributes = (tag: string) =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
const headOf = (path: string) => {
  const head = /<head>(.*?)<\/head>/s.exec(read(fileOf(path)))?.[1] ?? '';
  const tags = [...head.matchAll(/<(meta|link)\b[^>]*>/g)].map(([tag]) => attributes(tag));
  const meta = (name: string) =>
    tags
      .filter((tag) => tag['name'] === name || tag['property'] === name)
      .map((tag) => tag['content']);
  const link = (rel: string) => tags.filter((tag) => tag['rel']?.split(' ').includes(rel));
  return { title: /<title>(.*?)<\/title>/.exec(head)?.[1], meta, link };
};

test('each page has its own title, description and address; the error page has none', () => {
  const error = headOf('404.html');
  assert.deepEqual(error.meta('robots'), ['noindex']);
  assert.deepEqual(error.link('canonical'), []);
  const heads = pagePaths()
    .filter((path) => path !== '404.html')
    .map(headOf);
  for (const value of [
    heads.map(({ title }) => title),
    heads.map(({ meta }) => meta('description')[0]),
    heads.map(({ link }) => link('canonical')[0]?.['href']),
  ]) {
    assert.ok(value.every(Boolean));
    assert.equal(new Set(value).size, heads.length);
  }
});

test('the head of letter 273 is complete', () => {
  const { title, meta, link } = headOf('rd17-3/273/');
  const canonical = link('canonical')[0]?.['href'] ?? '';
  assert.match(
    title ?? '',
    /^关于加大对我市中小型企业扶持及服务力度的建议：对市十七届人大三次会议第273号建议的答复 · /,
  );
  const expected: Record<string, string> = {
    'og:type': 'article',
    'og:title':
      '关于加大对我市中小型企业扶持及服务力度的建议：对市十七届人大三次会议第273号建议的答复',
    'og:url': canonical,
    'og:locale': 'zh_CN',
    SiteDomain: new URL(canonical).host,
    ColumnType: '回应关切',
    ArticleTitle: '对市十七届人大三次会议第273号建议的答复',
    PubDate: '2026-11-23 09:00',
    ContentSource: '慈溪市经济和信息化局',
    'DCTERMS.identifier': canonical,
    'DCTERMS.created': '2018-06-25?',
    'DCTERMS.issued': '2026-11-23',
    'DCTERMS.spatial': '浙江省宁波市慈溪市',
    citation_technical_report_institution: '慈溪市经济和信息化局',
    citation_technical_report_number: '第273号',
    citation_date: '2018/06/25',
    citation_online_date: '2026/11/23',
    citation_public_url: canonical,
  };
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(meta(name), [value], name);
  for (const name of [
    'SiteName',
    'ColumnName',
    'author',
    'keywords',
    'DCTERMS.license',
    'og:site_name',
  ])
    assert.equal(meta(name).length, 1, name);
  assert.equal(link('cite-as')[0]?.['href'], canonical);
  for (const rel of ['type', 'author', 'license', 'describedby', 'item', 'alternate'])
    assert.ok(link(rel).length > 0, rel);
});

test('what is announced exists, and nothing official is invented', () => {
  for (const { path } of letters) {
    const { meta, link } = headOf(path);
    const announced = ['alternate', 'item', 'describedby'].flatMap((rel) => link(rel));
    for (const { href = '' } of announced) {
      const file = href.slice(href.indexOf(path));
      assert.ok(existsSync(join(DIST, file)), href);
    }
    assert.deepEqual(meta('SiteIDCode'), []);
    const pdf = meta('citation_pdf_url')[0] ?? '';
    assert.ok(existsSync(join(DIST, pdf.slice(pdf.indexOf(path)))), pdf);
    assert.ok(
      announced.some(({ href = '', type }) => pdf.endsWith(href) && type === 'application/pdf'),
    );
  }
});

test('one JSON-LD graph, without the contact, whose date keeps its doubt', () => {
  const html = read('rd17-3/273/index.html');
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  assert.equal(scripts.length, 1);
  const text = scripts[0]?.[1] ?? '';
  for (const json of [text, read('rd17-3/273/letter.jsonld')]) {
    const graph: Record<string, unknown>[] = JSON.parse(json)['@graph'];
    assert.doesNotMatch(json, /63813127|张玲玲/);
    assert.deepEqual(graph[1]?.['dateCreated'], {
      '@type': 'http://id.loc.gov/datatypes/edtf/EDTF',
      '@value': '2018-06-25?',
    });
    assert.equal(graph[0]?.['datePublished'], '2026-11-23T09:00:00+08:00');
  }
});

test('no file gives the inferred date, or the printed one as its publication here', () => {
  for (const file of filesOf(DIST)) {
    const text = read(file);
    assert.doesNotMatch(text, /2019[-/]0?6[-/]25|2019年6月25日/, file);
    if (file.startsWith('rd17-3/273/')) assert.doesNotMatch(text, /2018-06-25(?!\?)/, file);
  }
});
