import { correctionText } from '../letter/schema/corrections.ts';
import { headingLabel } from '../letter/outline.ts';
import { copyRecipients } from '../letter/copies.ts';
import {
  isOrganisation,
  numberName,
  proposalKind,
  sessionName,
  fullTitle,
  receivedFileLabel,
} from '../letter/labels.ts';
import { bodyText } from '../letter/body.ts';
import { citedDocuments } from '../letter/text.ts';
import { countWithheld } from '../letter/withholding.ts';
import type { Letter } from '../letter/letter.ts';
import type { Session } from '../letter/sessions.ts';
import { totalsOf } from '../letter/totals.ts';
import { publishedMoment, w3cMoment } from '../letter/moments.ts';
import { absoluteUrl, bureauPlace, proposalHref } from '../site/urls.ts';
import { cardPath, figuresPath, HOME, letterPath, SESSION_TABLE } from '../permalinks/paths.ts';
import { areasOf, type Site } from '../content/site-schema.ts';
import { canTypeset } from '../typst/typeset.ts';
import { letterBreadcrumbs, type BreadcrumbItem } from '../site/breadcrumbs.ts';
import type { AnnouncedFormat } from '../site/format.ts';
import type { JsonLdNode } from './json-ld.ts';
import { letterPageFacts } from './letter.ts';
import { PUBLIC_DOMAIN } from './license.ts';
import type { PageFacts } from './page-facts.ts';

/** The site, identified by its home page. */
const siteNode = (site: Site): JsonLdNode => ({
  '@type': 'WebSite',
  '@id': absoluteUrl(site, '#site'),
  url: absoluteUrl(site, HOME),
  name: site.name,
});

/** A page of the site; `crumbs` is the path from the home page to it. */
export const pageNode = (page: PageFacts, site: Site, crumbs: BreadcrumbItem[]): JsonLdNode => ({
  '@type': 'WebPage',
  '@id': absoluteUrl(site, page.path),
  url: absoluteUrl(site, page.path),
  name: page.title,
  inLanguage: 'zh-CN',
  dateModified: page.modified,
  isPartOf: siteNode(site),
  ...(crumbs.length > 1 && {
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: absoluteUrl(site, path),
      })),
    },
  }),
});

const area = (name: string, within?: JsonLdNode): JsonLdNode => ({
  '@type': 'AdministrativeArea',
  name,
  ...(within && { containedInPlace: within }),
});

const documents = (letter: Letter): JsonLdNode[] =>
  citedDocuments(letter).map(({ title, number }) => ({
    '@type': 'DigitalDocument',
    name: title,
    ...(number && { identifier: number }),
  }));

/**
 * The letter in the vocabulary of https://schema.org: its page, then the letter itself. schema.org has
 * no type for a letter; a DigitalDocument that is also a Message has sender, recipient and copies. The
 * contact's name and number are left out.
 */
export function letterGraph(letter: Letter, site: Site): JsonLdNode[] {
  const { proposal, signatories, date } = letter;
  const address = absoluteUrl(site, letterPath(letter));
  // A name that is withheld is no name.
  const isNamed = (name: string) => countWithheld(name) === 0;
  const lead = proposal.lead &&
    isNamed(proposal.lead) && {
      '@type': isOrganisation(proposal.lead) ? 'Organization' : 'Person',
      name: proposal.lead,
    };
  const asked = proposalHref(site, letter);
  const people = new Set(letter.copies?.persons);
  const senders = signatories.filter(isNamed).map((name) => ({
    '@type': 'GovernmentOrganization',
    '@id': absoluteUrl(site, bureauPlace(site, name)),
    name,
  }));
  const page = letterPageFacts(letter);
  return [
    {
      ...pageNode(page, site, letterBreadcrumbs(letter, site)),
      datePublished: publishedMoment(letter),
      mainEntity: { '@id': `${address}#letter` },
    },
    {
      '@type': ['DigitalDocument', 'Message'],
      '@id': `${address}#letter`,
      url: address,
      name: fullTitle(letter),
      description: letter.summary,
      inLanguage: 'zh-CN',
      identifier: {
        '@type': 'PropertyValue',
        propertyID: `${site.place.city}：${sessionName(proposal, site)}${proposalKind(proposal)}编号`,
        value: String(proposal.number),
      },
      // The printed date with its doubt; never a bare date, never an inferred date.
      ...(date && {
        dateCreated: { '@type': 'http://id.loc.gov/datatypes/edtf/EDTF', '@value': date.edtf },
      }),
      ...(senders.length > 0 && {
        author: senders.map((sender) => ({ '@id': sender['@id'] })),
        sender: senders,
      }),
      ...(lead && { recipient: lead }),
      ccRecipient: copyRecipients(letter.copies?.printed ?? '')
        .filter(isNamed)
        .map((name) => ({ '@type': people.has(name) ? 'Person' : 'Organization', name })),
      spatialCoverage: areasOf(site.place).reduce<JsonLdNode | undefined>(
        (within, name) => area(name, within),
        undefined,
      ),
      isBasedOn: {
        '@type': 'DigitalDocument',
        name: proposal.title ?? fullTitle(letter),
        identifier: numberName(proposal),
        ...(lead && { author: lead }),
        ...(asked !== undefined && { url: new URL(asked, site.url).href }),
      },
      ...(letter.category && {
        keywords: {
          '@type': 'DefinedTerm',
          name: letter.category,
          inDefinedTermSet: '办理类别',
        },
      }),
      citation: documents(letter),
      hasPart: letter.sections
        .filter(({ supplied }) => !supplied)
        .map(({ id, heading }) => ({
          '@type': 'CreativeWork',
          name: headingLabel(heading),
          '@id': `${address}#${id}`,
        })),
      ...(letter.corrections.length > 0 && {
        correction: letter.corrections.map((correction) => ({
          '@type': 'CorrectionComment',
          text: correctionText(correction),
          datePublished: w3cMoment(correction.date),
        })),
      }),
      license: PUBLIC_DOMAIN,
    },
  ];
}

