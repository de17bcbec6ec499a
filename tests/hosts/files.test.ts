import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { test } from 'node:test';
import { ENCODINGS } from '../../src/outputs/precompress.ts';
import { fileHeaders } from '../../src/outputs/file-headers.ts';
import { contentType } from '../../src/outputs/media-types.ts';
import { ask } from '../support/ask.ts';
import { headersOf } from '../support/headers.ts';
import { addresses, bytesOf, files, onEachHost, pages, REVALIDATED } from '../support/hosted.ts';
import { DIST, fileOf } from '../support/site.ts';

/** A page's address ends in a slash. */
const typeOf = (address: string) => contentType(fileOf(address.slice(1)));

const largest = (list: string[]) =>
  list.reduce((one, other) => (bytesOf(other).length > bytesOf(one).length ? other : one));

test('_headers keeps to what Cloudflare Pages and Netlify both read', () => {
  const lines = readFileSync(`${DIST}/_headers`, 'utf8').split('\n');
  for (const line of lines.filter((one) => one && !one.startsWith('#')))
    assert.match(line, /^(\/[\w:/.-]*\*?|  [\w-]+: .{1,2000})$/);
});

onEachHost((host) => {
  test('sends every file of the site whole, with its type and headers', async () => {
    assert.ok(addresses.length > 15);
    for (const address of addresses) {
      const { status, headers, body } = await ask(host(), address);
      assert.equal(status, 200, address);
      assert.ok(body.equals(bytesOf(address)), address);
      assert.equal(headers['content-type'], typeOf(address), address);
      const expected = { 'cache-control': REVALIDATED, ...headersOf(address) };
      for (const [header, value] of Object.entries(expected))
        assert.equal(headers[header], value, `${address} ${header}`);
      assert.doesNotMatch(String(headers.server), /\d/, 'no version is told');
      const head = await ask(host(), address, {}, 'HEAD');
      assert.equal(head.body.length, 0);
      for (const header of ['content-type', 'content-length', 'etag', 'vary'])
        assert.equal(head.headers[header], headers[header], `${address} ${header}`);
    }
  });

  test('sends the form that the reader’s browser takes, and says so to caches', async () => {
    for (const address of addresses) {
      for (const [accepted, ending] of [
        ['gzip, deflate, br', 'br'],
        ['gzip, deflate', 'gz'],
        ['identity', ''],
        ['br;q=0, gzip', 'gz'],
      ] as const) {
        const form = ending && files.has(`${fileOf(address.slice(1))}.${ending}`);
        const { headers, body } = await ask(host(), address, { 'Accept-Encoding': accepted });
        const encoding = form ? { br: 'br', gz: 'gzip' }[ending] : undefined;
        assert.equal(headers['content-encoding'], encoding, `${address} ${accepted}`);
        assert.ok(body.equals(bytesOf(address, form ? `.${ending}` : '')), address);
        if (form) assert.ok(ENCODINGS[ending].unpack(body).length > 0);
        if (files.has(`${fileOf(address.slice(1))}.br`))
          assert.match(headers.vary ?? '', /^Accept-Encoding$/i, `${address} ${accepted}`);
        // A reader who has the file gets status 304 and no content.
        const known = { 'Accept-Encoding': accepted, 'If-None-Match': headers.etag ?? '' };
        const again = await ask(host(), address, known);
        assert.equal(again.status, 304, `${address} ${accepted}`);
        assert.equal(again.body.length, 0);
      }
    }
  });

  test('sends an address without its closing slash on, with its query', async () => {
    for (const page of pages.filter((path) => path !== '')) {
      const { status, headers } = await ask(host(), `/${page.slice(0, -1)}?from=chat&x=%2F`);
      assert.equal(status, 301, page);
      const target = new URL(headers.location ?? '', 'https://localhost/');
      assert.equal(target.href, `https://localhost/${page}?from=chat&x=%2F`);
    }
    if (!host().plainPort) return;
    const options = { port: host().plainPort, path: '/about/?x=1', headers: { Host: 'localhost' } };
    const location = await new Promise((resolve) =>
      get({ host: '127.0.0.1', ...options }, (plain) => resolve(plain.headers.location)),
    );
    assert.equal(location, 'https://localhost/about/?x=1');
  });

  test('sends the part that a reader of a large file asks for', async () => {
    const pdfs = addresses.filter((address) => address.endsWith('.pdf'));
    const address = largest(pdfs);
    const whole = bytesOf(address);
    const part = await ask(host(), address, { Range: 'bytes=100-299' });
    assert.equal(part.status, 206);
    assert.equal(part.headers['content-range'], `bytes 100-299/${whole.length}`);
    assert.ok(part.body.equals(whole.subarray(100, 300)));
    const end = await ask(host(), address, { Range: 'bytes=-50' });
    assert.ok(end.body.equals(whole.subarray(-50)));
    const beyond = await ask(host(), address, { Range: `bytes=${whole.length}-` });
    assert.equal(beyond.status, 416);
  });

  test('says of text and PDF what they cannot say themselves', async () => {
    for (const address of addresses) {
      const { link } = (await ask(host(), address)).headers;
      const { Link } = fileHeaders(fileOf(address.slice(1)), new URL('https://localhost/'));
      assert.equal(link, Link, address);
    }
  });
});
