import { test } from 'node:test';
import { buildFixture } from '../support/fixtures.ts';
import { RECIPES, type FixtureName } from '../support/recipes.ts';

for (const name of Object.keys(RECIPES) as FixtureName[])
  test(`the fixture “${name}” builds`, () => buildFixture(name));
