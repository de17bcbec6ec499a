/**
 * The search page: sends the query in the address to the worker and lists the results. The form needs no
 * script: it loads this page anew, so that the browser itself handles address, history and sharing.
 */
(() => {
  interface Found {
    url: string;
    title: string;
    number: string;
    session: string;
    lead: string;
    bureaus: string;
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
  const part = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
  const [form, said, list] = [part('[role=search]'), part('[role=status]'), part('.list-found')];
  const more = part<HTMLButtonElement>('.list-more');
  const typed = (new URLSearchParams(location.search).get('q') ?? '').trim();
  // As many characters as the form takes; an address may have more.
  const query = [...typed].slice(0, 100).join('');
  form.hidden = false;
  said.textContent = '';
  part<HTMLInputElement>('#q').value = query;
  if (!query) return;

  const element = (name: string, ...content: (string | Node)[]) => {
    const node = document.createElement(name);
    node.append(...content);
    return node;
  };
  const marked = (excerpt: string[]) =>
    excerpt.map((text, index) => (index % 2 ? element('mark', text) : text));
  /** An entry as in the lists of letters, with the session and the place of the match. */
  const entry = ({ url, title, number, session, lead, bureaus, excerpt }: Found) => {
    const link = element('a', element('b', number), element('span', title)) as HTMLAnchorElement;
    link.className = 'target';
    link.href = url;
    const by = element('p');
    by.className = 'list-by';
    for (const part of [session, lead, bureaus]) if (part) by.append(element('span', part), ' ');
    return element('li', link, by, element('p', ...marked(excerpt)));
  };

  const worker = new Worker(form.dataset['worker']!, { type: 'module' });
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
