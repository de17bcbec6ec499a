import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, type Answer } from '../support/ask.ts';
import {
  bytesOf,
  HTML,
  onEachHost,
  REVALIDATED,
  root,
  SECRET,
  WITHDRAWN_LETTER,
} from '../support/hosted.ts';

/** Asserts that an answer is the page for missing addresses. */
function assertMissing({ status, headers, body }: Answer, path: string) {
  assert.equal(status, 404, path);
  assert.ok(body.equals(readFileSync(join(root, '404.html'))), path);
  assert.equal(headers['content-type'], HTML, path);
  assert.equal(headers['content-security-policy'], "frame-ancestors 'none'", path);
  assert.equal(headers['cache-control'], REVALIDATED, path);
  assert.equal(headers.link, undefined, path);
}

onEachHost((host) => {
  test('says 404 with the site’s own page where there is nothing, or nothing to see', async () => {
    for (const path of [
      ...['/nothing', '/rd17-3/999/', '/rd17-3/273/nothing.txt', '/nothing.svg', '/_astro/'],
      ...['/_astro/nothing.js', '/404.html', '/_headers', '/.git/secret.txt', '/.well-known/x'],
      ...['/index.html.br', '/index.html.gz', '/rd17-3/273/source.txt.gz', '/%E5%BB%BA/'],
    ])
      assertMissing(await ask(host(), path), path);
    const packed = await ask(host(), '/nothing/', { 'Accept-Encoding': 'br' });
    assert.equal(packed.status, 404);
    assert.equal(packed.headers['content-encoding'], 'br');
  });

  test('answers no other name than the site’s', async () => {
    for (const name of ['evil.example', '127.0.0.1', 'localhost.evil.example', '[::1]'])
      await assert.rejects(ask(host(), '/', { Host: name }), /hang up|ECONNRESET/, name);
    await assert.rejects(
      ask({ port: host().port, servername: 'evil.example' }, '/'),
      /alert|ECONNRESET/,
    );
    const { plainPort } = host();
    if (!plainPort) return;
    const plain = once(
      get({ host: '127.0.0.1', port: plainPort, headers: { Host: 'evil.example' } }),
      'response',
    );
    await assert.rejects(plain, /hang up|ECONNRESET/);
  });

  test('says of a long address that there is nothing', async () => {
    for (const path of [
      ...[250, 255, 256, 257, 1000, 4000, 8000, 8300, 9000, 64_000].map((n) => 'a'.repeat(n)),
      ...[60, 85, 86, 250].map((n) => '%E5%BB%BA'.repeat(n)),
      ...['a/'.repeat(100), 'a/'.repeat(4000), `rd17-3/273/${'a'.repeat(300)}.txt`],
      `?${'a'.repeat(9000)}`,
    ]) {
      const { status } = await ask(host(), `/${path}`);
      const isPage = path.startsWith('?') && status === 200;
      assert.ok(isPage || [404, 414].includes(status), `${status}: ${path.slice(0, 40)}`);
    }
  });

  test('says 410 with the notice for whatever was in a withdrawn letter’s folder', async () => {
    const notice = bytesOf(`/${WITHDRAWN_LETTER}`);
    const at = (file: string) => ask(host(), `/${WITHDRAWN_LETTER}${file}`);
    for (const file of [
      ...['letter.txt', 'source.txt', 'source.gb18030.txt', 'source.docx', 'letter.jsonld'],
      ...['rd1-1-2.pdf', 'card.png', 'qr.svg', 'figures.csv', 'letter.txt?x=1', '%6Cetter.txt'],
      ...['proposal/source.txt', 'proposal/source.docx'],
    ]) {
      const { status, headers, body } = await at(file);
      assert.equal(status, 410, file);
      assert.ok(body.equals(notice), file);
      assert.equal(headers['content-type'], HTML, file);
      assert.equal(headers['cache-control'], REVALIDATED, file);
      assert.equal(headers.link, undefined, file);
    }
    assert.equal((await at('')).status, 200);
    assert.equal((await at('index.html')).status, 200);
    for (const file of ['.withdrawn', 'nothing', 'figures/letter.txt', '../3/letter.txt'])
      assertMissing(await at(file), file);
    assert.equal((await ask(host(), '/rd17-3/273/letter.txt')).status, 200);
  });

  test('lets nobody out of the folder', async () => {
    const ways = ['../', '%2e%2e/', '..%2f', '%2e%2e%2f', '..%5c', '..%255c', '%c0%ae%c0%ae/'];
    for (const way of ways)
      for (const from of ['/', '//', '/rd17-3/273/../../', '/about/%2e%2e/', '/_astro/..%2f']) {
        const { status, headers, body } = await ask(host(), `${from}${way}secret.txt`);
        assert.ok([400, 404].includes(status), `${from}${way} ${status} ${headers.location}`);
        assert.ok(!body.includes(SECRET));
      }
  });

  test('takes encoded and doubled slashes for the page or for none, never for another host', async () => {
    for (const path of [
      ...[
        '/rd17-3%2F273/',
        '/rd17-3%2f273',
        '//rd17-3/273',
        '//rd17-3//273/',
        '//about',
        '///about',
      ],
      ...['//evil.example/..//about', '//evil.example/%2e%2e/about', '/%2f/about', '/%5cabout'],
      ...['/about%00/', '/rd17-3/273/%00', '/rd17-3/273/source.txt%00.html', '/about/%0d%0aX:1'],
    ]) {
      const { status, headers, body } = await ask(host(), path);
      assert.ok([200, 301, 308, 400, 404].includes(status), `${path} ${status}`);
      const { location = '/' } = headers;
      assert.match(location, /^\/(?![/\\])|^\.\.?\//, path);
      if (status === 200)
        assert.ok(
          ['rd17-3/273/', 'about/'].some((page) => body.equals(bytesOf(`/${page}`))),
          path,
        );
    }
  });
});
