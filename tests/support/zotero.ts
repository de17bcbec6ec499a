import { attribute, type Element } from './html.ts';

/** The item that a citation manager stores for a page. */
interface Item {
  itemType: string;
  creators: string[];
  title?: string;
  institution?: string;
  reportNumber?: string;
  date?: string;
  language?: string;
  url?: string;
  rights?: string;
}

/**
 * The item that Zotero's Embedded Metadata translator makes of a page's tags, limited to reports: Highwire
 * tags decide the type and take precedence over Dublin Core, which takes precedence over Open Graph.
 */
export function zoteroItem(elements: Element[]): Item {
  const tags = elements.filter(({ tagName }) => tagName === 'meta');
  const all = (name: string) =>
    tags.flatMap((tag) => {
      const own = attribute(tag, 'name') ?? attribute(tag, 'property') ?? '';
      return own.toLowerCase() === name ? (attribute(tag, 'content') ?? '') : [];
    });
  const first = (...names: string[]) => names.flatMap(all)[0];
  const institution = first('citation_technical_report_institution');
  const authors = all('citation_author');
  const fields = {
    title: first('citation_title', 'dcterms.title', 'og:title'),
    institution,
    reportNumber: first('citation_technical_report_number'),
    date: first('citation_date', 'citation_publication_date', 'dcterms.issued', 'dcterms.created'),
    language: first('citation_language', 'dcterms.language', 'og:locale'),
    url: first('citation_public_url', 'og:url'),
    rights: first('dcterms.rights', 'dcterms.license'),
  };
  return {
    // A title alone would make it an article of a journal.
    itemType: institution ? 'report' : all('citation_title').length ? 'journalArticle' : 'webpage',
    creators: authors.length > 0 ? authors : all('dcterms.creator'),
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
}
