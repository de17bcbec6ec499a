import { SURNAMES } from '../../language/surnames.ts';
import { copyRecipients } from '../../letter/copies.ts';
import { isOrganisation } from '../../letter/labels.ts';

/** The persons among those to whom copies go; an entry that could be either is none. */
export const personsIn = (printed: string): string[] =>
  copyRecipients(printed).filter(
    (name) =>
      /^\p{Script=Han}{2,3}$/u.test(name) && SURNAMES.includes(name[0]!) && !isOrganisation(name),
  );
