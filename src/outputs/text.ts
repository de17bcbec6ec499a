import { correctionLine } from '../letter/schema/corrections.ts';
import { inlineText } from '../letter/text.ts';
import { letterText } from '../letter/text.ts';
import { absoluteUrl } from '../site/urls.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { Format } from './format.ts';

/** What stands above it is the letter and nothing else. */
export const DIVIDER = '────────';

/** The letter to read without a browser; below the divider, our notes and the address. */
export const plainText: Format = {
  file: 'letter.txt',
  mediaType: 'text/plain',
  label: '纯文本',
  rels: ['alternate', 'item'],
  render: (letter, site) => {
    const notes = letter.notes.map(
      ({ number, paragraphs }) => `${number}. ${paragraphs.map(inlineText).join('\n')}`,
    );
    return [
      ...letterText(letter).map((piece) => piece.text),
      DIVIDER,
      '以上为答复全文。以下为本站所加，不属于答复。',
      ...(notes.length > 0 ? ['编者注', ...notes] : []),
      ...(letter.corrections.length > 0 ? ['更正', ...letter.corrections.map(correctionLine)] : []),
      ...letter.source.omitted.map(({ text, reason }) => `未收入的原文：“${text}”（${reason}）`),
      `网址：${absoluteUrl(site, letterPath(letter))}`,
      '',
    ].join('\n\n');
  },
};
