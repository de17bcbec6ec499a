/**
 * Loaded before a build, which then lacks the compiler's binary; with NO_TYPST=elsewhere the machine is one
 * for which there is none.
 */
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.includes('typst-ts-node-compiler')) throw new Error('there is no binary');
    return next(specifier, context);
  },
});
if (process.env.NO_TYPST === 'elsewhere') {
  os.machine = () => 'riscv64';
  syncBuiltinESMExports();
}
