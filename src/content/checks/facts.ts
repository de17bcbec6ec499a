import { visibleText } from '../../language/hidden.ts';
import { isDoubtful, parsePrintedDate } from '../../language/dates.ts';
import { assemblyName } from '../../letter/labels.ts';
import { PART_ORDER } from '../../letter/parts.ts';
import { presentParts } from '../../letter/text.ts';
import type { Fail, LineOf } from '../../diagnostics.ts';
import { findSessionMentions, mentionsNumber } from '../../language/mentions.ts';
import type { Letter } from '../../letter/letter.ts';

/** The printed date as YYYY-MM-DD, or YYYY-MM where no day is printed. */
const isoDay = (printed: string): string =>
  (parsePrintedDate(printed) ?? []).map((part) => String(part).padStart(2, '0')).join('-');

/** What the fact box and the address say of the proposal must be what the letter says. */
export function checkFacts(letter: Letter, text: string, lineOf: LineOf, fail: Fail): void {
  const { proposal, salutation, signature, signatories, date, order } = letter;
  const said = visibleText(text);
  const expect = (stands: boolean, key: keyof typeof proposal, words: string) => {
    const supplied = proposal.supplied?.some((one) => one === key) ?? false;
    if (stands === supplied)
      fail(
        lineOf('proposal', supplied ? 'supplied' : key),
        `答复原文里${supplied ? '写着' : '没有'}${words}（proposal.${key}）`,
        supplied ? `从 supplied 里删去 ${key}` : '照原文改正；原文没有的届次、编号，列入 supplied',
      );
  };
  const session = assemblyName(proposal);
  if (proposal.title !== null)
    expect(said.includes(visibleText(proposal.title)), 'title', `《${proposal.title}》`);
  expect(
    findSessionMentions(text).some(
      (one) =>
        one.congress === proposal.congress &&
        one.session === proposal.session &&
        (one.body ?? proposal.body) === proposal.body,
    ),
    'session',
    `“${session}”`,
  );
  expect(mentionsNumber(text, proposal.number), 'number', `“第${proposal.number}号”`);
  const { lead } = proposal;
  if (lead !== null && !visibleText(salutation ?? text).includes(visibleText(lead)))
    fail(
      lineOf('proposal', 'lead'),
      salutation === null ? `答复原文里没有“${lead}”` : `称呼“${salutation}”里没有“${lead}”`,
      '照原文改正 lead 或 salutation',
    );
  if (date && !isDoubtful(date.edtf) && letter.published < isoDay(date.printed))
    fail(lineOf('published'), `本站公布时间 ${letter.published} 早于落款日期`, '改正 published');
  for (const name of signature ? signatories : [])
    if (!visibleText(signature?.join('') ?? '').includes(visibleText(name)))
      fail(lineOf('signatories'), `署名的原行（signature）里没有“${name}”`, '照原文改正');
  const all = presentParts({ ...letter, order: [...PART_ORDER] });
  for (const part of order ? all.filter((one) => !order.includes(one)) : [])
    fail(lineOf('order'), `各部分的次序（order）里缺少 ${part}`, '照原文的先后补上');
}
