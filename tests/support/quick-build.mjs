/**
 * Loaded before the build of a fixture whose size is not measured: it compresses fast rather than well. The
 * compressed copies exist and have the right content; only their sizes differ.
 */
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

const { brotliCompress } = zlib;
zlib.brotliCompress = (bytes, _, done) =>
  brotliCompress(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }, done);
syncBuiltinESMExports();
