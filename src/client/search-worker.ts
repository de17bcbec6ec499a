import { findPhrase, queryTerms } from './search-terms.ts';

/**
 * The search. It runs in a worker, so that no page's policy has to allow Pagefind's WebAssembly. A message
 * contains `query` and the index `from` of the first result; the answer lists twenty letters: first those
 * with the number in the query, then those that contain every word of the query unchanged. If there are none,
 * it lists letters that contain parts of the query, and names these parts.
 */
declare const SHARDS: number;

interface Match {
  url: string;
  meta: Record<string, string>;
}
interface Result {
  id: string;
  score: number;
  data(): Promise<Match>;
}
interface Instance {
  search(
    query: string | null,
    options?: { filters: Record<string, string> },
  ): Promise<{ results: Result[] }>;
}
interface Pagefind {
  createInstance(options: { basePath: string }): Instance;
}

const MODULE = './pagefind.js';
const FRAGMENT_END = '\f';
/** Results that an answer lists. */
const MOST = 20;
/** Characters shown before and after the first match. */
const AROUND = 30;

const shards = import(MODULE).then(({ createInstance }: Pagefind) =>
  Array.from({ length: SHARDS }, (_, shard) =>
    createInstance({ basePath: new URL(`${shard}/`, location.href).href }),
  ),
);

/** Results of all shards, best first; an `id` is a letter's within its shard. */
async function search(...query: Parameters<Instance['search']>): Promise<Result[]> {
  const found = (await shards).map(async (instance, shard) =>
    (await instance.search(...query)).results.map((result) => ({
      id: `${shard} ${result.id}`,
      score: result.score,
      data: () => result.data(),
    })),
  );
  return (await Promise.all(found)).flat().sort((a, b) => b.score - a.score);
}

const searchPhrase = (phrase: string[]): Promise<Result[]> =>
  phrase.length > 0 ? search(`"${phrase.join(' ')}"`) : Promise.resolve([]);

/** Returns the letters that contain all of the phrases. */
async function searchAll(phrases: string[][]): Promise<Result[]> {
  const [first = [], ...others] = await Promise.all(phrases.map(searchPhrase));
  const sets = others.map((results) => new Set(results.map(({ id }) => id)));
  return first.filter(({ id }) => sets.every((ids) => ids.has(id)));
}

interface Found {
  results: Result[];
  /** The words that the results contain, as typed. */
  held: string[];
  isWhole: boolean;
}

/** Returns the parts of a word that no letter contains as a whole, grouped by length, the longest first. */
function partsOf(word: string): string[][] {
  // A number is never searched by its parts.
  if (/^[\d.,%‰]+$/.test(word)) return [];
  const chars = [...word];
  const levels: string[][] = [];
  for (let length = Math.min(chars.length - 1, 12); length > 1; length--)
    levels.push(
      chars
        .slice(0, chars.length - length + 1)
        .map((_, at) => chars.slice(at, at + length).join(''))
        .filter((part) => !/^[\d.,]|[\d.,]$/.test(part)),
    );
  return levels;
}

/** Returns the letters that contain the longest parts of a query. */
async function findParts(words: string[]): Promise<Found> {
  for (const level of words.length > 1
    ? [words, ...words.flatMap(partsOf)]
    : partsOf(words[0] ?? '')) {
    const found = await Promise.all(level.map((part) => searchPhrase(queryTerms(part))));
    const held = level.filter((_, at) => found[at]!.length > 0);
    const results = new Map(found.flat().map((result) => [result.id, result]));
    if (results.size > 0) return { results: [...results.values()], held, isWhole: false };
  }
  return { results: [], held: [], isWhole: false };
}

const NUMBER = /^(?:第|no\.?|№|#)?\s*0*(\d{1,7})(?:-\d+)?\s*号?$/i;
const byNumber = new Intl.Collator('en', { numeric: true });

/**
 * Returns the letters with a number in the order of the index, the newest session first; a second reply
 * follows the first.
 */
async function findNumbered(number: string): Promise<Result[]> {
  const results = await search(null, { filters: { number } });
  const known = await Promise.all(
    results.slice(0, 100).map(async (result) => ({ result, url: (await result.data()).url })),
  );
  return [
    ...known
      .sort((a, b) => {
        const [session, other] = [a.url, b.url].map((url) => url.split('/').at(-3) ?? '');
        return session === other
          ? byNumber.compare(a.url, b.url)
          : byNumber.compare(other!, session!);
      })
      .map(({ result }) => result),
    ...results.slice(100),
  ];
}

async function find(query: string): Promise<Found> {
  const number = NUMBER.exec(query.normalize('NFKC'))?.[1];
  const words = query.split(/\s+/).filter((word) => queryTerms(word).length > 0);
  const numbered = number ? await findNumbered(number) : [];
  const held = number ? [`第${number}号`] : words;
  let named = await searchAll(held.map(queryTerms));
  // A number that no letter has may occur in a letter's text.
  if (number && numbered.length + named.length === 0) {
    named = await searchPhrase(queryTerms(number));
    held.splice(0, 1, number);
  }
  const results = new Map([...numbered, ...named].map((result) => [result.id, result]));
  if (results.size > 0 || number || words.length === 0)
    return { results: [...results.values()], held, isWhole: true };
  return findParts(words);
}

/** Returns the first place where a letter contains a word: its address, and the text around it, cut at the matches. */
function excerptOf({ url, meta }: Match, held: string[]): { url: string; excerpt: string[] } {
  const ids = meta['ids']!.split(FRAGMENT_END);
  const texts = meta['text']!.split(FRAGMENT_END);
  const phrases = held.map(queryTerms);
  for (const phrase of phrases)
    for (const [at, text] of texts.entries()) {
      const [first] = findPhrase(text, phrase);
      if (!first) continue;
      const from = Math.max(0, first[0] - AROUND);
      const shown = text.slice(from, first[1] + AROUND);
      const marks = phrases.flatMap((each) => findPhrase(shown, each)).sort(([a], [b]) => a - b);
      const excerpt = [from > 0 ? '…' : ''];
      let end = 0;
      for (const [start, stop] of marks)
        if (start >= end) {
          excerpt[excerpt.length - 1] += shown.slice(end, start);
          excerpt.push(shown.slice(start, stop), '');
          end = stop;
        }
      excerpt[excerpt.length - 1] +=
        shown.slice(end) + (first[1] + AROUND < text.length ? '…' : '');
      return { url: ids[at] ? `${url}#${ids[at]}` : url, excerpt };
    }
  const [start = ''] = texts;
  return { url, excerpt: [start.slice(0, 2 * AROUND)] };
}

onmessage = async ({ data }: MessageEvent<{ query: string; from: number }>) => {
  const { query, from } = data;
  const answer = await find(query).then(
    async ({ results, held, isWhole }) => ({
      held,
      isWhole,
      total: results.length,
      letters: await Promise.all(
        results.slice(from, from + MOST).map(async (result) => {
          const match = await result.data();
          const { ids: _, text: __, ...facts } = match.meta;
          return { ...facts, ...excerptOf(match, held) };
        }),
      ),
    }),
    () => undefined,
  );
  (self as unknown as Worker).postMessage(answer);
};
