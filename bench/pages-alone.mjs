/** Loaded before a build that is measured: it makes the pages alone, no PDF, picture or compressed form. */
import { registerHooks } from 'node:module';
import '../tests/support/no-typst.mjs';

const NONE = 'export const precompress = () => ({ name: "none", hooks: {} });';
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/precompress.ts')
      ? { url: `data:text/javascript,${encodeURIComponent(NONE)}`, shortCircuit: true }
      : next(specifier, context),
});
