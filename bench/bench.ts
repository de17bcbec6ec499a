import { parseArgs } from 'node:util';
import { measureEveryday } from './everyday.ts';
import { measurePages } from './page-cost.ts';
import { measureHostileFiles } from './hostile-files.ts';
import { measureStore } from './object-store.ts';
import { measureScale } from './scale.ts';

/**
 * `npm run bench` measures what hostile files cost `add` and `check`, what the pages cost a reader, and
 * what an object store has to bear; with `--letters 1,100,1000`, what builds of so many
 * letters cost; with `--everyday 1000`, what the everyday changes of a site of so many letters cost.
 */
const { letters, everyday } = parseArgs({
  options: { letters: { type: 'string' }, everyday: { type: 'string' } },
}).values;
if (everyday) await measureEveryday(Number(everyday));
else if (letters) await measureScale(letters.split(',').map(Number));
else {
  await measureHostileFiles();
  await measurePages();
  await measureStore(200);
}
