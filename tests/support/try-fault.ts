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
import { received } from './add.ts';
import { copyProject, environment, keepLetter273, newFolder } from './project.ts';
import { DIST } from './site.ts';

/** The commands that a clerk or an operator runs, with what each needs. */
const COMMANDS = {
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
