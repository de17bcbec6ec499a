import { splitList } from './split-list.ts';
import { LONGEST_QUERY, SEARCH_BUTTON, SEARCH_LABEL } from './search-form.ts';

/**
 * The search page: makes the form, sends the query in the address to the worker and lists the results. The form
 * loads this page anew, so that the browser itself handles address, history and sharing.
 */
(() => {
  interface Found {
    url: string;
    title: string;
    number: string;
    session: string;
    lead: string;
    bureaus: string;
    /** The year of the printed date, with its doubt. */
    year: string;
    /** The remark that an old letter speaks of its own time, or empty. */
    remark: string;
    /** The words around the first match; every second entry is a match. */
    excerpt: string[];
  }
  interface Answer {
    /** True if the letters contain the whole query, false if they contain only its parts in `held`. */
    isWhole: boolean;
    held: string[];
    total: number;
    letters: Found[];
  }
  const element = <K extends keyof HTMLElementTagNameMap>(
    name: K,
    properties: object,
    ...content: (string | Node)[]
  ) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...content);
    return node;
  };
  const said = document.currentScript!.previousElementSibling as HTMLElement;
  const typed = (new URLSearchParams(location.search).get('q') ?? '').trim();
  // As many characters as the form takes; an address may have more.
  const query = [...typed].slice(0, LONGEST_QUERY).join('');
  const field = element('input', {
    id: 'q',
    name: 'q',
    type: 'search',
    maxLength: LONGEST_QUERY,
    autocomplete: 'off',
    value: query,
  });
  const form = element(
    'form',
    { className: 'search-form' },
    element('label', { htmlFor: 'q' }, SEARCH_LABEL),
    field,
    element('button', {}, SEARCH_BUTTON),
  );
  form.setAttribute('role', 'search');
  said.before(form);
  said.textContent = '';
  if (!query) return;

  const list = element('ol', { className: 'list list-found' });
  const more = element(
    'button',
    { className: 'list-more', type: 'button', hidden: true },
    '再列20份',
  );
  // The status says how many there are.
  said.after(element('h2', {}, '查找结果'), list, more);

  const marked = (excerpt: string[]) =>
    excerpt.map((text, index) => (index % 2 ? element('mark', {}, text) : text));
  /** An entry as in the lists of letters, with the session and the place of the match. */
  const entry = ({ url, title, number, session, lead, bureaus, year, remark, excerpt }: Found) => {
    const link = element(
      'a',
      { className: 'target', href: url },
      element('b', {}, number),
      element('span', {}, title),
    );
    const by = element('p', { className: 'list-by' });
    for (const part of [session, year, lead, bureaus, remark])
      if (part)
        by.append(
          element('span', {}, ...splitList(part).map((name) => element('span', {}, name))),
          ' ',
        );
    return element('li', {}, link, by, element('p', {}, ...marked(excerpt)));
  };

  const worker = new Worker(said.dataset['worker']!, { type: 'module' });
  const ask = () => worker.postMessage({ query, from: list.children.length });
  const fail = () => {
    said.textContent = '这个浏览器没能查找。可以刷新重试，或在下面的列表里按编号找。';
  };
  worker.onerror = fail;
  worker.onmessage = ({ data }: MessageEvent<Answer | undefined>) => {
    if (!data) return fail();
    const { isWhole, held, total, letters } = data;
    said.textContent =
      total === 0
        ? `没有找到“${query}”。可以换一个词，少写几个字，或在下面的列表里按编号找。`
        : isWhole
          ? `找到${total}份答复。`
          : `没有一份含有完整的“${query}”。下面${total}份含有其中的${held.map((part) => `“${part}”`).join('')}。`;
    const first = list.children.length;
    list.append(...letters.map(entry));
    more.hidden = list.children.length >= total;
    // The button may have been removed; the focus moves to the first letter that it loaded.
    if (first > 0) (list.children[first]!.firstElementChild as HTMLElement).focus();
  };
  more.onclick = ask;
  document.title = `“${query}”的查找结果 · ${document.title}`;
  said.textContent = '正在查找……';
  ask();
})();
