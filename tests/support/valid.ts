import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      'no-redundant-aria-label': 'error',
      // A title in several lines has the name of one phrase.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // Astro's way of writing a page, which is valid.
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'attr-quotes': ['error', { style: 'auto' }],
    },
  }),
);

/** Returns the faults that html-validate finds in a file. */
export async function faults(file: string): Promise<string[]> {
  const { results } = await validator.validateFile(file);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId}: ${message}`,
    ),
  );
}
