import { SURNAMES } from '../../language/surnames.ts';
import { copyRecipients } from '../../letter/copies.ts';
import { isOrganisation } from '../../letter/labels.ts';

/** The persons among the recipients of copies; none of those that could also be an organisation. */
export const findPersons = (printed: string): string[] =>
  copyRecipients(printed).filter(
    (name) =>
      /^\p{Script=Han}{2,3}$/u.test(name) && SURNAMES.includes(name[0]!) && !isOrganisation(name),
  );
