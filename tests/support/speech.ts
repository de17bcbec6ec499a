import type { Page } from 'playwright-core';

/** A device that speaks, as a page meets it. */
export interface Device {
  /** The language of each voice, in the order of the device's list; `zh Cantonese` has a name too. */
  voices: string[];
  /** When the voices are there, in ms after the first request for them; the device may not report it. */
  voicesAfter?: number;
  reportsVoices?: boolean;
  /**
   * What becomes of an utterance: it is spoken until `window.finish()`; nothing; a start without sound; sound
   * without an end; an end that is not reported; an error.
   */
  engine?: 'speaks' | 'silent' | 'soundless' | 'endless' | 'forgetful' | 'failing';
}

/**
 * Puts a speech device into a page, which a headless browser lacks. Its utterances are in `window.spoken`,
 * with the language of their voice; `window.finish()` ends the one being spoken.
 */
export const withDevice = (page: Page, device: Device): Promise<unknown> =>
  page.addInitScript(
    ({ voices, voicesAfter = 0, reportsVoices = false, engine = 'speaks' }: Device) => {
      type Handlers = Record<'onstart' | 'onend' | 'onerror', (() => void) | undefined>;
      const spoken: { text: string; voice: string; lang: string }[] = [];
      let current: (SpeechSynthesisUtterance & Handlers) | undefined;
      let asked: number | undefined;
      const all = voices.map((voice) => {
        const [lang, name = ''] = voice.split(' ');
        return { lang, name };
      });
      const speech = {
        onvoiceschanged: null as (() => void) | null,
        speaking: false,
        getVoices() {
          if (asked === undefined) {
            asked = Date.now();
            if (reportsVoices) setTimeout(() => speech.onvoiceschanged?.(), voicesAfter);
          }
          return Date.now() - asked >= voicesAfter ? all : [];
        },
        speak(utterance: SpeechSynthesisUtterance & Handlers) {
          current = utterance;
          const { text, voice, lang } = utterance;
          spoken.push({ text, voice: voice!.lang, lang });
          if (engine === 'silent') return;
          if (engine === 'failing') return void setTimeout(() => utterance.onerror?.());
          speech.speaking = engine !== 'soundless';
          queueMicrotask(() => utterance.onstart?.());
          if (engine === 'forgetful') setTimeout(() => (speech.speaking = false), 1500);
        },
        cancel() {
          const cancelled = current;
          current = undefined;
          speech.speaking = false;
          // Browsers report a cancelled utterance as ended or as an error, a moment later.
          setTimeout(() => cancelled?.onend?.());
        },
        /** Android stops for good here. */
        pause() {
          speech.cancel();
        },
        resume() {},
      };
      const finish = () => current?.onend?.();
      class Utterance {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken, finish });
    },
    device,
  );

export const withChineseVoice = (page: Page): Promise<unknown> =>
  withDevice(page, { voices: ['en-US', 'zh-CN'] });
