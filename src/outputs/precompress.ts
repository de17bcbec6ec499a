import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { cached } from '../cache.ts';
import { mediaTypeOf } from './media-types.ts';

const brotli = promisify<Uint8Array, object, Uint8Array>(brotliCompress);

/**
 * The encodings of the compressed copies that a host sends without compressing; nginx and Caddy find the
 * copies by these endings.
 */
export const ENCODINGS = {
  br: {
    pack: (bytes: Uint8Array) =>
      brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    unpack: (copy: Uint8Array): Uint8Array => brotliDecompressSync(copy),
  },
  gz: {
    pack: (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 }),
    unpack: (copy: Uint8Array): Uint8Array => gunzipSync(copy),
  },
};

/** The libraries that compress: another version may write other bytes. */
const BY = `brotli ${process.versions['brotli']}, zlib ${process.versions['zlib']}`;

/** Returns true if a file of the site has compressed copies beside it. */
export const isCompressible = (file: string): boolean => mediaTypeOf(file)?.compressible === true;

/** The encoding of a compressed copy. */
export type Encoding = keyof typeof ENCODINGS;

/** Returns true if a compressed copy holds these bytes. */
export function isCopy(encoding: Encoding, bytes: Uint8Array, copy: Uint8Array): boolean {
  try {
    return Buffer.compare(ENCODINGS[encoding].unpack(copy), bytes) === 0;
  } catch {
    return false;
  }
}

/** The compressed copies of a file. */
type Copies = Record<Encoding, Uint8Array>;

const pack = async (bytes: Uint8Array): Promise<Copies> => ({
  br: await ENCODINGS.br.pack(bytes),
  gz: ENCODINGS.gz.pack(bytes),
});

/** Writes the compressed copies of a file in `folder`, at their best, so that no host compresses while a reader waits. */
export async function precompress(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const known = await cached('compressed', [bytes, BY], async () => serialize(await pack(bytes)));
  for (const [ending, copy] of Object.entries(deserialize(known) as Copies))
    writeFileSync(join(folder, `${file}.${ending}`), copy);
}
