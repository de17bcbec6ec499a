/** Loaded before a measured build, which then makes only the pages, without PDFs, pictures and compressed copies. */
import { registerHooks } from 'node:module';
import '../tests/support/no-typst.mjs';

const NONE = `
  export const ENCODINGS = {};
  export const isCompressible = (file) => file.endsWith('.html');
  export const precompress = async () => {};
`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/precompress.ts')
      ? { url: `data:text/javascript,${encodeURIComponent(NONE)}`, shortCircuit: true }
      : next(specifier, context),
});
