import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALL, type Circumstances, type CommandName, type Fault } from './try-fault.ts';

/** The commands that read the content. */
const READERS: CommandName[] = ['check', 'build', 'record', 'handover'];
/** The commands that read every letter; a letter is handed over whatever is wrong with others. */
const READERS_OF_ALL = READERS.filter((name) => name !== 'handover');
/** The commands that read the built site. */
const SERVERS: CommandName[] = ['record', 'deploy', 'rollback', 'serve'];

const FAIL = pathToFileURL(resolve('tests/support/fail.ts')).href;
/** A setting by which calls of `node:fs` fail. */
const failAt = (code: string, pattern: string): Circumstances => ({
  settings: { NODE_OPTIONS: `--import ${FAIL}`, FAIL_AT: `${code} ${pattern}` },
});
/** Removes what is at a path, and puts something else in its place. */
const replace =
  (path: string, put: (path: string) => void) =>
  (project: string): void => {
    rmSync(join(project, path), { recursive: true, force: true });
    mkdirSync(dirname(join(project, path)), { recursive: true });
    put(join(project, path));
  };
const KINDS: [name: string, put: (path: string) => void][] = [
  ['a file', (path) => writeFileSync(path, 'x')],
  ['a folder', (path) => mkdirSync(path)],
  ['a link to nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
  ['a pipe', (path) => void spawnSync('mkfifo', [path])],
  ['nothing', () => {}],
];
/** A fault for each thing in the place of another, except for those that are right there. */
const inPlaceOf = (
  path: string,
  hits: CommandName[],
  says: RegExp,
  right: string[],
  tries?: CommandName[],
): Fault[] =>
  KINDS.filter(([kind]) => !right.includes(kind)).map(([kind, put]) => ({
    name: `${path} is ${kind}`,
    hits,
    says,
    prepare: replace(path, put),
    ...(tries && { tries }),
  }));
const write = (path: string, bytes: string | Uint8Array) =>
  replace(path, (at) => writeFileSync(at, bytes));
/** A name that is no UTF-8, in a folder of the project. */
const nameOfBytes = (folder: string) => (project: string) =>
  writeFileSync(Buffer.concat([Buffer.from(join(project, folder, 'x')), Buffer.from([0xff])]), '');

const asNobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups';
const isRoot = process.getuid?.() === 0;

/** Every fault of the table. */
export const FAULTS: Fault[] = [
  ...inPlaceOf('content', [...READERS, 'withhold'], /content/, ['a folder']),
  ...inPlaceOf('content/rd17-3', READERS, /content\/rd17-3|一份答复也没有|不见了/, [
    'a folder',
    'nothing',
  ]),
  ...inPlaceOf('content/rd17-3/273.md', READERS, /content\/rd17-3/, ['a file']),
  ...inPlaceOf('content/rd17-3/273.txt', READERS, /content\/rd17-3\/273/, ['a file']),
  ...inPlaceOf('content/rd17-3/273.figures.yaml', ['check'], /content\/rd17-3\/273/, ['nothing']),
  ...inPlaceOf('content/site.yaml', READERS, /content\/site\.yaml/, []),
  ...inPlaceOf('content/pages', READERS, /content\/pages/, ['a folder']),
  ...inPlaceOf('content/pages/about.md', READERS, /content\/pages\/about\.md/, []),
  ...inPlaceOf('content/addresses', [], /content\/addresses/, ['a folder']),
  ...inPlaceOf('content/addresses/rd17-3.txt', [], /content\/addresses|没有登记/, []),
  ...inPlaceOf(
    'dist',
    [],
    /dist|还没有生成网站|没有可以退回/,
    [],
    ['build', 'record', 'deploy', 'rollback', 'withhold', 'serve'],
  ),
  ...inPlaceOf('dist/index.html', [], /dist|还没有生成网站|主办/, ['a file'], SERVERS),
  ...inPlaceOf('dist/robots.txt', [], /dist|还没有生成网站|SITE_URL/, [], SERVERS),
  ...inPlaceOf(
    '.cache',
    [],
    /\.cache/,
    ['a folder', 'nothing'],
    ['build', 'add', 'withhold', 'handover'],
  ),
  ...inPlaceOf('.cache/pdf', [], /\.cache\/pdf/, ['a folder', 'nothing'], ['build', 'handover']),
  ...inPlaceOf('.cache/add', [], /\.cache\/add/, ['a folder', 'nothing'], ['add']),
  ...inPlaceOf(
    '.dist.build',
    [],
    /\.dist\.build/,
    ['a folder', 'nothing'],
    ['build', 'withhold', ...SERVERS],
  ),
  ...inPlaceOf('.astro', [], /\.astro/, ['a folder', 'nothing'], ['build', 'withhold']),
  ...inPlaceOf('private', [], /private/, ['a folder', 'nothing'], ['check', 'withhold']),
  ...inPlaceOf('handover', [], /handover/, ['a folder', 'nothing'], ['handover']),
  ...inPlaceOf('../replies', [], /replies/, ['nothing'], ['deploy', 'rollback']),
  ...inPlaceOf(
    '../.replies.releases',
    [],
    /\.replies\.releases|没有可以退回/,
    ['a folder', 'nothing'],
    ['deploy', 'rollback'],
  ),
  ...(
    [
      ['content/site.yaml', 'name: [', /content\/site\.yaml:1/],
      ['content/site.yaml', '', /content\/site\.yaml:1/],
      ['content/site.yaml', 'null', /content\/site\.yaml:1/],
      ['content/site.yaml', '- a', /content\/site\.yaml:1/],
      ['content/site.yaml', '\0', /content\/site\.yaml:1/],
      ['content/site.yaml', 'a: &a [*a]', /content\/site\.yaml:1/],
      ['content/site.yaml', Buffer.from([0xff, 0xfe, 0]), /content\/site\.yaml:1/],
      ['content/rd17-3/273.md', '', /273\.md:1/],
      ['content/rd17-3/273.md', '---\n---\n', /273\.md:2/],
      ['content/rd17-3/273.md', Buffer.from([0xff, 0xfe, 0xfd]), /273\.md:1/],
      ['content/rd17-3/273.txt', '', /273\.(?:txt|md):1/],
      ['content/rd17-3/273.txt', Buffer.from([0xff, 0xfe, 0xfd]), /273\.txt:1/],
      ['content/rd17-3/273.figures.yaml', '{', /figures\.yaml:1/],
      ['content/rd17-3/273.figures.yaml', Buffer.alloc(8), /figures\.yaml:1/],
      ['content/rd17-3/274.docx', 'PK\x03\x04', /274\.docx:1/],
      ['content/pages/about.md', '---\n{\n---\n', /about\.md:3/],
      ['content/pages/Über uns.md', '', /Über uns\.md:1/],
      ['content/rd17-3/a\nb.md', '', /content\/rd17-3\/a/],
      ['content/unknown.txt', '', /content\/unknown\.txt:1/],
    ] as const
  ).map(([path, bytes, says]): Fault => ({
    name: `${path} is ${JSON.stringify(String(bytes))}`,
    hits: /273|pages/.test(path) ? READERS : READERS_OF_ALL,
    says,
    prepare: write(path, bytes),
    tries: ['check', 'build', 'record', 'withhold', 'handover'],
  })),
  {
    name: 'a letter has a name of other bytes',
    hits: READERS_OF_ALL,
    says: /content\/rd17-3\//,
    prepare: nameOfBytes('content/rd17-3'),
  },
  {
    name: 'a folder has a name of other bytes',
    hits: READERS_OF_ALL,
    says: /content\//,
    prepare: nameOfBytes('content'),
  },
  { name: 'dist has a name of other bytes', hits: [], says: /dist/, prepare: nameOfBytes('dist') },
  {
    name: 'private/.plan.json is no plan',
    hits: ['withhold'],
    says: /private\/\.plan\.json/,
    prepare: write('private/.plan.json', '{'),
    tries: ['withhold'],
  },
  {
    name: 'the release does not say its previous',
    hits: ['rollback'],
    says: /没有可以退回/,
    tries: ['rollback'],
    prepare: (_, served) => {
      const store = join(dirname(served), '.replies.releases');
      for (const name of readdirSync(store))
        writeFileSync(join(store, name, 'previous'), '../../../etc');
    },
  },
  ...[
    'gov.example',
    'http://',
    'https://u:p@gov.example/',
    'https://gov.example/答复/',
    'ftp://x/',
    '//x',
    'https://[::1',
    'javascript:1',
    'https://gov.example/?a',
    '\u001B[31m',
  ].map((url): Fault => ({
    name: `SITE_URL is ${JSON.stringify(url)}`,
    hits: ['build', 'handover', 'serve'],
    says: /SITE_URL/,
    prepare: () => ({ settings: { SITE_URL: url } }),
    tries: ['build', 'handover', 'serve'],
  })),
  ...['abc', '99999', '-1', '1.5', ''].map((port): Fault => ({
    name: `PORT is ${JSON.stringify(port)}`,
    hits: port === '' ? [] : ['serve'],
    says: /端口/,
    prepare: () => ({ settings: { PORT: port } }),
    tries: ['serve'],
  })),
  ...(
    [
      [
        'ENOSPC',
        '^(?:write|mkdir|copyFile)',
        ALL.filter((name) => !/check|serve|rollback|record/.test(name)),
        /磁盘已满/,
      ],
      [
        'ENOSPC',
        String.raw`^write(?:File)?.*(?:site|chunks|\.prerender)`,
        ['build'],
        /磁盘已满（ENOSPC）：.*\.dist\.build/,
      ],
      [
        'ENOSPC',
        String.raw`^(?:writeFile|write).*content$`,
        ['build'],
        /磁盘已满（ENOSPC）：.*content/,
      ],
      ['EDQUOT', String.raw`^fsync`, ['add', 'withhold', 'withdraw'], /磁盘已满/],
      [
        'EIO',
        '^readFile.*273',
        ['check', 'build', 'record', 'handover', 'withhold', 'withdraw'],
        /系统报错（EIO）：.*273/,
      ],
      [
        'EIO',
        '^readdir.*content',
        ['check', 'build', 'record', 'handover'],
        /系统报错（EIO）：.*content/,
      ],
      [
        'EMFILE',
        String.raw`^(?:readFile|open).*(?<!src/)content/rd`,
        READERS,
        /打开的文件太多.*content/,
      ],
      [
        'EACCES',
        '^rename',
        ['build', 'deploy', 'rollback', 'withhold', 'withdraw', 'handover'],
        /没有读写的权限/,
      ],
      ['EBUSY', String.raw`^rename.*/dist .*/old`, ['build'], /正被占用（EBUSY）：.*\/dist。/],
      ['EBUSY', String.raw`^rename.*replies .*replaced`, [], /正被占用（EBUSY）：.*\/replies。/],
      [
        'EBUSY',
        String.raw`^rmSync .*/dist$`,
        ['withhold', 'withdraw'],
        /正被占用（EBUSY）：.*\/dist。[^]*还没有做完/,
      ],
      [
        'EACCES',
        String.raw`^renameSync .*waiting .*(?<!waiting)$`,
        ['withhold', 'withdraw'],
        /没有读写的权限（EACCES）：[^]*还没有做完/,
      ],
      [
        'EXDEV',
        '^(?:rename|link)',
        ['build', 'deploy', 'add', 'withhold', 'withdraw', 'handover'],
        /不在同一个磁盘上/,
      ],
      [
        'EROFS',
        '^(?:mkdir|write|copyFile|link|rename)',
        ['build', 'deploy', 'add', 'withhold', 'withdraw', 'handover'],
        /没有读写的权限/,
      ],
      ['ESTALE', '^readFile.*site.yaml', READERS, /系统报错（ESTALE）/],
    ] as const
  ).map(([code, pattern, hits, says]): Fault => ({
    name: `${code} of ${pattern}`,
    hits: [...hits],
    says,
    prepare: () => failAt(code, pattern),
    tries: hits.length > 0 ? [...hits] : ['deploy'],
  })),
  {
    name: 'a file may have 40 KB',
    hits: ['build'],
    says: /磁盘已满/,
    prepare: () => ({ before: 'ulimit -f 40;' }),
  },
  // Of a server that runs on, and says so to nobody, there is nothing to see.
  ...[
    { name: 'the output is full', after: '>/dev/full' },
    { name: 'the output is closed', after: '>&-' },
  ].map(({ name, after }): Fault => ({
    name,
    hits: [],
    says: /./,
    prepare: () => ({ after }),
    tries: ALL.filter((command) => command !== 'serve'),
  })),
  { name: 'the input is closed', hits: [], says: /./, prepare: () => ({ after: '<&-' }) },
  {
    name: 'the reader of the output goes away',
    hits: [],
    says: /./,
    prepare: () => ({ before: '{', after: '2>&1; } | head -c 1' }),
    tries: ALL.filter((name) => name !== 'serve'),
  },
  {
    name: 'there is no folder for temporary files',
    hits: [],
    says: /./,
    prepare: () => ({ settings: { TMPDIR: '/nowhere', HOME: '/nowhere' } }),
  },
  ...(isRoot
    ? ([
        {
          name: 'nobody may write',
          hits: ['build', 'deploy', 'add', 'withhold', 'handover'],
          says: /没有读写的权限（EACCES）：/,
          prepare: () => ({ before: asNobody }),
          tries: ['build', 'deploy', 'add', 'withhold', 'handover'],
        },
        {
          name: 'nobody may read 273.md',
          hits: ['check', 'record', 'handover'],
          says: /没有读写的权限（EACCES）：.*273\.md/,
          prepare: (project: string) => {
            chmodSync(join(project, 'content/rd17-3/273.md'), 0);
            return { before: asNobody };
          },
          tries: ['check', 'record', 'handover'],
        },
        {
          name: 'nobody may look into content',
          hits: ['check', 'record', 'handover'],
          says: /没有读写的权限（EACCES）：.*content/,
          prepare: (project: string) => {
            chmodSync(join(project, 'content'), 0o000);
            return { before: asNobody };
          },
          tries: ['check', 'record', 'handover'],
        },
        {
          name: 'nobody may look into dist',
          hits: [],
          says: /没有读写的权限（EACCES）：.*dist|还没有生成/,
          prepare: (project: string) => {
            chmodSync(join(project, 'dist'), 0o000);
            return { before: asNobody };
          },
          tries: ['deploy', 'serve'],
        },
      ] satisfies Fault[])
    : []),
];
