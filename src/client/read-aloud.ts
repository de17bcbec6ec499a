/**
 * Reads the letter aloud, sentence by sentence, and marks the paragraph being read. Fetched at the first use.
 * A pause cancels and remembers the sentence, since some devices cannot pause speech; single sentences also
 * stay below the length at which Chrome stops speaking.
 */
(() => {
  const speech = window.speechSynthesis;
  const bar = document.querySelector<HTMLElement>('.aids')!;
  const button = bar.querySelector<HTMLButtonElement>('[data-src]')!;
  const said = bar.querySelector('[role=status]')!;
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.textContent = '停止';
  stop.hidden = true;
  button.after(stop);

  /** Returns the sentences of an element with their ranges. A line break ends a sentence; editorial text is left out. */
  const sentencesOf = (node: HTMLElement): { node: HTMLElement; range: Range }[] => {
    const found: { node: HTMLElement; range: Range }[] = [];
    let range: Range | undefined;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ALL);
    for (let at: Node | null = walker.currentNode; at; at = walker.nextNode()) {
      if ((at as Element).tagName === 'BR') range = undefined;
      if (!(at instanceof Text) || at.parentElement!.closest('[data-by=editor]')) continue;
      for (let index = 0; index < at.length; index++) {
        if (!range) {
          range = document.createRange();
          range.setStart(at, index);
          found.push({ node, range });
        }
        range.setEnd(at, index + 1);
        if (/[。！？；]/.test(at.data[index]!)) range = undefined;
      }
    }
    return found;
  };
  const words = (range: Range) => {
    const copy = range.cloneContents();
    for (const ours of copy.querySelectorAll('[data-by=editor]')) ours.remove();
    return copy.textContent!.trim();
  };
  const queue = [
    ...document.querySelectorAll<HTMLElement>(
      'h1, .letter-text p, .letter-text h2, .letter-text h3, .letter-text table',
    ),
  ]
    .flatMap(sentencesOf)
    .filter(({ range }) => words(range));
  let place = 0;
  let turn = 0;

  /** Keeps the controls in sight while reading, and the sentence below them. */
  const follow = (item?: { node: HTMLElement; range: Range }) => {
    const last = document.querySelector<HTMLElement>('.reading');
    last?.classList.remove('reading');
    last?.removeAttribute('style');
    Object.assign(bar.style, {
      position: item ? 'sticky' : '',
      top: '0',
      zIndex: '2',
      background: 'var(--paper)',
    });
    if (!item) return;
    item.node.classList.add('reading');
    // The outline is visible only in forced colours, which remove backgrounds.
    Object.assign(item.node.style, { background: 'var(--mark)', outline: '2px solid transparent' });
    const { top, bottom } = item.range.getBoundingClientRect();
    if (top < bar.offsetHeight || bottom > innerHeight) scrollBy(0, top - innerHeight / 3);
  };
  let timer: ReturnType<typeof setTimeout>;
  const show = (label: string, status: string, stoppable: boolean) => {
    button.textContent = label;
    said.textContent = status;
    stop.hidden = !stoppable;
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = ''), 5000);
  };
  const end = (status: string) => {
    turn++;
    place = 0;
    speech.cancel();
    follow();
    if (document.activeElement === stop) button.focus();
    show('朗读', status, false);
  };
  const next = (mine: number) => {
    const item = queue[place];
    if (!item) return end('朗读完毕');
    follow(item);
    const utterance = new SpeechSynthesisUtterance(words(item.range));
    utterance.lang = 'zh-CN';
    utterance.voice = speech.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang)) ?? null;
    utterance.onend = () => {
      if (mine !== turn) return;
      place++;
      next(mine);
    };
    utterance.onerror = () => mine === turn && end('朗读中断');
    speech.speak(utterance);
  };
  const toggle = () => {
    if (button.textContent === '暂停') {
      turn++;
      speech.cancel();
      show('继续', '已暂停', true);
    } else {
      show('暂停', '', true);
      next(++turn);
    }
  };
  button.onclick = toggle;
  stop.onclick = () => end('已停止');
  addEventListener('pagehide', () => speech.cancel());
  toggle();
})();
