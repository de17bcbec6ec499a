import { deserialize, serialize } from 'node:v8';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { readCached, writeCached } from '../cache.ts';
import { codeVersion } from '../code-version.ts';
import { dataOf, sha256 } from '../digest.ts';
import { searchWorkerScript } from '../client/index.ts';
import { splitTerms, STOP } from '../client/search-terms.ts';
import { isProposalKey } from '../letter/key.ts';
import { fullTitle, proposalKind, replyNumber, sessionName } from '../letter/labels.ts';
import { printedYear, timeRemark } from '../letter/moments.ts';
import { letterText } from '../letter/text.ts';
import { publishedTexts, type Letter } from '../letter/letter.ts';
import { continueWithout } from '../programs.ts';
import { startStep } from '../progress.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { SiteWords } from '../content/site-schema.ts';

/** A file of the search; `path` is below `pagefind/`. */
export interface SearchFile {
  path: string;
  content: Uint8Array | string;
}

/** The files of Pagefind that the search worker needs. */
const SCRIPT = 'pagefind.js';
const NEEDED = /^pagefind-entry\.json$|^wasm\.|\.pf_\w+$/;

/** Separates the fragments of a letter in the data of a result. No letter has this character. */
const FRAGMENT_END = '\f';

/** The texts that are searched and shown, by fragment; facts that are in no fragment have an empty id. */
const searchFragments = (letter: Letter): { id: string; text: string }[] => [
  // The contact's name and number are in no data for machines.
  ...letterText(letter).filter(({ id }) => id !== 'contact'),
  ...[letter.proposal.title ?? '', letter.proposal.lead ?? '', ...letter.signatories].map(
    (text) => ({ id: '', text }),
  ),
];

/** The facts that a list of results shows about a letter, and its text with the ids of its fragments. */
const resultMeta = (letter: Letter, site: SiteWords) => {
  const { proposal, signatories } = letter;
  const fragments = searchFragments(letter);
  return {
    title: isProposalKey(letter.key)
      ? `${fullTitle(letter)}（${proposalKind(proposal)}全文）`
      : (proposal.title ?? fullTitle(letter)),
    number: replyNumber(letter),
    session: sessionName(proposal, site),
    lead: proposal.lead ?? '',
    bureaus: signatories.join('、'),
    year: printedYear(letter) ?? '',
    remark: timeRemark(letter) ?? '',
    ids: fragments.map(({ id }) => id).join(FRAGMENT_END),
    text: fragments.map(({ text }) => text).join(FRAGMENT_END),
  };
};

/** The terms of a letter as words for Pagefind, separated by zero-width spaces. */
const indexedWords = (letter: Letter): string =>
  searchFragments(letter)
    .flatMap(({ text }) => [...splitTerms(text).map(({ term }) => term), STOP])
    .join('\u200B');

/** Opens an index. Reports the problem and returns undefined on a machine for which Pagefind has no program. */
async function openIndex(): Promise<PagefindIndex | undefined> {
  try {
    return (await createIndex({ forceLanguage: 'zh-cn' })).index;
  } catch (error) {
    continueWithout('Pagefind', '查找页', error);
    return undefined;
  }
}

/** The most letters in one index: Pagefind needs 250 MB of memory for each thousand. */
const SHARD_SIZE = 2500;

/**
 * Parts letters into shards, so that few shards change when letters are added: each assembly has its own, the
 * oldest letters first. Few letters need only one.
 */
export function shardLetters(letters: Letter[], size: number): Letter[][] {
  if (letters.length <= size) return letters.length > 0 ? [letters] : [];
  const oldestFirst = [...letters].sort(
    ({ proposal: p }, { proposal: q }) => p.congress - q.congress || p.session - q.session,
  );
  return [...Map.groupBy(oldestFirst, ({ proposal }) => proposal.body).values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / size) }, (_, at) =>
      own.slice(at * size, (at + 1) * size),
    ),
  );
}

/** The index of a shard, as an earlier build made it of the same letters, or made now. */
async function indexShard(letters: Letter[], site: SiteWords): Promise<SearchFile[] | undefined> {
  const inputs = [codeVersion(), ...[letters, site].map((value) => sha256(dataOf(value)))];
  const known = readCached('search', inputs);
  if (known) return deserialize(known) as SearchFile[];
  const files = await indexLetters(letters, site);
  if (files) writeCached('search', inputs, serialize(files));
  return files;
}

/** Indexes some letters. Returns undefined if Pagefind has no program for this machine. */
async function indexLetters(letters: Letter[], site: SiteWords): Promise<SearchFile[] | undefined> {
  const index = await openIndex();
  if (!index) return undefined;
  const step = startStep('做查找的索引', letters.length);
  for (const letter of letters) {
    const { errors } = await index.addCustomRecord({
      url: letterPath(letter),
      content: indexedWords(letter),
      language: 'zh-cn',
      meta: resultMeta(letter, site),
      // Whoever looks for a number finds the reply, which leads to the proposal.
      filters: { number: isProposalKey(letter.key) ? [] : [String(letter.proposal.number)] },
    });
    if (errors.length > 0) throw new Error(`${letter.key}: ${errors.join(' ')}`);
    step.advance();
  }
  const { files } = await index.getFiles();
  await close();
  step.end();
  // Its other files are interfaces of its own.
  return files.filter(({ path }) => path === SCRIPT || NEEDED.test(path));
}

/** The index of all letters in shards, `0/`, `1/`…, with the script and the worker that search it. */
export async function searchFiles(letters: Letter[], site: SiteWords): Promise<SearchFile[]> {
  const found: SearchFile[] = [];
  const shards = shardLetters(publishedTexts(letters), SHARD_SIZE);
  for (const [shard, some] of shards.entries()) {
    const files = await indexShard(some, site);
    if (!files) return [];
    for (const { path, content } of files)
      if (path !== SCRIPT) found.push({ path: `${shard}/${path}`, content });
      else if (shard === 0) found.push({ path, content });
  }
  return [
    ...found,
    { path: 'worker.js', content: `const SHARDS=${shards.length};${searchWorkerScript}` },
  ];
}
