import { sha256 } from '../digest.ts';
import { isProposalKey } from '../letter/key.ts';
import type { Letter } from '../letter/letter.ts';
import type { AnnouncedFormat, Format } from '../site/format.ts';
import type { Site } from '../content/site-schema.ts';
import { canTypeset } from '../typst/typeset.ts';
import { figuresCsv } from './csv.ts';
import { jsonLd } from './json-ld.ts';
import { announcedType } from './media-types.ts';
import { pdf } from './pdf/pdf.ts';
import { receivedSource } from './source.ts';
import { plainText } from './text.ts';

/**
 * Every format of a letter, in the order in which its page lists them. Page, head, JSON-LD, headers,
 * proof of the build and tests follow from this list. The text of a proposal has only the received file.
 */
const listFormats = (letter: Letter): Format[] =>
  isProposalKey(letter.key)
    ? [receivedSource(letter)]
    : [
        ...(canTypeset ? [pdf(letter)] : []),
        plainText,
        receivedSource(letter),
        jsonLd,
        ...(letter.figures ? [figuresCsv] : []),
      ];

/** The formats of a letter with their media types. */
export const formatsOf = (letter: Letter): AnnouncedFormat[] =>
  listFormats(letter).map((format) => ({ ...format, mediaType: announcedType(format.file) }));

/** The facts that a page states about a file beside it. */
interface FileFacts {
  /** In bytes. */
  size: number;
  /** The number of pages, if the format has pages. */
  pageCount: number | undefined;
  /** The SHA-256 of its bytes, in hex. */
  digest: string;
}

export type DescribedFormat = AnnouncedFormat & FileFacts;

/** The facts by letter and file name. The bytes are not kept: those of a thousand letters are 200 MB. */
const factsOf = new WeakMap<Letter, Map<string, FileFacts>>();

/** Makes a file of a letter, and keeps its facts for the letter's page. */
export async function renderFormat(
  format: AnnouncedFormat,
  letter: Letter,
  site: Site,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(Buffer.from(await format.render(letter, site, formatsOf(letter))));
  const facts = factsOf.get(letter) ?? new Map<string, FileFacts>();
  factsOf.set(letter, facts);
  facts.set(format.file, {
    size: content.length,
    pageCount: format.pages?.(content),
    digest: sha256(content),
  });
  return content;
}

/**
 * The formats of a letter with these facts. A build makes the files before the pages, so that no file
 * is made a second time here; `astro dev` makes those that it has not made yet.
 */
export async function describeFormats(letter: Letter, site: Site): Promise<DescribedFormat[]> {
  const result: DescribedFormat[] = [];
  for (const format of formatsOf(letter)) {
    if (!factsOf.get(letter)?.has(format.file)) await renderFormat(format, letter, site);
    result.push({ ...format, ...factsOf.get(letter)!.get(format.file)! });
  }
  return result;
}
