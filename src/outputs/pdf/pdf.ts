import type { Letter } from '../../letter/letter.ts';
import { letterText } from '../../letter/text.ts';
import { pdfName } from '../../permalinks/paths.ts';
import type { Format } from '../../site/format.ts';
import { typesetPdf } from '../../typst/typeset.ts';
import { pdfData } from './data.ts';
import { inOfficialOrder } from './official-order.ts';
import { pdfWords } from './read.ts';

/** The letter in its official form, to print and to forward. Its name identifies it in a folder of others. */
export const pdf = ({ key }: Letter): Format => ({
  file: pdfName(key),
  label: '公文版式（PDF）',
  rels: ['alternate', 'item'],
  pages: (content) => Buffer.from(content).toString('latin1').split('/Type /Page\n').length - 1,
  render: (letter, site) => typesetPdf(pdfData(letter, site), `content/${letter.key}.md`),
  words: pdfWords,
  text: (letter) => inOfficialOrder(letterText(letter), ({ id }) => id),
});