/** The files of the letter. The page itself announces them in its head. */
export const encodingNodes = (
  letter: Letter,
  site: Site,
  formats: AnnouncedFormat[],
): JsonLdNode[] =>
  formats.map(({ file, mediaType, sha256 }) => ({
    '@type': 'MediaObject',
    encodesCreativeWork: { '@id': absoluteUrl(site, `${letterPath(letter)}#letter`) },
    encodingFormat: mediaType,
    contentUrl: absoluteUrl(site, letterPath(letter) + file),
    ...(sha256 && { sha256: sha256(letter) }),
    ...(sha256 && letter.received.isPublicCopy && { name: receivedFileLabel(letter) }),
  }));

/** The share image of the letter's page, if this machine can typeset it. */
export const pictureNodes = (letter: Letter, site: Site): JsonLdNode[] =>
  canTypeset
    ? [
        {
          '@id': absoluteUrl(site, letterPath(letter)),
          primaryImageOfPage: {
            '@type': 'ImageObject',
            contentUrl: absoluteUrl(site, cardPath(letter)),
            encodingFormat: 'image/png',
          },
        },
      ]
    : [];

/** The figures as a data set, each with the words in which the letter states it; none without figures. */
export const figureNodes = (letter: Letter, site: Site): JsonLdNode[] =>
  letter.figures
    ? [
        {
          '@type': 'Dataset',
          '@id': absoluteUrl(site, figuresPath(letter)),
          name: `${fullTitle(letter)}：数字一览`,
          isBasedOn: { '@id': absoluteUrl(site, `${letterPath(letter)}#letter`) },
          variableMeasured: letter.figures.figures.map(({ p, what, value, unit, asOf, quote }) => ({
            '@type': 'PropertyValue',
            name: asOf ? `${what}（${asOf}）` : what,
            value,
            ...(unit && { unitText: unit }),
            description: quote,
            url: absoluteUrl(site, `${letterPath(letter)}#${p}`),
          })),
        },
      ]
    : [];

/** The letters of a session as a data set, with the table to download. `page` is the session's page. */
export function sessionDataset({ letters }: Session, page: PageFacts, site: Site): JsonLdNode {
  return {
    '@type': 'Dataset',
    '@id': absoluteUrl(site, `${page.path}#letters`),
    name: page.title,
    description: page.description,
    url: absoluteUrl(site, page.path),
    inLanguage: 'zh-CN',
    license: PUBLIC_DOMAIN,
    ...(site.publisher && { creator: { '@type': 'Organization', name: site.publisher.name } }),
    isPartOf: { '@id': absoluteUrl(site, page.path) },
    datePublished: totalsOf(letters).firstDay,
    dateModified: page.modified,
    spatialCoverage: area(site.place.city),
    distribution: {
      '@type': 'DataDownload',
      contentUrl: absoluteUrl(site, page.path + SESSION_TABLE),
      encodingFormat: 'text/csv',
    },
  };
}

/** The paragraphs, tables and headings of the body, each with its address, in their order. */
export const textNodes = (letter: Letter, site: Site): JsonLdNode[] =>
  bodyText(letter).map(({ id, text }, index) => ({
    '@type': 'CreativeWork',
    '@id': absoluteUrl(site, `${letterPath(letter)}#${id}`),
    isPartOf: { '@id': absoluteUrl(site, `${letterPath(letter)}#letter`) },
    position: index + 1,
    text,
  }));
