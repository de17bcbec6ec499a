import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchWorkerScript } from '../client/index.ts';
import { replyNumber, sessionName } from '../letter/labels.ts';
import { letterText } from '../letter/text.ts';
import { segmentWords } from '../language/segment.ts';
import type { Letter } from '../letter/letter.ts';
import { continueWithout } from '../programs.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { SiteWords } from '../content/site-schema.ts';

/** A file of the search, its path below `pagefind/`. */
export interface SearchFile {
  path: string;
  content: Uint8Array | string;
}

/** Of what Pagefind writes, what our worker needs; the rest are interfaces that we do not use. */
const SCRIPT = 'pagefind.js';
const NEEDED = /^pagefind-entry\.json$|^wasm\.|\.pf_\w+$/;

/** What the search tells of a letter in a list of results. */
const facts = ({ key, proposal, signatories }: Letter, site: SiteWords) => ({
  title: proposal.title ?? '',
  number: replyNumber({ key }),
  session: sessionName(proposal, site),
  lead: proposal.lead ?? '',
  bureaus: signatories.join('、'),
});

/**
 * What the search looks through: the letter's own words and its facts, without the contact, whose
 * name and number no machine is given. Zero-width spaces cut it as a browser will cut a query;
 * Pagefind cuts Chinese a little differently, and would miss one phrase in seventy.
 */
const searchWords = (letter: Letter): string =>
  [
    ...letterText(letter).flatMap(({ id, text }) => (id === 'contact' ? [] : [text])),
    letter.proposal.title ?? '',
    letter.proposal.lead ?? '',
    ...letter.signatories,
  ]
    .map((text) => segmentWords(text).join('\u200B'))
    .join('\n');

/** Pagefind's program; undefined, and told, on a machine for which there is none. */
async function openIndex(): Promise<PagefindIndex | undefined> {
  try {
    return (await createIndex({ forceLanguage: 'zh-cn' })).index;
  } catch (error) {
    continueWithout('Pagefind', '查找页', error);
    return undefined;
  }
}

/** Pagefind takes 250 MB for each thousand letters; what it cannot take at once goes into parts. */
const PART = 2500;

/** The index of some letters. Undefined where there is no program to make it. */
async function indexOf(letters: Letter[], site: SiteWords): Promise<SearchFile[] | undefined> {
  const index = await openIndex();
  if (!index) return undefined;
  for (const letter of letters) {
    const { errors } = await index.addCustomRecord({
      url: letterPath(letter),
      content: searchWords(letter),
      language: 'zh-cn',
      meta: facts(letter, site),
      filters: { number: [String(letter.proposal.number)] },
    });
    if (errors.length > 0) throw new Error(`${letter.key}: ${errors.join(' ')}`);
  }
  const { files } = await index.getFiles();
  await close();
  return files;
}

/** The index of all letters in parts, `0/`, `1/`…, with the script and the worker that search it. */
export async function searchFiles(letters: Letter[], site: SiteWords): Promise<SearchFile[]> {
  const found: SearchFile[] = [];
  const parts = Math.ceil(letters.length / PART);
  for (let part = 0; part < parts; part++) {
    const files = await indexOf(letters.slice(part * PART, (part + 1) * PART), site);
    if (!files) return [];
    if (part === 0) found.push(...files.filter(({ path }) => path === SCRIPT));
    for (const { path, content } of files)
      if (NEEDED.test(path)) found.push({ path: `${part}/${path}`, content });
  }
  return [...found, { path: 'worker.js', content: `const PARTS=${parts};${searchWorkerScript}` }];
}
