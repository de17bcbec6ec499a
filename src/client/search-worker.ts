import { phrasings, readNumberQuery, type NumberQuery } from './search-query.ts';
import { excerptAround, findPhrase, partsOf, queryTerms } from './search-terms.ts';

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

const byNumber = new Intl.Collator('en', { numeric: true });
/** The path of a letter as its session and its number: `rd17-3` and `273-2`. */
const pathOf = (url: string) => url.split('/').slice(-3, -1) as [session: string, number: string];

/**
 * Returns the letters with a number in the order of the index, the newest session first; a second reply
 * follows the first.
 */
async function findNumbered({ number, key }: NumberQuery): Promise<Result[]> {
  const results = await search(null, { filters: { number } });
  const known = await Promise.all(
    results.map(async (result) => ({ result, path: pathOf((await result.data()).url) })),
  );
  return known
    .filter(({ path }) => path.join('/').startsWith(key))
    .sort(
      ({ path: [session, number] }, { path: [other, another] }) =>
        byNumber.compare(other, session) || byNumber.compare(number, another),
    )
    .map(({ result }) => result);
}

async function find(query: string): Promise<Found> {
  const asked = readNumberQuery(query);
  if (asked) {
    const [numbered, named] = await Promise.all([
      findNumbered(asked),
      searchPhrase(queryTerms(asked.words)),
    ]);
    const results = new Map([...numbered, ...named].map((result) => [result.id, result]));
    if (results.size > 0)
      return { results: [...results.values()], held: [asked.words], isWhole: true };
  }
  // A number that no letter has may occur in a letter's text.
  let words: string[] = [];
  for (const phrasing of phrasings(query)) {
    words = [...new Set(phrasing.split(/\s+/))].filter((word) => queryTerms(word).length > 0);
    const results = await searchAll(words.map(queryTerms));
    if (results.length > 0) return { results, held: words, isWhole: true };
  }
  return asked || words.length === 0 ? { results: [], held: [], isWhole: true } : findParts(words);
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
      const [from, to] = excerptAround(text, first, AROUND);
      const shown = text.slice(from, to);
      const marks = phrases.flatMap((each) => findPhrase(shown, each)).sort(([a], [b]) => a - b);
      const excerpt = [from > 0 ? '…' : ''];
      let end = 0;
      for (const [start, stop] of marks)
        if (start >= end) {
          excerpt[excerpt.length - 1] += shown.slice(end, start);
          excerpt.push(shown.slice(start, stop), '');
          end = stop;
        }
      excerpt[excerpt.length - 1] += shown.slice(end) + (to < text.length ? '…' : '');
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
