import { visible } from './checks.ts';
import { isDoubtful, printedDate } from './dates.ts';
import { assemblyName } from './names.ts';
import { USUAL_ORDER } from './order.ts';
import { partsOf, pieces } from './pieces.ts';
import type { Fail, LineOf } from './problems.ts';
import { statedSessions, statesNumber } from './stated.ts';
import type { Letter } from './types.ts';

const BODIES = { 人大: 'rd', 政协: 'zx' } as const;

/** The key that a letter's facts ask for: `rd17-3/273`; a second reply to one proposal ends in `-2`. */
export const keyOf = ({ body, congress, session, number }: Letter['proposal']) =>
  `${BODIES[body]}${congress}-${session}/${number}`;

/** The printed date as YYYY-MM-DD, or YYYY-MM where no day is printed. */
const isoDay = (printed: string): string =>
  (printedDate(printed) ?? []).map((part) => String(part).padStart(2, '0')).join('-');

/** What the fact box and the address say of the proposal must be what the letter says. */
export function proveFacts(letter: Letter, text: string, lineOf: LineOf, fail: Fail): void {
  const { proposal, salutation, signature, signatories, date, order } = letter;
  const said = visible(text);
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
    expect(said.includes(visible(proposal.title)), 'title', `《${proposal.title}》`);
  expect(
    statedSessions(text).some(
      (one) =>
        one.congress === proposal.congress &&
        one.session === proposal.session &&
        (one.body ?? proposal.body) === proposal.body,
    ),
    'session',
    `“${session}”`,
  );
  expect(statesNumber(text, proposal.number), 'number', `“第${proposal.number}号”`);
  const { lead } = proposal;
  if (lead !== null && !visible(salutation ?? text).includes(visible(lead)))
    fail(
      lineOf('proposal', 'lead'),
      salutation === null ? `答复原文里没有“${lead}”` : `称呼“${salutation}”里没有“${lead}”`,
      '照原文改正 lead 或 salutation',
    );
  if (date && !isDoubtful(date.edtf) && letter.published < isoDay(date.printed))
    fail(lineOf('published'), `本站公布时间 ${letter.published} 早于落款日期`, '改正 published');
  for (const name of signature ? signatories : [])
    if (!visible(signature?.join('') ?? '').includes(visible(name)))
      fail(lineOf('signatories'), `署名的原行（signature）里没有“${name}”`, '照原文改正');
  const all = partsOf({ ...letter, order: [...USUAL_ORDER] });
  for (const part of order ? all.filter((one) => !order.includes(one)) : [])
    fail(lineOf('order'), `各部分的次序（order）里缺少 ${part}`, '照原文的先后补上');
}

/** Corrections come after publication, and a paragraph put in by one is there. */
export function proveCorrections(letter: Letter, lineOf: LineOf, fail: Fail): void {
  const { corrections, published } = letter;
  const early = corrections.findIndex(({ date }) => date < published);
  if (early >= 0)
    fail(lineOf('corrections', early), '更正早于本站公布时间', '改正 date；公布前的改动不用写更正');
  for (const id of corrections.flatMap(({ added }) => added))
    if (!pieces(letter).some(({ at }) => at === id))
      fail(
        lineOf('corrections'),
        `更正里写了 added: ${id}，正文里没有这一段`,
        '写补入的段落前一段的段号',
      );
}
