/**
 * Reads the letter aloud, paragraph by paragraph, and marks the one being read. Fetched at the first
 * use. A pause cancels and remembers the sentence, since some devices cannot pause speech; speaking
 * sentence by sentence also keeps within what Chrome says at one time.
 */
(() => {
  const speech = window.speechSynthesis;
  const button = document.querySelector<HTMLButtonElement>('.aids [data-src]')!;
  const said = document.querySelector('.aids [role=status]')!;
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.textContent = '停止';
  stop.hidden = true;
  button.after(stop);

  const words = (node: Element) => {
    const copy = node.cloneNode(true) as Element;
    for (const ours of copy.querySelectorAll('[data-by=editor]')) ours.remove();
    return copy.textContent!.trim();
  };
  const queue = [...document.querySelectorAll('h1, .letter > :not([data-by=editor])')].flatMap(
    (node) => (words(node).match(/[^。！？；]+[。！？；]*/g) ?? []).map((text) => ({ node, text })),
  );
  let place = 0;
  let turn = 0;

  const mark = (node?: Element) => {
    document.querySelector('.reading')?.classList.remove('reading');
    node?.classList.add('reading');
    node?.scrollIntoView({ block: 'nearest' });
  };
  const show = (label: string, status: string, stoppable: boolean) => {
    button.textContent = label;
    said.textContent = status;
    stop.hidden = !stoppable;
  };
  const end = (status: string) => {
    turn++;
    place = 0;
    speech.cancel();
    mark();
    if (document.activeElement === stop) button.focus();
    show('朗读', status, false);
  };
  const next = (mine: number) => {
    const item = queue[place];
    if (!item) return end('朗读完毕');
    mark(item.node);
    const utterance = new SpeechSynthesisUtterance(item.text);
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
