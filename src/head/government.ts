import { fullTitle, numberName } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import type { Site } from '../content/site-schema.ts';
import { meta, optionalMeta, type Tag } from './tags.ts';

/**
 * The site tags of 国办发〔2017〕47号 《政府网站发展指引》, appendix on page design. Only registered
 * government sites have a SiteIDCode.
 */
export const governmentSiteTags = (site: Site): Tag[] => [
  meta('SiteName', site.name),
  meta('SiteDomain', site.url.host),
  ...optionalMeta('SiteIDCode', site.siteCode),
];

/** The column and content tags of the same appendix. */
export const governmentTags = (letter: Letter, site: Site): Tag[] => [
  meta('ColumnName', site.column),
  meta('ColumnType', '回应关切'),
  ...optionalMeta('author', letter.signatories.join('、')),
  meta('keywords', [site.place.city, numberName(letter.proposal), ...letter.keywords].join(',')),
  meta('ArticleTitle', fullTitle(letter)),
  meta('PubDate', letter.published),
  ...optionalMeta('ContentSource', letter.signatories.join('、')),
];
