/**
 * The search, in a worker: here and not on the page runs Pagefind's WebAssembly, so that no page's
 * policy has to allow any. Asked for `query` from place `from` on, it answers with twenty letters:
 * those of the number asked for, those that hold the words as they stand, then those that hold all
 * of them somewhere.
 */
(() => {
  interface Result {
    id: string;
    data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
  }
  interface Pagefind {
    search(
      query: string | null,
      options?: { filters: Record<string, string> },
    ): Promise<{ results: Result[] }>;
  }
  const MODULE = './pagefind.js';
  const pagefind: Promise<Pagefind> = import(MODULE);
  const search = async (...query: Parameters<Pagefind['search']>) =>
    (await (await pagefind).search(...query)).results;

  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  /** Outside a page Pagefind does not know the language, and would take a query as one word. */
  const cut = (text: string) =>
    [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment)
      .join(' ');

  const find = async (query: string) => {
    const text = query.normalize('NFKC');
    const number = /^第?\s*0*(\d{1,5})\s*号?$/.exec(text)?.[1];
    const words = cut(number ? `第${number}号` : text);
    const numbered = number ? await search(null, { filters: { number } }) : [];
    const exact = words ? await search(`"${words}"`) : [];
    const wide = number || !words ? [] : await search(words);
    const results = new Map([...numbered, ...exact, ...wide].map((result) => [result.id, result]));
    return { results: [...results.values()], exact: number ? results.size : exact.length };
  };

  const MOST = 20;
  onmessage = async ({ data }: MessageEvent<{ query: string; from: number }>) => {
    const { query, from } = data;
    const answer = await find(query).then(
      async ({ results, exact }) => ({
        exact,
        total: results.length,
        letters: await Promise.all(
          results.slice(from, from + MOST).map(async (result) => {
            const { url, excerpt, meta } = await result.data();
            return { ...meta, url, excerpt };
          }),
        ),
      }),
      () => undefined,
    );
    (self as unknown as Worker).postMessage(answer);
  };
})();
