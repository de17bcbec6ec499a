import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { WARCParser } from 'warcio';
import { serve } from '../../scripts/lib/server.ts';
import { needPrograms } from '../support/debian.ts';
import { assertAllWords, assertPage } from '../support/formats.ts';
import { allElements, attribute, notOurs, readHtml } from '../support/html.ts';
import { letters } from '../support/letters.ts';
import { bare, DIST, filesOf, pagePaths } from '../support/site.ts';

/**
 * Files to which no page links, so that an archive that starts at the home page cannot find them: the
 * addresses that robots.txt names for crawlers, the error page, files that scripts fetch (the search, the aid
 * that reads aloud), share images, files for the host, and the compressed copies of other files.
 */
const UNNAMED =
  /^(404\.html|sitemap-.*\.xml|aloud\.js|pagefind\/.*|(.*\/)?card\.png|_headers|.*\.(br|gz))$/;

interface Recorded {
  status: number;
  type: string;
  body: Uint8Array;
}
let folder: string;
/** The responses of the record, by path. */
const record = new Map<string, Recorded>();

/** Records the served site from its home page into a WARC file, as a web archive would. */
async function recordSite(): Promise<string> {
  needPrograms();
  const site = await serve(DIST);
  const file = join(folder, 'site');
  const wget = spawn(
    'wget',
    [
      `--warc-file=${file}`,
      '--page-requisites',
      '--recursive',
      '--level=inf',
      '--no-directories',
      '--delete-after',
      '--no-verbose',
      // The pages refer to themselves by their public address, at which another server may listen.
      `--accept-regex=^${site.url}`,
      site.url,
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  wget.stderr.on('data', (chunk) => (log += chunk));
  const code = await new Promise((resolve) => wget.on('exit', resolve));
  site.close();
  assert.equal(code, 0, log);
  return `${file}.warc.gz`;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'warc-'));
  for await (const entry of new WARCParser(createReadStream(await recordSite()))) {
    if (entry.warcType !== 'response') continue;
    const { pathname } = new URL(entry.warcTargetURI!.replaceAll(/[<>]/g, ''));
    const body = await entry.readFully(true);
    const { statusCode = 0, headers } = entry.httpHeaders!;
    const type = new Headers(headers as Headers).get('Content-Type') ?? '';
    record.set(pathname, { status: Number(statusCode), type, body });
  }
});
after(() => rmSync(folder, { recursive: true }));

/** Serves the record, and nothing but the record. */
async function replay(context: TestContext): Promise<string> {
  const server = createServer((request, response) => {
    const kept = record.get(request.url ?? '');
    response.writeHead(kept?.status ?? 404, { 'Content-Type': kept?.type ?? 'text/plain' });
    response.end(kept?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

test('an archive that starts at the home page takes every file of the site, byte for byte', () => {
  const files = filesOf(DIST).filter((file) => !UNNAMED.test(file));
  assert.ok(files.length >= 11);
  for (const file of files) {
    const kept = record.get(`/${file.replace(/index\.html$/, '')}`);
    assert.equal(kept?.status, 200, `${file} is not in the record`);
    assert.ok(readFileSync(join(DIST, file)).equals(kept.body), file);
  }
  assert.equal(record.size, files.length, [...record.keys()].join(' '));
});

test('the record alone is the site: every page, link, picture and word', async (context) => {
  const url = await replay(context);
  const textAt = async (path: string) => (await fetch(url + path)).text();
  for (const path of pagePaths().filter((one) => one !== '404.html')) {
    const html = await textAt(path);
    for (const element of allElements(readHtml(html))) {
      const href = attribute(element, 'href') ?? attribute(element, 'src') ?? '';
      if (!href.startsWith('/')) continue;
      const { status } = await fetch(new URL(href, url), { method: 'HEAD' });
      assert.equal(status, 200, `${path} → ${href}`);
    }
    const letter = letters.find((one) => one.path === path);
    if (letter) assertPage(letter, html);
    else assert.equal(bare(notOurs(readHtml(html))), '', path);
  }
  for (const letter of letters) {
    const recorded = (file: string) => record.get(`/${letter.path}${file}`)!.body;
    await assertAllWords(letter, recorded, letter.receivedText);
    assert.match(await textAt(`${letter.path}qr.svg`), /^<svg/);
  }
});
