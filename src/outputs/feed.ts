import { Feed } from 'feed';
import { formatChineseDay } from '../language/dates.ts';
import { correctionLine } from '../letter/schema/corrections.ts';
import { fullTitle, sessionName } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { lettersSignedBy, type AllLetters } from '../letter/sessions.ts';
import { withdrawnName, type Withdrawal } from '../letter/withdrawal.ts';
import { absoluteUrl } from '../site/urls.ts';
import { bureauFeedPath, bureauPagePath, FEED, HOME, letterPath } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';
import { escapeHtml } from './escape-html.ts';
import { modifiedMoment, publishedMoment, w3cMoment } from '../letter/moments.ts';

/** A feed has no more entries than this. */
const MAX_ENTRIES = 50;

/** The summary of a letter; that of a corrected letter starts with its last correction. */
function summaryOf({ summary, corrections }: Letter): string {
  const last = corrections.at(-1);
  return last ? `更正，${correctionLine(last)}${summary}` : summary;
}

/** An entry of the feed. */
interface Entry {
  key: string;
  title: string;
  summary: string;
  authors: string[];
  published?: string;
  modified: string;
}

const letterEntry = (letter: Letter): Entry => ({
  key: letter.key,
  title: fullTitle(letter),
  summary: summaryOf(letter),
  authors: letter.signatories,
  published: publishedMoment(letter),
  modified: modifiedMoment(letter),
});

/** The entry of a withdrawn letter, which replaces the letter's own in the programs of its readers. */
const withdrawalEntry = (withdrawal: Withdrawal, site: Site): Entry => ({
  key: withdrawal.key,
  title: `已撤下：${sessionName(withdrawal.proposal, site)}${withdrawnName(withdrawal)}`,
  summary: `${formatChineseDay(withdrawal.withdrawn.on)}撤下。理由：${withdrawal.withdrawn.why}`,
  authors: [],
  modified: w3cMoment(`${withdrawal.withdrawn.on} 00:00`),
});

/** A feed: its own path, that of the page whose news it tells, and its name. */
interface Channel {
  path: string;
  page: string;
  title: string;
}

/** The feed of a bureau's letters. Withdrawn letters are not in it: nothing says who signed them. */
export const bureauFeed = (
  { id, name }: { id: string; name: string },
  letters: Letter[],
  site: Site,
): string =>
  atomFeed({ letters: lettersSignedBy(name, letters), withdrawn: [] }, site, {
    path: bureauFeedPath(id),
    page: bureauPagePath(id),
    title: `${name} · ${site.name}`,
  });

/** An Atom feed (RFC 4287) of the letters last published, corrected or withdrawn, newest first. */
export function atomFeed(
  { letters, withdrawn }: AllLetters,
  site: Site,
  { path, page, title }: Channel = { path: FEED, page: HOME, title: site.name },
): string {
  const recent = [
    ...letters.map(letterEntry),
    ...withdrawn.map((withdrawal) => withdrawalEntry(withdrawal, site)),
  ]
    .sort((a, b) => b.modified.localeCompare(a.modified))
    .slice(0, MAX_ENTRIES);
  const home = absoluteUrl(site, page);
  const feed = new Feed({
    id: home,
    title,
    description: site.description,
    link: home,
    feedLinks: { atom: absoluteUrl(site, path) },
    author: { name: site.name },
    updated: new Date(recent[0]?.modified ?? 0),
    generator: 'reply-letters',
  });
  for (const { key, title, summary, authors, published, modified } of recent) {
    const address = absoluteUrl(site, letterPath({ key }));
    feed.addItem({
      id: address,
      link: address,
      // The library declares both to be HTML, and puts them in CDATA, whose end, `]]>`, it splits only once.
      title: escapeHtml(title),
      description: escapeHtml(summary),
      author: authors.map((name) => ({ name })),
      ...(published !== undefined && { published: new Date(published) }),
      date: new Date(modified),
    });
  }
  return `${feed.atom1()}\n`;
}
