import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mandarinVoice } from './mandarin-voice.ts';

/** The language of the voice that is chosen of a device's list. */
const chosen = (list: string) =>
  mandarinVoice(
    list.split(', ').map((voice) => {
      const [lang, ...name] = voice.split(' ');
      return { lang, name: name.join(' ') } as SpeechSynthesisVoice;
    }),
  )?.lang;

for (const [device, list, voice] of [
  ['Windows with a voice of Hong Kong', 'en-US, zh-HK Microsoft Danny, zh-CN Huihui', 'zh-CN'],
  ['Apple', 'zh-TW Mei-Jia, zh-HK Sin-ji, zh-CN Ting-Ting', 'zh-CN'],
  ['Android', 'en_US, zh_TW_#Hant, yue_HK_#Hant, zh_CN_#Hans', 'zh_CN_#Hans'],
  ['Edge', 'zh-CN-liaoning Xiaobei, zh-HK, zh-CN Xiaoxiao', 'zh-CN'],
  ['Edge with a dialect alone', 'zh-TW, zh-CN-shaanxi Xiaoni', 'zh-CN-shaanxi'],
  ['eSpeak', 'yue, cmn-latn-pinyin, cmn', 'cmn'],
  ['an old eSpeak', 'zh-yue cantonese, zh Mandarin', 'zh'],
  ['other names', 'zh-SG, zh, zh-Hans, cmn-Hans-CN', 'cmn-Hans-CN'],
  ['no voice of the mainland', 'zh-HK, zh-TW', 'zh-TW'],
  ['a script alone', 'zh, zh-Hans', 'zh-Hans'],
  ['Cantonese that calls itself Chinese', 'zh Google 粤語, zh-SG', 'zh-SG'],
  ['Cantonese alone', 'en-US, zh-HK, yue-CN, zh-Hant-HK, zh-MO, zh_HK_#Hant', undefined],
  ['Pinyin alone', 'cmn-latn-pinyin', undefined],
  ['no Chinese', 'en-US, ja-JP', undefined],
] as const)
  test(`the voice on ${device}`, () => assert.equal(chosen(list), voice));
