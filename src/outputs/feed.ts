import { Feed } from 'feed';
import { correctionLine } from '../letter/schema/corrections.ts';
import { fullTitle } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { absoluteUrl } from '../site/urls.ts';
import { FEED, HOME, letterPath } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';
import { modifiedMoment, publishedMoment } from '../letter/moments.ts';

/** A feed has no more entries than this. */
const MAX_ENTRIES = 50;

/**
 * Escapes text for titles and summaries, which the library declares to be HTML. It puts them in CDATA,
 * whose end, `]]>`, it splits only once.
 */
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The summary of a letter; that of a corrected letter starts with its last correction. */
function summaryOf({ summary, corrections }: Letter): string {
  const last = corrections.at(-1);
  return last ? `更正，${correctionLine(last)}${summary}` : summary;
}

/** An Atom feed (RFC 4287) of the letters last published or corrected, newest first. */
export function atomFeed(letters: Letter[], site: Site): string {
  const recent = letters
    .map((letter) => ({ letter, modified: modifiedMoment(letter) }))
    .sort((a, b) => b.modified.localeCompare(a.modified))
    .slice(0, MAX_ENTRIES);
  const home = absoluteUrl(site, HOME);
  const feed = new Feed({
    id: home,
    title: site.name,
    description: site.description,
    link: home,
    feedLinks: { atom: absoluteUrl(site, FEED) },
    author: { name: site.name },
    updated: new Date(recent[0]?.modified ?? 0),
    generator: 'reply-letters',
  });
  for (const { letter, modified } of recent) {
    const address = absoluteUrl(site, letterPath(letter));
    feed.addItem({
      id: address,
      link: address,
      title: escapeHtml(fullTitle(letter)),
      description: escapeHtml(summaryOf(letter)),
      author: letter.signatories.map((name) => ({ name })),
      published: new Date(publishedMoment(letter)),
      date: new Date(modified),
    });
  }
  return `${feed.atom1()}\n`;
}
