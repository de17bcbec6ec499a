import { foldVariants } from '../../language/fold.ts';
import { PERSON } from '../classify/salutation.ts';

/** The first of several names that spaces separate. A space within a name separates nothing: 王 明. */
function findFirstName(names: string): string {
  const parts = names.trim().split(/\s+/);
  return parts.every((part) => part.length > 1) ? parts[0]! : parts.join('');
}

/** The first person or organisation that a salutation addresses; undefined if it names nobody. */
export function findLead(salutation: string): string | undefined {
  const plain = foldVariants(salutation);
  const words = plain
    .replace(/[：:，,]\s*$/, '')
    .replace(/^\s*致[：:]/, '')
    .replace(/^\s*尊敬的/, '')
    .replace(
      /^(?:[省市区县]?(?:人大|政协)?(?:代表|委员))(?=[\p{Script=Han}*＊×]{2,4}(?:$|[、，,等]))/u,
      '',
    );
  const several = words.split(/[、，,；;（(]/)[0] ?? '';
  const person = new RegExp(
    `^(.+?)\\s*(?:等|(?:[省市区县]?(?:人大|政协)?(?:${PERSON})(?![会团])))`,
  ).exec(several)?.[1];
  const name = findFirstName(person ?? several);
  if (/^(?:各位|诸位|全体|各|)$/.test(name)) return undefined;
  const at = plain.indexOf(name);
  return at < 0 ? name : salutation.slice(at, at + name.length);
}
