import { titleOf } from '../letter/names.ts';
import type { Letter } from '../letter/types.ts';
import type { Site } from '../site/schema.ts';
import { evenLines } from '../typeset/lines.ts';
import { setCard } from '../typeset/set.ts';

/** Characters across the middle square, 550 of its 630 px, at the sizes of card.typ. */
const ACROSS = 550;
const size = (lines: string[]) =>
  Math.min(60, Math.floor(ACROSS / Math.max(...lines.map((line) => line.length))));
const lines = (text: string, size: number) => evenLines(text, ACROSS / size);

/** The share image of a letter: who answered, to which proposal. 1200 × 630 px, PNG. */
export function letterCard(letter: Letter, site: Site): Promise<Uint8Array> {
  const { key, title, signatories, proposal } = letter;
  // Lines cut by sense, unless one of them would then be too small to read.
  const broken = title.every((line) => line.length <= 12) ? title : lines(titleOf(letter), 46);
  const data = {
    above: site.name,
    title: broken,
    size: size(broken),
    about: lines(`《${proposal.title}》`, 30),
    below: signatories.flatMap((name) => lines(name, 32)),
  };
  return setCard(data, `content/${key}.md`);
}

/** The share image of the site's other pages. */
export const siteCard = (site: Site): Promise<Uint8Array> =>
  setCard(
    {
      above: site.place.city,
      title: [site.name],
      size: size([site.name]),
      about: lines(site.description, 30),
      below: [],
    },
    'content/site.yaml',
  );
