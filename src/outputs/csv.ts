import { figuresBySection } from '../letter/chart.ts';
import { fragmentLabel } from '../letter/fragment.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { Format } from '../site/format.ts';
import { absoluteUrl } from '../site/urls.ts';
import { csvTable } from './csv-table.ts';

const HEAD = ['部分', '项目', '数值', '单位', '时间', '段落', '原文', '网址'];

/** The figures as a table. */
export const figuresCsv: Format = {
  file: 'figures.csv',
  label: '数字一览（CSV）',
  rels: ['item'],
  render: (letter, site) => {
    const rows = figuresBySection(letter, letter.figures!).flatMap(({ heading, figures: group }) =>
      group.map(({ p, what, value, unit, asOf = '', quote }) => {
        const address = absoluteUrl(site, `${letterPath(letter)}#${p}`);
        return [heading, what, value, unit, asOf, fragmentLabel(p), quote, address];
      }),
    );
    return csvTable([HEAD, ...rows]);
  },
  words: null,
};
