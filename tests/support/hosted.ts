import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startCaddy, startNginx, type Host } from './hosts.ts';
import { withdrawnMark } from '../../src/permalinks/paths.ts';
import { newFolder } from './project.ts';
import { fileHeaders } from '../../src/outputs/file-headers.ts';
import { DIST, fileOf, filesOf, isCompressed, pagePaths } from './site.ts';

export const HTML = 'text/html; charset=utf-8';
/** The Cache-Control header of files without a hash in their names. */
export const REVALIDATED = fileHeaders('index.html', new URL('https://localhost/'))[
  'Cache-Control'
];
/** The content of files that no reader may see. */
export const SECRET = 'nobody may read this';

/** The built site with a hashed file and a hidden file, beside a file that does not belong to it. */
const folder = newFolder();
export const root = join(folder, 'replies');
cpSync(DIST, root, { recursive: true, dereference: true });
for (const inner of ['_astro', '.git', 'rd1-1/1', 'pagefind/0'])
  mkdirSync(join(root, inner), { recursive: true });
writeFileSync(join(root, '_astro/planted.a1b2c3d4.js'), '1');
// One letter has no search; its files are packed.
for (const name of ['wasm.unknown.pagefind', 'zh-cn_0.pf_meta'])
  writeFileSync(join(root, 'pagefind/0', name), gzipSync(name));
/** The path of a withdrawn letter. */
export const WITHDRAWN_LETTER = 'rd1-1/2/';
mkdirSync(join(root, WITHDRAWN_LETTER));
writeFileSync(join(root, WITHDRAWN_LETTER, 'index.html'), '<!doctype html><title>已撤下</title>');
writeFileSync(join(root, withdrawnMark({ key: WITHDRAWN_LETTER.slice(0, -1) })), '2026-12-01');
for (const [received, ending] of [
  ['gb18030/received.txt', 'gb18030.txt'],
  ['utf-16/received.txt', 'utf-16.txt'],
  ['word-plain/received.docx', 'docx'],
  ['markdown/received.md', 'md'],
])
  cpSync(`tests/import/${received}`, join(root, `rd1-1/1/source.${ending}`));
for (const place of [folder, join(root, '.git')]) writeFileSync(join(place, 'secret.txt'), SECRET);

export const files = new Set(filesOf(root));
/** Every address of the site: `/about/`, `/robots.txt`. */
export const addresses = [...files]
  .filter(
    (file) => !isCompressed(file) && !/^(_headers|404\.html|\.git\/.*|.*\/\.withdrawn)$/.test(file),
  )
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
/** The pages whose addresses end in a slash. */
export const pages = pagePaths().filter((path) => path.endsWith('/'));

/** The bytes of the file at an address, or of its compressed copy with this ending. */
export const bytesOf = (address: string, ending = ''): Buffer =>
  readFileSync(join(root, fileOf(address.slice(1)) + ending));

/** Declares the same tests for nginx and for Caddy, each started by its recipe. */
export function onEachHost(tests: (host: () => Host) => void): void {
  for (const [name, start] of [
    ['nginx', startNginx],
    ['Caddy', startCaddy],
  ] as const)
    describe(`${name}, by its recipe,`, () => {
      let host: Host;
      before(async () => {
        host = await start(root);
      });
      after(() => host.stop());
      tests(() => host);
    });
}
