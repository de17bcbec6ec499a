import type { Letter } from '../letter/types.ts';
import { setPdf } from '../typeset/set.ts';
import type { Format } from './format.ts';
import { pdfData } from './pdf-data.ts';

/** The letter in its official form, to print and to forward; named so that it is known in a folder of others. */
export const pdf = ({ key }: Letter): Format => ({
  file: `${key.replace('/', '-')}.pdf`,
  mediaType: 'application/pdf',
  label: '公文版式（PDF）',
  rels: ['alternate', 'item'],
  pages: (content) => Buffer.from(content).toString('latin1').split('/Type /Page\n').length - 1,
  render: (letter, site) => setPdf(pdfData(letter, site), `content/${letter.key}.md`),
});
