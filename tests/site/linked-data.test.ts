import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/lib/server.ts';
import { allElements, attribute, readHtml, textOf, type Element } from '../support/html.ts';
import { letters } from '../support/letters.ts';
import { DIST, fileOf, pagePaths, read } from '../support/site.ts';
import { EDTF, SCHEMA, triplesOf, violations } from '../support/vocabulary.ts';
import { zoteroItem } from '../support/zotero.ts';

const elementsOf = (path: string) => allElements(readHtml(read(fileOf(path))));
const graphOf = (path: string) =>
  elementsOf(path)
    .filter((one) => one.tagName === 'script' && attribute(one, 'type') === 'application/ld+json')
    .map((one) => textOf(one));

test("every page's graph is RDF in schema.org's own vocabulary", async () => {
  for (const path of pagePaths())
    for (const graph of graphOf(path)) {
      const triples = await triplesOf(graph);
      assert.ok(triples.length > 5, path);
      assert.deepEqual(violations(triples), [], path);
    }
});

test('letter.jsonld is RDF in that vocabulary, and says who answered whom, and when', async () => {
  for (const { path, signatories, date, proposal, sections } of letters) {
    const triples = await triplesOf(read(`${path}letter.jsonld`));
    assert.deepEqual(violations(triples), []);
    const letter = triples.find(({ object }) => object === `${SCHEMA}Message`)?.subject ?? '';
    const about = (subject: string, name: string) =>
      triples.filter((one) => one.subject === subject && one.predicate === SCHEMA + name);
    assert.match(letter, /#letter$/);
    const senders = about(letter, 'sender').flatMap(({ object }) => about(object, 'name'));
    assert.deepEqual(
      senders.map(({ object }) => object),
      signatories,
    );
    const to = about(letter, 'recipient').flatMap(({ object }) => about(object, 'name'));
    assert.deepEqual(
      to.map(({ object }) => object),
      proposal.lead ? [proposal.lead] : [],
    );
    const [created] = about(letter, 'dateCreated');
    assert.deepEqual(
      [created?.object, created?.datatype],
      date ? [date.edtf, EDTF] : [undefined, undefined],
    );
    const parts = triples.filter(
      (one) => one.predicate === `${SCHEMA}isPartOf` && one.object === letter,
    );
    assert.ok(parts.length > sections.length, path);
    for (const { subject } of parts) assert.equal(about(subject, 'text').length, 1, subject);
    const page = letter.replace('#letter', '');
    const [picture] = about(page, 'primaryImageOfPage');
    assert.equal(about(picture?.object ?? '', 'contentUrl')[0]?.object, `${page}card.png`);
  }
});

test('a graph with a type, a property or a value that schema.org does not have is refused', async () => {
  const graph = (node: object) =>
    JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [{ '@id': 'http://a.example/', ...node }],
    });
  const found = async (node: object) => violations(await triplesOf(graph(node))).join();
  assert.match(await found({ '@type': 'Letter' }), /no such type/);
  assert.match(await found({ '@type': 'Message', from: '甲' }), /no such property/);
  assert.match(
    await found({ '@type': 'WebPage', sender: { '@type': 'Person' } }),
    /not a property of/,
  );
  assert.match(await found({ '@type': 'Message', sender: { '@type': 'Place' } }), /does not take/);
  assert.match(await found({ '@type': 'Message', dateModified: '昨天' }), /not a value/);
  assert.equal(await found({ '@type': 'Message', sender: { '@type': 'Person' } }), '');
});

test("Zotero's Embedded Metadata files the letter as a report, with all that a citation needs", () => {
  for (const { path, title, signatories, proposal } of letters) {
    const item = zoteroItem(elementsOf(path));
    const canonical = elementsOf(path).find((one) => attribute(one, 'rel') === 'canonical')!;
    assert.equal(item.itemType, 'report');
    assert.equal(item.title, title.join(''));
    assert.equal(item.institution, signatories.join('、'));
    assert.equal(item.reportNumber, `第${proposal.number}号`);
    assert.match(item.date ?? '', /^\d{4}\/\d{2}\/\d{2}$/);
    assert.equal(item.language, 'zh-CN');
    assert.equal(item.url, attribute(canonical, 'href'));
    assert.deepEqual(item.creators, signatories);
    assert.match(item.rights ?? '', /publicdomain/);
  }
});

let site: Awaited<ReturnType<typeof serve>>;
before(async () => {
  site = await serve(DIST);
});
after(() => site.close());

test("a letter's head is FAIR Signposting, level 1: each link once, each target there and of its type", async () => {
  for (const { path, signatories, key } of letters) {
    const elements = elementsOf(path);
    const rels = (one: Element) => attribute(one, 'rel')?.split(' ') ?? [];
    const links = (...any: string[]) =>
      elements.filter((one) => rels(one).some((rel) => any.includes(rel)));
    const hrefs = (rel: string) => links(rel).map((one) => attribute(one, 'href') ?? '');
    assert.deepEqual(
      hrefs('cite-as'),
      hrefs('canonical'),
      'one address to cite, the canonical one',
    );
    assert.match(hrefs('cite-as')[0] ?? '', new RegExp(`^https?://.*/${key}/$`));
    assert.deepEqual(hrefs('type'), ['https://schema.org/DigitalDocument']);
    assert.equal(hrefs('license').length, 1);
    assert.equal(hrefs('author').length, signatories.length);
    for (const author of hrefs('author')) {
      const [page = '', id = ''] = author.slice(author.indexOf('about/')).split('#');
      assert.ok(
        elementsOf(page).some((one) => attribute(one, 'id') === decodeURIComponent(id)),
        author,
      );
    }
    const typed = links('describedby', 'item', 'alternate');
    assert.ok(links('describedby').length >= 1 && links('item').length >= 2);
    const seen = typed.map((one) => attribute(one, 'href'));
    assert.equal(new Set(seen).size, seen.length);
    for (const one of typed) await checkTarget(one);
    assert.deepEqual(hrefs('collection'), [], 'only a file leads back to its page');
  }
});

async function checkTarget(link: Element) {
  const url = new URL(attribute(link, 'href') ?? '', site.url);
  const response = await fetch(new URL(url.pathname, site.url), { method: 'HEAD' });
  assert.equal(response.status, 200, url.pathname);
  const type = attribute(link, 'type') ?? '';
  const served = response.headers.get('Content-Type') ?? '';
  // A charset is declared if it is not that of all other files.
  assert.equal(type.includes(';') ? served : served.split(';')[0], type, url.pathname);
}
