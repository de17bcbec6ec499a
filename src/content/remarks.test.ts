import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { loadLedger, type LedgerPage } from '../permalinks/ledger.ts';
import { letterPath } from '../permalinks/paths.ts';
import { loadContent } from './load.ts';
import { findRemarks } from './remarks.ts';

test('letter 273, recorded, has one remark: its contact is old', async () => {
  const { letters } = await loadContent(process.cwd());
  const remarks = findRemarks(letters, loadLedger(process.cwd()));
  assert.deepEqual(
    remarks.filter((remark) => remark.includes('273.md')),
    [
      '请看一看 content/rd17-3/273.md：联系方式印在2018年6月25日，到本站公布已过了三年，可能已经变动；请决定还要不要公布。',
    ],
  );
});

test('a contact is old after three years; a letter that the ledger does not know is remarked on', () => {
  const remarks = (published: string, isKnown: boolean) => {
    const edited = SAMPLE.replace(/^published: .*$/m, `published: ${published} 09:00`);
    const letter = parse(edited, RECEIVED).letter!;
    const page = { file: '', line: 1, entries: new Map<string, string>() };
    return findRemarks([letter], new Map(isKnown ? [[letterPath(letter), page]] : []));
  };
  assert.deepEqual(remarks('2022-05-06', true), []);
  assert.match(remarks('2022-05-07', true).join(), /^请看一看 .*三年/);
  assert.match(remarks('2022-05-06', false).join(), /^注意！.*npm run record/);
});

test('the text of another proposal than the letter answers is remarked on', () => {
  const remarks = (words: string) => {
    const letter = parse(SAMPLE, RECEIVED).letter!;
    delete letter.contact;
    letter.proposalText = { ...letter, title: [words] };
    return findRemarks([letter], new Map([[letterPath(letter), {} as LedgerPage]])).join();
  };
  const { title } = parse(SAMPLE, RECEIVED).letter!.proposal;
  assert.equal(remarks(`第9号建议\u3000${title!.slice(0, 3)} ${title!.slice(3)}`), '');
  assert.match(remarks('关于修路的建议'), /proposal\.md：标题是“关于修路的建议”.*没有拿错建议/);
});
