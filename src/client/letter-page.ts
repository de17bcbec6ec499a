/**
 * The reading aids, inline in a letter's page right after their bar, so that nothing moves. None of them is
 * needed: without scripts the bar stays hidden. A classic script without imports, so that it can be inlined
 * unchanged.
 */
(() => {
  const root = document.documentElement;
  const bar = document.currentScript!.previousElementSibling as HTMLElement;
  const [big, aloud, share, said] = [
    '[aria-pressed]',
    '[data-src]',
    '.aids-share',
    '[role=status]',
  ].map((control) => bar.querySelector<HTMLElement>(control)!);
  bar.hidden = false;

  // 大字, remembered on the device if it allows that.
  let store: Partial<Storage> = {};
  try {
    store = localStorage;
  } catch {}
  const setBig = (on: boolean) => {
    root.classList.toggle('big', on);
    big!.setAttribute('aria-pressed', `${on}`);
    store['big'] = on ? 1 : '';
  };
  big!.onclick = () => setBig(!root.classList.contains('big'));
  setBig(Boolean(store['big']));

  // 分享 if the browser supports sharing, otherwise 复制链接: for the page and, by its number, for a paragraph.
  const say = (words: string) => {
    said!.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => (said!.textContent = ''), 10000);
  };
  let timer: ReturnType<typeof setTimeout>;
  /** Shares or copies an address; `words` precede it if a paragraph is copied. */
  const send = (name: string, id: string, words = '') => {
    const url = document.querySelector<HTMLLinkElement>('[rel=canonical]')!.href + id;
    // Without https a browser has no clipboard; then the address is shown, to be copied by hand.
    const copy = () =>
      navigator.clipboard!
        ? navigator.clipboard.writeText(words + url).then(() => say('链接已复制'), show)
        : show();
    const show = () => {
      clearTimeout(timer);
      said!.textContent = url;
    };
    if (navigator.share!)
      navigator.share({ title: name, url }).then(
        () => say('已分享'),
        (error) => error.name == 'AbortError' || copy(),
      );
    else copy();
  };
  /** The words of a paragraph, without the marks of notes. */
  const paragraphWords = (paragraph: Element) => {
    const copy = paragraph.cloneNode(true) as Element;
    copy.querySelectorAll('[data-by]').forEach((mark) => mark.remove());
    return copy.textContent;
  };
  const title = document.querySelector('h1')!.textContent!;
  if (navigator.share!) share!.textContent = '分享';
  share!.onclick = () => send(title, '');
  document.addEventListener('click', ({ target }) => {
    const { hash } = target as HTMLAnchorElement;
    if (!(target as Element).matches('.paragraph-number')) return;
    let heading: Element | null = target as Element;
    const paragraph = heading.nextElementSibling!;
    while (heading && heading.tagName != 'H2') heading = heading.previousElementSibling;
    // An editorial heading is not shared.
    const section = heading?.matches('[data-by]') ? null : heading;
    send(
      title + (section ? ` ${section.textContent!.replace('。', '')}` : ''),
      hash,
      `${paragraphWords(paragraph)}\n`,
    );
  });

  // 朗读, if the device has a Chinese voice. Its code is fetched at the first use.
  const speech = window.speechSynthesis;
  let polls = 20;
  const offer = () => {
    aloud!.hidden = !speech.getVoices().some(({ lang }) => /^(zh|cmn|yue)/i.test(lang));
    // Some devices load their voices later and do not report it.
    if (aloud!.hidden && polls-- > 0) setTimeout(offer, 500);
  };
  if (speech as SpeechSynthesis | undefined) {
    speech.onvoiceschanged = offer;
    offer();
  }
  aloud!.onclick = () => {
    const script = document.createElement('script');
    script.src = aloud!.dataset['src']!;
    script.integrity = aloud!.dataset['hash']!;
    script.onerror = () => (aloud!.hidden = true);
    document.body.append(script);
    aloud!.onclick = null;
  };
})();
