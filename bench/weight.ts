import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes as brotli at its best quality, 11, as a host with precompressed files sends them. */
export const brotli = (content: string | Uint8Array): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
