import { isDoubtful, parsePrintedDate } from '../../language/dates.ts';
import { visibleText } from '../../language/hidden.ts';
import { findSessionMentions, mentionsNumber } from '../../language/mentions.ts';
import { assemblyName } from '../../letter/labels.ts';
import type { Letter } from '../../letter/letter.ts';
import { PART_ORDER } from '../../letter/parts.ts';
import { presentParts } from '../../letter/text.ts';
import type { Check, CheckContext, Finding } from './check.ts';

/** Returns true if one text contains another, white space and hidden characters aside. */
const contains = (text: string, words: string) => visibleText(text).includes(visibleText(words));

/** The proposal's title, session and number agree with the received file. */
function checkProposal({ letter: { proposal }, received: { text } }: CheckContext): Finding[] {
  const { title, congress, session, body, number, supplied = [] } = proposal;
  const statesSession = findSessionMentions(text).some(
    (mention) =>
      mention.congress === congress &&
      mention.session === session &&
      (mention.body ?? body) === body,
  );
  const facts = [
    ...(title === null
      ? []
      : [{ key: 'title', isStated: contains(text, title), words: `《${title}》` }]),
    { key: 'session', isStated: statesSession, words: `“${assemblyName(proposal)}”` },
    { key: 'number', isStated: mentionsNumber(text, number), words: `“第${number}号”` },
  ];
  return facts.flatMap(({ key, isStated, words }): Finding[] => {
    const isSupplied = supplied.some((name) => name === key);
    if (isStated && isSupplied)
      return [
        {
          path: ['proposal', 'supplied'],
          message: `答复原文里写着${words}（proposal.${key}）`,
          help: `从 supplied 里删去 ${key}`,
        },
      ];
    if (isStated || isSupplied) return [];
    return [
      {
        path: ['proposal', key],
        message: `答复原文里没有${words}（proposal.${key}）`,
        help: '照原文改正；原文没有的届次、编号，列入 supplied',
      },
    ];
  });
}

/** The lead proposer is named in the salutation, or in the letter if nobody is addressed. */
function checkLead({ letter: { proposal, salutation }, received }: CheckContext): Finding[] {
  const { lead } = proposal;
  if (lead === null || contains(salutation ?? received.text, lead)) return [];
  return [
    {
      path: ['proposal', 'lead'],
      message:
        salutation === null ? `答复原文里没有“${lead}”` : `称呼“${salutation}”里没有“${lead}”`,
      help: '照原文改正 lead 或 salutation',
    },
  ];
}

/** The printed date as YYYY-MM-DD, or YYYY-MM if no day is printed. */
const isoDay = (printed: string): string =>
  (parsePrintedDate(printed) ?? []).map((part) => String(part).padStart(2, '0')).join('-');

function checkPublished({ letter: { published, date } }: CheckContext): Finding[] {
  if (!date || isDoubtful(date.edtf) || published >= isoDay(date.printed)) return [];
  return [
    {
      path: ['published'],
      message: `本站公布时间 ${published} 早于落款日期`,
      help: '改正 published',
    },
  ];
}

function checkSignatories({ letter: { signature, signatories } }: CheckContext): Finding[] {
  if (!signature) return [];
  const missing = signatories.filter((name) => !contains(signature.join(''), name));
  return missing.map((name) => ({
    path: ['signatories'],
    message: `署名的原行（signature）里没有“${name}”`,
    help: '照原文改正',
  }));
}

/** A stated order of parts names every part that the letter has. */
function checkOrder({ letter }: CheckContext): Finding[] {
  const { order } = letter;
  if (!order) return [];
  const present = presentParts({ ...letter, order: [...PART_ORDER] } satisfies Letter);
  return present
    .filter((part) => !order.includes(part))
    .map((part) => ({
      path: ['order'],
      message: `各部分的次序（order）里缺少 ${part}`,
      help: '照原文的先后补上',
    }));
}

/** The facts about a letter agree with its text and with each other. */
export const checkFacts: Check = (context) => [
  ...checkProposal(context),
  ...checkLead(context),
  ...checkPublished(context),
  ...checkSignatories(context),
  ...checkOrder(context),
];
