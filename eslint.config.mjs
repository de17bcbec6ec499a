// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What types and format do not find. No comment can silence a rule. The order of the rooms, and that no
 * files import each other in a circle, are tested in `tests/imports.test.ts`, which reads .astro files too.
 */
export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'tests/import/'] },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // `_` takes what is to be left out of a list or an object.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      // node:test waits for its tests by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe'] },
          ],
        },
      ],
      // What is `any` comes from JSON or from a library; the code itself has none (no-explicit-any).
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Stands-in for asynchronous functions have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Objects here are records of functions: none has a `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Weighed by the byte; and browsers older than the types lack what these say is always there.
    files: ['src/client/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  { files: ['**/*.astro'], extends: [astro.configs['flat/recommended']] },
);
