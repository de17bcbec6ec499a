import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { received } from './add.ts';
import { copyProject, environment, keepLetter273, newFolder } from './project.ts';
import { DIST } from './site.ts';

/** The commands that a clerk or an operator runs, with what each needs. */
export const COMMANDS = {
  check: () => ['check.ts'],
  build: () => ['build.ts'],
  record: () => ['record.ts'],
  deploy: (served) => ['deploy.ts', served],
  rollback: (served) => ['deploy.ts', served, '--rollback'],
  add: () => ['add.ts', received('plain')],
  withhold: () => [
    ...['withhold.ts', 'rd17-3/273', '--at', 'contact', '--words', '63813127'],
    ...['--why', '个人信息'],
  ],
  withdraw: () => ['withdraw.ts', 'rd17-3/273', '--why', '个人信息'],
  handover: () => ['handover.ts', 'rd17-3/273'],
  serve: () => ['serve.ts'],
} satisfies Record<string, (served: string) => string[]>;
export type CommandName = keyof typeof COMMANDS;
export const ALL = Object.keys(COMMANDS) as CommandName[];
/** The commands that read the content. */
const READERS: CommandName[] = ['check', 'build', 'record', 'handover'];
/** The commands that read every letter; a letter is handed over whatever is wrong with others. */
const READERS_OF_ALL = READERS.filter((name) => name !== 'handover');
/** The commands that read the built site. */
const SERVERS: CommandName[] = ['record', 'deploy', 'rollback', 'serve'];

/** How a command is run under a fault; by default as any other. */
export interface Circumstances {
  settings?: Record<string, string>;
  /** Shell words before the command, such as a limit. */
  before?: string;
  /** Shell words after it, such as a redirection. */
  after?: string;
  /** Arguments in place of the command's own. */
  args?: string[];
}

/** Something that goes wrong, and what is said about it. */
export interface Fault {
  name: string;
  /** The commands that must fail; the others fail in the same way, or do their work. */
  hits: CommandName[];
  /** Matches the report of those that fail: what is wrong, and where. */
  says: RegExp;
  /** Prepares the project, whose `replies` is beside it. */
  prepare?: (project: string, served: string) => Circumstances | void;
  /** The commands that are tried; by default all. */
  tries?: CommandName[];
}

/** The project that each fault gets a copy of: letter 273 with its ledger and a site for the public. */
function makeBase(): string {
  const project = copyProject();
  keepLetter273(project);
  cpSync('content/addresses', join(project, 'content/addresses'), { recursive: true });
  cpSync(DIST, join(project, DIST), { recursive: true });
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(project, name), change(readFileSync(join(project, name), 'utf8')));
  edit('dist/robots.txt', (text) =>
    text.replaceAll('http://localhost:4321', 'https://gov.example'),
  );
  edit('dist/index.html', (text) => text.replace('<footer', '<footer data-answerable'));
  edit(
    'content/site.yaml',
    (text) => `${text}publisher: {name: 某某局, kind: 机关}\ncontact: 电话 0574-63810000\n`,
  );
  return project;
}

let base: string | undefined;

/** Copies the project; its sources are links, except for a build, of which Astro needs them. */
function makeProject(command: CommandName): { project: string; served: string } {
  base ??= makeBase();
  chmodSync(base, 0o755);
  const parent = newFolder();
  chmodSync(parent, 0o755);
  const project = join(parent, 'project');
  mkdirSync(project);
  for (const name of readdirSync(base)) {
    const [from, to] = [join(base, name), join(project, name)];
    if (['content', 'dist'].includes(name) || (command === 'build' && name !== 'node_modules'))
      cpSync(from, to, { recursive: true });
    else symlinkSync(name === 'node_modules' ? resolve(name) : from, to);
  }
  return { project, served: join(parent, 'replies') };
}

/** What a folder has in it: its files with their bytes, its links with their targets. */
function stateOf(folder: string): Record<string, string> {
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names.sort().map((name) => {
      const path = join(folder, name);
      const entry = lstatSync(path, { throwIfNoEntry: false });
      return [name, entry?.isFile() ? readFileSync(path, 'base64') : `${entry?.mode}`];
    }),
  );
}

export interface Outcome {
  status: number | null;
  output: string;
  /** What is wrong with the outcome; empty if all is well. */
  faults: string[];
}

const run = (command: string, cwd: string, settings: Record<string, string>) =>
  new Promise<{ status: number | null; output: string }>((resolve) => {
    const child = spawn('sh', ['-c', command], { cwd, env: environment(settings), detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text;
        // A server that runs is stopped.
        if (/网站已就绪/.test(output)) process.kill(-child.pid!, 'SIGTERM');
      });
    child.on('close', (status) => resolve({ status, output }));
  });

const quote = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The names of files and folders that a command must not leave. */
const LEFT = /\.[\da-f]{8}-[\da-f-]{27}$|\.waiting$|Z-[\da-f]{4}-\d+$/;

/** Runs a command under a fault. */
export async function tryFault(command: CommandName, fault: Fault): Promise<Outcome> {
  const { project, served } = makeProject(command);
  if (command === 'rollback')
    for (let count = 0; count < 2; count++) {
      const { status, output } = await run(
        `${quote(process.execPath)} scripts/deploy.ts ${quote(served)}`,
        project,
        {},
      );
      if (status !== 0) throw new Error(output);
    }
  const { settings = {}, before = '', after = '', args } = fault.prepare?.(project, served) ?? {};
  const [script, ...words] = COMMANDS[command](served);
  const line = [join('scripts', script!), ...(args ?? words)].map(quote).join(' ');
  const places = ['content', 'dist', '../replies'].map((name) => join(project, name));
  const old = places.map(stateOf);
  const { status, output } = await run(
    `${before} ${quote(process.execPath)} ${line} ${after}`,
    project,
    { PORT: '0', ...settings },
  );
  const faults: string[] = [];
  const isStopped = command === 'serve' && output.includes('网站已就绪');
  // The next command completes what it has planned.
  const isUnfinished = output.includes('还没有做完');
  const failed = status !== 0 && status !== 2 && !isStopped;
  if (/^\s+at /m.test(output)) faults.push('a stack');
  if (/这是程序的错误/.test(output)) faults.push('a fault of the program');
  if (failed && status !== 1) faults.push(`status ${status}`);
  if (failed && !/改法|写法|用法/.test(output)) faults.push('no remedy');
  if (failed && !fault.says.test(output)) faults.push(`not said: ${fault.says.source}`);
  if (!failed && fault.hits.includes(command)) faults.push('it succeeds');
  if (failed) {
    for (const [index, place] of places.entries())
      if (JSON.stringify(stateOf(place)) !== JSON.stringify(old[index]) && !isUnfinished)
        faults.push(`${place} has changed`);
  }
  for (const name of ['content', '.cache', '.dist.build', 'private', 'handover'])
    for (const left of Object.keys(stateOf(join(project, name))))
      if (LEFT.test(left) && !isUnfinished) faults.push(`${name}/${left} is left`);
  spawnSync('chmod', ['-R', 'u+rwx', dirname(project)]);
  rmSync(dirname(project), { recursive: true, force: true });
  return { status, output, faults };
}

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
