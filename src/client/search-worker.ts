/**
 * The search, in a worker: here and not on the page runs Pagefind's WebAssembly, so that no page's
 * policy has to allow any. Asked for `query` from place `from` on, it answers with twenty letters:
 * those of the number asked for, those that hold the words as they stand, then those that hold all
 * of them somewhere.
 */
declare const PARTS: number;

(() => {
  interface Result {
    id: string;
    score: number;
    data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
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
  const parts = import(MODULE).then(({ createInstance }: Pagefind) =>
    Array.from({ length: PARTS }, (_, part) =>
      createInstance({ basePath: new URL(`${part}/`, location.href).href }),
    ),
  );
  /** The results of all parts, best first; an `id` is one letter's within its part. */
  const search = async (...query: Parameters<Instance['search']>) => {
    const found = (await parts).map(async (instance, part) =>
      (await instance.search(...query)).results.map((result) => ({
        id: `${part} ${result.id}`,
        score: result.score,
        data: () => result.data(),
      })),
    );
    return (await Promise.all(found)).flat().sort((a, b) => b.score - a.score);
  };

  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  /** Outside a page Pagefind does not know the language, and would take a query as one word. */
  const cut = (text: string) =>
    [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment)
      .join(' ');

  const find = async (query: string) => {
    const text = query.normalize('NFKC');
    const number = /^第?\s*0*(\d{1,7})(?:-\d+)?\s*号?$/.exec(text)?.[1];
    const words = cut(number ? `第${number}号` : text);
    const numbered = number ? await search(null, { filters: { number } }) : [];
    const named = words ? await search(`"${words}"`) : [];
    // A figure that is no letter's number may stand in a letter's text.
    const exact =
      number && numbered.length + named.length === 0 ? await search(`"${number}"`) : named;
    const wide = number || !words ? [] : await search(words);
    const whole = new Map(exact.map((result) => [result.id, result]));
    const results = new Map(numbered.map((result) => [result.id, result]));
    // Pagefind does not rank those with the whole phrase; those with its words it does.
    for (const result of [...wide.flatMap(({ id }) => whole.get(id) ?? []), ...exact, ...wide])
      if (!results.has(result.id)) results.set(result.id, result);
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
