import { mandarinVoice } from './mandarin-voice.ts';
import { splitUtterances } from './utterances.ts';

/**
 * Reads the letter aloud, sentence by sentence, and marks the paragraph being read. Fetched at the first use.
 * A pause cancels and remembers the sentence, since Android cannot pause speech.
 */
(() => {
  interface Item {
    text: string;
    node: HTMLElement;
    range: Range;
  }
  const speech = window.speechSynthesis;
  const bar = document.querySelector<HTMLElement>('.aids')!;
  const button = bar.querySelector<HTMLButtonElement>('.aids-aloud')!;
  const said = bar.querySelector('[role=status]')!;
  const others = [...bar.querySelectorAll<HTMLElement>('a, button')].filter(
    (one) => one !== button,
  );
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.textContent = '停止';
  stop.hidden = true;
  button.after(stop);

  /** Returns the utterances of an element. None goes over a line break or from cell to cell; editorial text is left out. */
  const itemsOf = (node: HTMLElement): Item[] => {
    const passages: { text: string; places: [Text, number][]; cell: Element | null }[] = [];
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ALL);
    let isBroken = true;
    for (let at: Node | null = walker.currentNode; at; at = walker.nextNode()) {
      if ((at as Element).tagName === 'BR') isBroken = true;
      if (!(at instanceof Text) || at.parentElement!.closest('[data-by=editor]')) continue;
      const cell = at.parentElement!.closest('td, th');
      if (isBroken || passages[passages.length - 1]!.cell !== cell)
        passages.push({ text: '', places: [], cell });
      isBroken = false;
      const { text, places } = passages[passages.length - 1]!;
      passages[passages.length - 1]!.text = text + at.data;
      for (let index = 0; index < at.length; index++) places.push([at, index]);
    }
    return passages.flatMap(({ text, places }) => {
      let start = 0;
      return splitUtterances(text).map((utterance) => {
        const range = document.createRange();
        range.setStart(...places[start]!);
        start += utterance.length;
        const [last, index] = places[start - 1]!;
        range.setEnd(last, index + 1);
        return { text: utterance.trim(), node, range };
      });
    });
  };
  const queue = [
    ...document.querySelectorAll<HTMLElement>(
      'h1, .letter-text p, .letter-text h2, .letter-text h3, .letter-text table',
    ),
  ]
    .flatMap(itemsOf)
    .filter(({ text }) => text);
  let place = 0;
  let turn = 0;

  /** Keeps the controls in sight while reading, and the sentence below them. */
  const follow = (item?: Item) => {
    const last = document.querySelector<HTMLElement>('.reading');
    last?.classList.remove('reading');
    last?.removeAttribute('style');
    Object.assign(bar.style, {
      position: item ? 'sticky' : '',
      top: '0',
      zIndex: '2',
      background: 'var(--paper)',
    });
    // On a small screen only the controls of the reading stay.
    const isCrowded = item !== undefined && bar.offsetHeight * 3 > innerHeight;
    if (!item || isCrowded) for (const other of others) other.hidden = isCrowded;
    if (!item) return;
    item.node.classList.add('reading');
    // The outline is visible only in forced colours, which remove backgrounds.
    Object.assign(item.node.style, { background: 'var(--mark)', outline: '2px solid transparent' });
    const { top, bottom } = item.range.getBoundingClientRect();
    if (top < bar.offsetHeight || bottom > innerHeight) scrollBy(0, top - innerHeight / 3);
  };
  let timer: ReturnType<typeof setTimeout>;
  const show = (label: string, status: string, isReading: boolean) => {
    button.textContent = label;
    said.textContent = status;
    stop.hidden = !isReading;
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = ''), 10000);
  };

  let watch: ReturnType<typeof setInterval>;
  const silence = () => {
    turn++;
    clearInterval(watch);
    speech.cancel();
  };
  const end = (status: string) => {
    silence();
    place = 0;
    follow();
    if (document.activeElement === stop) button.focus();
    show('朗读', status, false);
  };
  // Referenced until it ends: Chrome reports no end of an utterance that was collected as garbage.
  let utterance: SpeechSynthesisUtterance;
  const next = (mine: number, voice: SpeechSynthesisVoice) => {
    const item = queue[place];
    if (!item) return end('朗读完毕');
    follow(item);
    const goOn = () => {
      if (mine !== turn) return;
      place++;
      next(mine, voice);
    };
    let hasStarted = false;
    let wasSpeaking = false;
    let [seconds, quiet] = [0, 0];
    utterance = new SpeechSynthesisUtterance(item.text);
    Object.assign(utterance, {
      voice,
      lang: voice.lang,
      onstart: () => (hasStarted = true),
      onend: goOn,
      onerror: () => mine === turn && end('朗读中断'),
    });
    speech.speak(utterance);
    clearInterval(watch);
    watch = setInterval(() => {
      const isSpeaking = hasStarted && speech.speaking;
      wasSpeaking = wasSpeaking || isSpeaking;
      quiet = isSpeaking ? 0 : quiet + 1;
      // An engine may lose the report of an end.
      if (wasSpeaking && quiet > 1) goOn();
      // Even a slow voice needs less than a second for a character.
      else if (quiet > 4 || ++seconds > 10 + item.text.length)
        end('设备没有发出声音，朗读停止了。请检查音量和系统的语音设置');
    }, 1000);
  };
  const toggle = () => {
    if (button.textContent === '暂停') {
      silence();
      return show('继续', '已暂停', true);
    }
    const voice = mandarinVoice(speech.getVoices());
    if (!voice) return show('朗读', '这台设备没有普通话语音，不能朗读', false);
    show('暂停', '', true);
    next(++turn, voice);
  };
  button.onclick = toggle;
  stop.onclick = () => end('已停止');
  addEventListener('pagehide', () => end(''));
  toggle();
})();
