import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import { cached, readCached } from '../cache.ts';
import { mediaTypeOf } from './media-types.ts';

const brotli = promisify<Uint8Array, object, Uint8Array>(brotliCompress);
const deflate = promisify<Uint8Array, object, Uint8Array>(gzip);

/**
 * The encodings of the compressed copies that a host sends without compressing; nginx and Caddy find the
 * copies by these endings.
 */
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

/** The libraries that compress: another version may write other bytes. */
const BY = `brotli ${process.versions['brotli']}, zlib ${process.versions['zlib']}`;

/** Returns true if a file of the site has compressed copies beside it. */
export const isCompressible = (file: string): boolean => mediaTypeOf(file)?.compressible === true;

/** The encoding of a compressed copy. */
export type Encoding = keyof typeof ENCODINGS;

/**
 * Returns true if a compressed copy holds these bytes: it is the copy that the cache has for them, which is
 * the work of `precompress`, or else it unpacks to them.
 */
export async function isCopy(
  encoding: Encoding,
  bytes: Uint8Array,
  copy: Uint8Array,
): Promise<boolean> {
  const known = readCached(encoding, [bytes, BY]);
  if (known && Buffer.compare(known, copy) === 0) return true;
  const unpacked = await ENCODINGS[encoding].unpack(copy).catch(() => undefined);
  return unpacked !== undefined && Buffer.compare(unpacked, bytes) === 0;
}

/** Writes the compressed copies of a file in `folder`, at their best, so that no host compresses while a reader waits. */
export async function precompress(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  for (const [ending, { pack }] of Object.entries(ENCODINGS))
    writeFileSync(
      join(folder, `${file}.${ending}`),
      await cached(ending, [bytes, BY], () => pack(bytes)),
    );
}
