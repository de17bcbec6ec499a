import { parseKey } from '../letter/key.ts';
import { fullTitle, proposalKind, proposerKind } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import type { Session } from '../letter/sessions.ts';
import type { Site } from '../content/site-schema.ts';
import { letterPath } from '../permalinks/paths.ts';
import { absoluteUrl } from '../site/urls.ts';
import { csvTable } from './csv-table.ts';

/** Keeps a spreadsheet from taking words of a letter for a formula (OWASP, CSV Injection). */
const plain = (words: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words;

/** The columns; the number of the reply stands apart, since a spreadsheet takes 7-2 for a date. */
const COLUMNS: [
  head: (session: Pick<Session, 'proposal'>) => string,
  value: (letter: Letter, site: Site) => string,
][] = [
  [() => '编号', ({ proposal }) => String(proposal.number)],
  [() => '第几份答复', ({ key }) => String(parseKey(key)?.reply ?? 1)],
  [
    ({ proposal }) => proposalKind(proposal),
    (letter) => plain(letter.proposal.title ?? fullTitle(letter)),
  ],
  [({ proposal }) => `领衔${proposerKind(proposal)}`, ({ proposal }) => plain(proposal.lead ?? '')],
  [() => '答复单位', ({ signatories }) => plain(signatories.join('、'))],
  [() => '落款日期（照原文）', ({ date }) => plain(date?.printed ?? '')],
  [() => '办理类别', ({ category = '' }) => plain(category)],
  [() => '本站公布时间', ({ published }) => published],
  [() => '网址', (letter, site) => absoluteUrl(site, letterPath(letter))],
  [() => '所公布原文的 SHA-256', ({ sha256 }) => sha256],
];

/** The letters of a session as a table, one a row. */
export const sessionCsv = (
  { proposal, letters }: Pick<Session, 'proposal' | 'letters'>,
  site: Site,
): string =>
  csvTable([
    COLUMNS.map(([head]) => head({ proposal })),
    ...letters.map((letter) => COLUMNS.map(([, value]) => value(letter, site))),
  ]);
