/**
 * Loaded before the build of a fixture that nobody weighs: it compresses quickly instead of best. The
 * forms beside a file are there and say what the file says; only their sizes differ.
 */
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

const { brotliCompress } = zlib;
zlib.brotliCompress = (bytes, _, done) =>
  brotliCompress(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }, done);
syncBuiltinESMExports();
