/**
 * 分享 and 朗读, in the bar of a letter's page that holds this script. Neither is needed. A classic script without
 * imports, so that it can be inlined unchanged.
 */
(() => {
  const bar = document.currentScript!.parentElement!;
  const add = (name: string, label: string) => {
    const control = document.createElement(name);
    control.textContent = label;
    bar.append(control);
    return control;
  };
  const [aloud, share, said] = [
    add('button', '朗读'),
    add('button', navigator.share! ? '分享' : '复制链接'),
    add('span', ''),
  ];
  said.setAttribute('role', 'status');

  // 分享 if the browser supports sharing, otherwise 复制链接: for the page and, by its number, for a paragraph.
  const say = (words: string) => {
    said.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = ''), 10000);
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
      said.textContent = url;
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
  share.onclick = () => send(title, '');
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
  aloud.className = 'aids-aloud';
  aloud.hidden = true;
  let polls = 20;
  const offer = () => {
    aloud.hidden = !speech.getVoices().some(({ lang }) => /^(zh|cmn|yue)/i.test(lang));
    // Some devices load their voices later and do not report it.
    if (aloud.hidden && polls-- > 0) setTimeout(offer, 500);
  };
  if (speech as SpeechSynthesis | undefined) {
    speech.onvoiceschanged = offer;
    offer();
  }
  aloud.onclick = () => {
    const script = document.createElement('script');
    script.src = bar.dataset['src']!;
    script.integrity = bar.dataset['hash']!;
    script.onerror = () => (aloud.hidden = true);
    document.body.append(script);
    aloud.onclick = null;
  };
})();
