import type { Site } from '../content/site-schema.ts';
import { codeVersion } from '../code-version.ts';
import { dataOf, sha256 } from '../digest.ts';
import { inContext } from '../letter/in-context.ts';
import type { Letter } from '../letter/letter.ts';
import { formatsOf } from '../outputs/index.ts';

/**
 * The digest of everything that the files in a letter's folder are made of, by the letter's key: the letter and
 * its context, the site's words and address, the names of its formats, and the code.
 */
export function letterKeys(letters: Letter[], site: Site): Map<string, string> {
  const shared = [codeVersion(), dataOf({ ...site, url: site.url.href })];
  const digests = new Map<unknown, string>(
    letters.map((letter) => [letter, sha256(dataOf(letter))]),
  );
  return new Map(
    inContext(letters).map((context) => {
      const { letter } = context;
      const formats = formatsOf(letter).map(({ file }) => file);
      const others = dataOf(context, (part) => digests.get(part));
      return [letter.key, sha256(JSON.stringify([...shared, formats, others]))];
    }),
  );
}
