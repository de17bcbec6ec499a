import { fullTitle, subjectTitle } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { modifiedMoment } from '../letter/moments.ts';
import { cardPath, letterPath } from '../permalinks/paths.ts';
import type { AnnouncedFormat } from '../site/format.ts';
import type { Site } from '../content/site-schema.ts';
import { dublinCoreTags } from './dublin-core.ts';
import { governmentTags } from './government.ts';
import { highwireTags } from './highwire.ts';
import type { PageFacts } from './page-facts.ts';
import { pageTags } from './page.ts';
import { signpostingTags } from './signposting.ts';
import type { Tag } from './tags.ts';

/** The facts of a letter's page. */
export const letterPageFacts = (letter: Letter): PageFacts => ({
  title: subjectTitle(letter),
  description: letter.summary,
  path: letterPath(letter),
  modified: modifiedMoment(letter),
  card: {
    path: cardPath(letter),
    alt: `${letter.signatories.join('、')}：${fullTitle(letter)}`,
  },
});

/** The tags of a letter's page, vocabulary by vocabulary; `formats` are the letter's formats. */
export const letterTags = (letter: Letter, site: Site, formats: AnnouncedFormat[]): Tag[] => [
  ...pageTags(letterPageFacts(letter), site, 'article'),
  ...governmentTags(letter, site),
  ...dublinCoreTags(letter, site),
  ...highwireTags(letter, site, formats),
  ...signpostingTags(letter, site, formats),
];
