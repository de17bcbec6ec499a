import { parsePrintedDate } from '../language/dates.ts';
import { fullTitle, numberName } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { publishedDay } from '../letter/moments.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { AnnouncedFormat } from '../site/format.ts';
import { absoluteUrl } from '../site/urls.ts';
import type { Site } from '../content/site-schema.ts';
import { meta, optionalMeta, type Tag } from './tags.ts';

/** The printed date as `YYYY/MM/DD`, since these tags cannot state doubt; undefined if there is none. */
function citationDate({ date }: Letter): string | undefined {
  if (!date) return undefined;
  const [year, ...rest] = parsePrintedDate(date.printed) ?? [];
  return [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('/');
}

/**
 * The letter in Highwire Press tags, which Google Scholar and citation managers read. The institution
 * makes a citation manager file the letter as a report.
 */
export const highwireTags = (letter: Letter, site: Site, formats: AnnouncedFormat[]): Tag[] => [
  meta('citation_title', fullTitle(letter)),
  ...letter.signatories.map((name) => meta('citation_author', name)),
  ...optionalMeta('citation_technical_report_institution', letter.signatories.join('、')),
  meta('citation_technical_report_number', numberName(letter.proposal)),
  ...optionalMeta('citation_date', citationDate(letter)),
  meta('citation_online_date', publishedDay(letter).replaceAll('-', '/')),
  meta('citation_language', 'zh-CN'),
  meta('citation_public_url', absoluteUrl(site, letterPath(letter))),
  ...formats
    .filter(({ mediaType }) => mediaType === 'application/pdf')
    .map(({ file }) => meta('citation_pdf_url', absoluteUrl(site, letterPath(letter) + file))),
];
