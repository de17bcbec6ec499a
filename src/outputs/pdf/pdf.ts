import type { Letter } from '../../letter/letter.ts';
import { typesetPdf } from '../../typst/typeset.ts';
import type { Format } from '../format.ts';
import { pdfData } from './data.ts';

/** The letter in its official form, to print and to forward; named so that it is known in a folder of others. */
export const pdf = ({ key }: Letter): Format => ({
  file: `${key.replace('/', '-')}.pdf`,
  mediaType: 'application/pdf',
  label: '公文版式（PDF）',
  rels: ['alternate', 'item'],
  pages: (content) => Buffer.from(content).toString('latin1').split('/Type /Page\n').length - 1,
  render: (letter, site) => typesetPdf(pdfData(letter, site), `content/${letter.key}.md`),
});
