import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import type { Site } from '../content/site-schema.ts';
import { sessionCsv } from './session-csv.ts';

test('no word of a letter is a formula of a spreadsheet, and no separator ends a field', () => {
  const letter = parse().letter!;
  const site = { url: new URL('https://gov.example/') } as Site;
  const rowFor = (lead: string): string => {
    const { proposal } = letter;
    const letters = [{ ...letter, proposal: { ...proposal, lead } }];
    return sessionCsv({ proposal, letters }, site).split(/\r\n(?=9,1,)/)[1]!;
  };
  const start = '9,1,关于修桥的建议,';
  for (const lead of ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '＝1+1', '＋1', '－1', '＠A1'])
    assert.ok(rowFor(lead).startsWith(`${start}'${lead},`), lead);
  assert.ok(rowFor('\r\n=1').startsWith(`${start}"'\r\n=1",`));
  assert.ok(rowFor('张三,"李四"').startsWith(`${start}"张三,""李四""",`));
  assert.ok(rowFor('张三').startsWith(`${start}张三,`));
});
