import { parseArgs } from 'node:util';
import { measurePages } from './page-cost.ts';
import { measureHostileFiles } from './hostile-files.ts';
import { measureScale } from './scale.ts';

/**
 * `npm run bench` measures what hostile files cost `add` and `check`, and what the pages cost a reader; with `--letters 1,100,1000`, what builds of so many
 * letters cost.
 */
const { letters } = parseArgs({ options: { letters: { type: 'string' } } }).values;
if (letters) await measureScale(letters.split(',').map(Number));
else {
  await measureHostileFiles();
  await measurePages();
}
