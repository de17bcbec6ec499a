import { numberName, fullTitle } from '../letter/labels.ts';
import { parsePrintedDate } from '../language/dates.ts';
import type { Letter } from '../letter/letter.ts';
import { absoluteUrl, bureauPath, siteHref } from '../site/urls.ts';
import { cardPath, letterPath } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';
import type { FormatInfo } from './format-info.ts';
import { pageTags } from './page.ts';
import { meta, relation, type Tag } from './tags.ts';

/** Official documents carry no copyright (著作权法 art. 5). */
export const PUBLIC_DOMAIN = 'https://creativecommons.org/publicdomain/mark/1.0/';

/** The day on which this site published the letter, YYYY-MM-DD. */
export const publishedDay = ({ published }: Letter) => published.slice(0, 10);

/** A moment in Beijing, as a clerk writes it, as a W3C date and time. */
export const w3cMoment = (written: string) => `${written.replace(' ', 'T')}:00+08:00`;

/** The moment of publication here. */
export const publishedMoment = ({ published }: Letter) => w3cMoment(published);

/** The moment of the last correction here, or of publication. */
export const modifiedMoment = ({ corrections, published }: Letter) =>
  w3cMoment(corrections.at(-1)?.date ?? published);

/** The printed date as YYYY/MM/DD for fields that know no doubt; none where none is printed. */
function citationDate({ date }: Letter): string | undefined {
  if (!date) return undefined;
  const [year, ...rest] = parsePrintedDate(date.printed) ?? [];
  return [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('/');
}

/** The tag of a fact that the letter may lack. */
const named = (name: string, content: string | undefined): Tag[] =>
  content ? [meta(name, content)] : [];

/** 国办发〔2017〕47号, appendix on page design. */
const governmentTags = (letter: Letter, site: Site): Tag[] => [
  meta('ColumnName', site.column),
  meta('ColumnType', '回应关切'),
  ...named('author', letter.signatories.join('、')),
  meta('keywords', [site.place.city, numberName(letter.proposal), ...letter.keywords].join(',')),
  meta('ArticleTitle', fullTitle(letter)),
  meta('PubDate', letter.published),
  ...named('ContentSource', letter.signatories.join('、')),
];

/** Dublin Core terms: what libraries and Zotero's Embedded Metadata read. */
const dublinCore = (letter: Letter, site: Site): Tag[] => [
  relation('schema.DCTERMS', 'http://purl.org/dc/terms/'),
  meta('DCTERMS.title', fullTitle(letter)),
  ...letter.signatories.map((name) => meta('DCTERMS.creator', name)),
  meta('DCTERMS.publisher', site.name),
  meta('DCTERMS.type', 'Text'),
  meta('DCTERMS.language', 'zh-CN'),
  meta('DCTERMS.identifier', absoluteUrl(site, letterPath(letter))),
  ...named('DCTERMS.created', letter.date?.edtf),
  meta('DCTERMS.issued', publishedDay(letter)),
  meta('DCTERMS.spatial', `${site.place.province}${site.place.prefecture}${site.place.city}`),
  meta('DCTERMS.license', PUBLIC_DOMAIN),
];

/** Highwire tags; the institution makes a citation manager file the letter as a report. */
const citation = (letter: Letter, site: Site, formats: FormatInfo[]): Tag[] => [
  meta('citation_title', fullTitle(letter)),
  ...letter.signatories.map((name) => meta('citation_author', name)),
  ...named('citation_technical_report_institution', letter.signatories.join('、')),
  meta('citation_technical_report_number', numberName(letter.proposal)),
  ...named('citation_date', citationDate(letter)),
  meta('citation_online_date', publishedDay(letter).replaceAll('-', '/')),
  meta('citation_language', 'zh-CN'),
  meta('citation_public_url', absoluteUrl(site, letterPath(letter))),
  ...formats
    .filter(({ mediaType }) => mediaType === 'application/pdf')
    .map(({ file }) => meta('citation_pdf_url', absoluteUrl(site, letterPath(letter) + file))),
];

/** FAIR Signposting, level 1: https://signposting.org/FAIR/ */
const signposting = (letter: Letter, site: Site, formats: FormatInfo[]): Tag[] => [
  relation('cite-as', absoluteUrl(site, letterPath(letter))),
  relation('type', 'https://schema.org/DigitalDocument'),
  ...letter.signatories.map((name) =>
    relation('author', absoluteUrl(site, bureauPath(site, name))),
  ),
  relation('license', PUBLIC_DOMAIN),
  ...formats.map(({ file, mediaType, rels }) =>
    relation(rels.join(' '), siteHref(site, letterPath(letter) + file), mediaType),
  ),
];

/** The head of a letter's page. */
export const letterTags = (letter: Letter, site: Site, formats: FormatInfo[]): Tag[] => [
  ...pageTags(
    {
      title: fullTitle(letter),
      description: letter.summary,
      path: letterPath(letter),
      modified: modifiedMoment(letter),
      card: {
        path: cardPath(letter),
        alt: `${letter.signatories.join('、')}：${fullTitle(letter)}`,
      },
    },
    site,
    'article',
  ),
  ...governmentTags(letter, site),
  ...dublinCore(letter, site),
  ...citation(letter, site, formats),
  ...signposting(letter, site, formats),
];
