import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeLetters } from '../../bench/sample-letters.ts';
import { writeLetter } from '../../src/intake/write.ts';
import { formatLedgerFile, ledgerFile } from '../../src/permalinks/ledger.ts';
import { setUpProject } from '../../src/setup/project.ts';
import { letter } from './content.ts';
import { writeForms } from './forms.ts';
import { keepLetter273, quickly, run, typesetFiles, withoutTypst } from './project.ts';
import { addCase, cases } from './received.ts';
import { PROPOSAL, PROPOSAL_RECEIVED, RECEIVED, SAMPLE } from './sample.ts';
import { FIRST_ANSWERS } from './set-up.ts';

/** The recipe of a fixture: a copy of the project that many tests read. */
export interface Recipe {
  /** Changes the copy's content before it is built. */
  prepare(folder: string): void | Promise<void>;
  settings: Record<string, string>;
}

/** Replaces text in a file of a copy's content. */
function edit(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, 'content', name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const CELLS = ['项目名称', '建设地点', '主管部门', '计划投资', '完成投资', '开工时间', '备注'];
const ROW = `| ${CELLS.join(' | ')} |`;

/** The invented publisher of a site. */
const SITE_PUBLISHER = `
publisher: {name: 某某志愿者, kind: 其他}
contact: 电话 0574-63810000
icp: 浙ICP备00000000号-1
police: 浙公网安备00000000000000号
siteCode: '0000000000'
`;

/** The marks of a letter that a person decided to publish, and the person. */
export const CLOSED_MARKS = ['秘密★1年', '公开方式：依申请公开', '内部资料，注意保存'];
export const REVIEWER = '王审查';

export const RECIPES = {
  /** The project as it is, built in another place, time zone and language, and without fonts. */
  again: {
    prepare: () => {},
    settings: {
      TZ: 'America/Los_Angeles',
      LC_ALL: 'tr_TR.UTF-8',
      FONTCONFIG_FILE: resolve('src/typst/no-fonts.conf'),
    },
  },

  /** Letter 273 alone, its PDF and pictures set before the pages are made. */
  alone: {
    prepare(folder) {
      keepLetter273(folder);
      run(folder, ['scripts/typeset.ts']);
      writeFileSync(join(folder, 'set.json'), JSON.stringify(typesetFiles(folder)));
    },
    settings: quickly,
  },

  /** The project of a new publisher, before the first letter. */
  empty: {
    prepare(folder) {
      setUpProject(folder, FIRST_ANSWERS, '2026-12-01');
    },
    settings: withoutTypst,
  },

  /** Letter 273 among 399 others of its session, and three of two other sessions. */
  many: {
    prepare(folder) {
      keepLetter273(folder);
      writeLetters(folder, [
        {
          body: '人大',
          congress: 17,
          session: 3,
          numbers: numbersTo(400).filter((n) => n !== 273),
        },
        { body: '人大', congress: 17, session: 2, numbers: [7] },
        { body: '政协', congress: 10, session: 2, numbers: [5, 512] },
      ]);
    },
    settings: withoutTypst,
  },

  /**
   * Letters of a county, below a path as on a shared host: letter 273 and thirty other letters of its
   * session, each of which but one names the number of another; a letter with a wide table; and in another
   * session a letter without deputy, a letter of two bureaus, a second reply, and a number of seven figures.
   */
  county: {
    prepare(folder) {
      keepLetter273(folder);
      writeLetters(folder, [
        { body: '人大', congress: 17, session: 3, numbers: numbersTo(30) },
        { body: '人大', congress: 17, session: 2, numbers: [7] },
        { body: '政协', congress: 10, session: 2, numbers: [5, 512, 2026081] },
      ]);
      const both = (name: string, change: (text: string) => string) => {
        for (const ending of ['md', 'txt']) edit(folder, `${name}.${ending}`, change);
      };
      for (const number of numbersTo(30).filter((other) => other !== 6))
        both(`rd17-3/${number}`, (text) => text.replace('感谢', '第6号建议另行答复。感谢'));
      edit(
        folder,
        'site.yaml',
        (text) => text.replace('city: 慈溪市', 'city: 慈溪县') + SITE_PUBLISHER,
      );
      edit(folder, 'zx10-2/5.md', (text) => text.replace(/lead: [^}]+/, 'lead: 无'));
      for (const ending of ['md', 'txt'])
        cpSync(
          join(folder, `content/zx10-2/512.${ending}`),
          join(folder, `content/zx10-2/512-2.${ending}`),
        );
      const bureau = '慈溪县市场样例局';
      edit(folder, 'zx10-2/512.md', (text) =>
        text.replace(/signatories: \[(.*)\]/, `signatories: [$1, ${bureau}]`),
      );
      edit(folder, 'zx10-2/512.txt', (text) => text.replace(/(样例局)\n/, `$1\n${bureau}\n`));
      const opening = '您提出的';
      edit(folder, 'rd17-2/7.md', (text) =>
        text.replace(opening, `${ROW}\n|${'---|'.repeat(7)}\n${ROW}\n\n${opening}`),
      );
      edit(folder, 'rd17-2/7.txt', (text) =>
        text.replace(opening, `${CELLS.join('').repeat(2)}\n${opening}`),
      );
    },
    settings: { ...withoutTypst, SITE_URL: 'https://gov.example/replies' },
  },

  /**
   * Letter 273, two letters with every part, of which a correction deleted a paragraph of one and the text of
   * its proposal is published, and the other came with marks of secrecy and was reviewed; and in another session
   * letters of all forms, and one that is withdrawn.
   */
  corrected: {
    async prepare(folder) {
      const file = (name: string) => join(folder, 'content/rd17-3', name);
      const bureau = (text: string) => text.replace(/某某局(?=\]|\n2019)/, '慈溪市经济和信息化局');
      const correction =
        '{date: 2026-12-01 10:00, what: 删去误录的一段, why: 与原件不符, removed: [p5]}';
      const markdown = SAMPLE.replace('source:\n', `corrections:\n  - ${correction}\nsource:\n`);
      writeFileSync(file('9.md'), bureau(markdown));
      writeFileSync(file('9.txt'), bureau(RECEIVED));
      const withheld = PROPOSAL.replace('：张三', '：（依法不公开）').replace(
        'published',
        "withheld: [{at: p1, why: 个人信息, on: '2026-12-01'}]\npublished",
      );
      writeFileSync(file('9.proposal.md'), withheld);
      writeFileSync(
        file('9.proposal.txt'),
        PROPOSAL_RECEIVED.replace('：张三', '：（依法不公开）'),
      );
      const reviewed = SAMPLE.replace(
        '  omitted:\n',
        `  omitted:\n${CLOSED_MARKS.map((mark) => `    - {text: ${mark}, reason: 著录信息}\n`).join('')}`,
      ).replace(
        'source:\n',
        `review: {by: ${REVIEWER}, on: '2026-12-01', decision: 公开}\nsource:\n`,
      );
      writeFileSync(file('10.md'), letter(10, bureau(reviewed)));
      writeFileSync(file('10.txt'), letter(10, bureau(`${CLOSED_MARKS.join('\n')}\n${RECEIVED}`)));
      await writeForms(folder);
      const withdrawn = 'rd17-4/20';
      const decision = '---\nwithdrawn: {on: 2026-12-01, why: 个人信息, by: 某某局}\n---\n';
      writeFileSync(join(folder, `content/${withdrawn}.md`), decision);
      const page: [string, Map<string, string>] = [`${withdrawn}/`, new Map([['letter.txt', '']])];
      writeFileSync(join(folder, ledgerFile(`${withdrawn}/`)), formatLedgerFile([page]));
    },
    settings: { ...quickly, SITE_URL: 'https://gov.example/open/replies' },
  },

  /** Letter 273 and every received letter of the tests that `npm run add` accepts. */
  received: {
    async prepare(folder) {
      keepLetter273(folder);
      edit(
        folder,
        'site.yaml',
        (text) => `${text}categories: [{mark: A, means: 所提问题已经解决}]\n`,
      );
      for (const one of cases.filter(({ expected }) => expected.exit !== 1)) {
        const { key, edition, received } = await addCase(one);
        const path = `content/${key}`;
        writeLetter(
          folder,
          path,
          { file: `${path}.md`, bytes: new TextEncoder().encode(edition) },
          { file: received, bytes: readFileSync(one.file) },
        );
      }
    },
    settings: quickly,
  },
} satisfies Record<string, Recipe>;

export type FixtureName = keyof typeof RECIPES;
