import type { Page } from 'playwright-core';

/**
 * Adds a Chinese voice to a page, which a headless browser lacks. It is silent; its texts are in
 * `window.spoken`, and `window.finish()` ends the sentence being spoken.
 */
export const withChineseVoice = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const spoken: string[] = [];
    let current: SpeechSynthesisUtterance | undefined;
    const speech = {
      onvoiceschanged: null,
      getVoices: () => [{ lang: 'en-US' }, { lang: 'zh-CN' }],
      speak(utterance: SpeechSynthesisUtterance) {
        current = utterance;
        spoken.push(utterance.text);
      },
      cancel() {
        const cancelled = current;
        current = undefined;
        // Browsers report a cancelled sentence as ended or as an error, a moment later.
        setTimeout(() => cancelled?.onend?.({} as SpeechSynthesisEvent));
      },
    };
    const finish = () => current?.onend?.({} as SpeechSynthesisEvent);
    class Utterance {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken, finish });
  });
