import { correctionLine } from '../letter/schema/corrections.ts';
import { inlineText } from '../letter/body.ts';
import { timeRemark } from '../letter/moments.ts';
import { letterText } from '../letter/text.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { Format } from '../site/format.ts';
import { absoluteUrl } from '../site/urls.ts';

/** The line between the letter and what this site adds. */
export const DIVIDER = '────────';

/** The letter as plain text; below the divider, the notes, the corrections and the address. */
export const plainText: Format = {
  file: 'letter.txt',
  label: '纯文本',
  rels: ['alternate', 'item'],
  render: (letter, site) => {
    const notes = letter.notes.map(
      ({ number, paragraphs }) => `${number}. ${paragraphs.map(inlineText).join('\n')}`,
    );
    const remark = timeRemark(letter);
    return [
      ...letterText(letter).map(({ text }) => text),
      DIVIDER,
      '以上为答复全文。以下为本站所加，不属于答复。',
      ...(remark ? [remark] : []),
      ...(notes.length > 0 ? ['编者注', ...notes] : []),
      ...(letter.corrections.length > 0 ? ['更正', ...letter.corrections.map(correctionLine)] : []),
      `网址：${absoluteUrl(site, letterPath(letter))}`,
      '',
    ].join('\n\n');
  },
  // The letter itself may contain such a line; the text after the last divider is never the letter's.
  words: (content) => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return text.slice(0, text.lastIndexOf(`\n\n${DIVIDER}\n\n`));
  },
};
