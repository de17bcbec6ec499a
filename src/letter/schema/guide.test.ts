import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import { fieldWords } from './fields.ts';
import { factsSchema } from './letter.ts';

const README = 'content/README.md';
const HEAD = '| 项 | 内容 |\n| --- | --- |\n';

/** The table of facts in content/README.md, a row for each field that has a guide. */
const tableOfFacts = (): string =>
  Object.entries<z.ZodType>(factsSchema.shape)
    .flatMap(([key, schema]) => {
      const { guide } = fieldWords(schema);
      return guide
        ? `| \`${key}\` | ${schema.safeParse(undefined).success ? '可省。' : ''}${guide} |\n`
        : [];
    })
    .join('');

// To write the table anew: node --test --test-update-snapshots src/letter/schema/guide.test.ts
test('the table in content/README.md says what the schema says', (context) => {
  const readme = readFileSync(README, 'utf8');
  const start = readme.indexOf(HEAD) + HEAD.length;
  const end = readme.indexOf('\n\n', start) + 1;
  const expected = readme.slice(0, start) + tableOfFacts() + readme.slice(end);
  context.assert.fileSnapshot(expected, README, { serializers: [String] });
});
