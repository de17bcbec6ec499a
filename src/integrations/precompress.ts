import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { cached } from '../cache.ts';
import { filesOf } from '../list-files.ts';
import { mediaTypeOf } from '../outputs/media-types.ts';

const brotli = promisify<Uint8Array, object, Uint8Array>(brotliCompress);
const deflate = promisify<Uint8Array, object, Uint8Array>(gzip);

/** The forms in which a host sends a file as it lies there: nginx and Caddy know them by these endings. */
export const ENCODINGS = {
  br: {
    pack: (bytes: Uint8Array) =>
      brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    unpack: promisify<Uint8Array, Uint8Array>(brotliDecompress),
  },
  gz: {
    pack: (bytes: Uint8Array) => deflate(bytes, { level: 9 }),
    unpack: promisify<Uint8Array, Uint8Array>(gunzip),
  },
};

/** Who compresses: another version may give other bytes. */
const BY = `brotli ${process.versions['brotli']}, zlib ${process.versions['zlib']}`;

/** Every file below a folder that is to have both forms beside it. */
export const compressible = (folder: string): string[] =>
  filesOf(folder).filter((name) => mediaTypeOf(name)?.compressible);

/** Does something with each, as many at once as zlib has threads. */
export const forEach = (names: string[], what: (name: string) => Promise<void>): Promise<void> =>
  Readable.from(names).forEach(what, { concurrency: 4 });

/**
 * Writes each file's compressed forms beside it, at their best, so that no host has to compress while
 * a reader waits. The last of the integrations: no file may change after it.
 */
export const precompress = (): AstroIntegration => ({
  name: 'precompress',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      await forEach(compressible(folder), async (name) => {
        const bytes = readFileSync(join(folder, name));
        for (const [ending, { pack }] of Object.entries(ENCODINGS))
          writeFileSync(
            join(folder, `${name}.${ending}`),
            await cached(ending, [bytes, BY], () => pack(bytes)),
          );
      });
    },
  },
});
