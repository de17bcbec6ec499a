import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadContent } from '../src/content/load.ts';
import { EXAMPLE, requireExample } from '../src/setup/project.ts';
import { copyProject } from '../tests/support/project.ts';
import { FIRST_LINES } from '../tests/support/set-up.ts';
import { snapshot } from '../tests/support/snapshot.ts';

/** Runs `npm run init` in a project; the lines are typed. */
const init = (project: string, lines: string[], args: string[] = []) =>
  spawnSync(process.execPath, ['scripts/init.ts', ...args], {
    cwd: project,
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
  });
const contentIn = (project: string) => snapshot(join(project, 'content'));

test('init asks until an answer fits, writes the words of the site, and sets the example aside', async () => {
  const project = copyProject();
  const before = contentIn(project);
  const lines = FIRST_LINES.toSpliced(4, 1, ...FIRST_LINES.slice(4), 'cjj 某县城建局');
  const { status, stdout } = init(project, lines.slice(1), ['--name', lines[0]!]);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /答复单位.*改法：写成 --bureaus/);
  const { site, letters, pages } = await loadContent(project);
  assert.deepEqual(letters, []);
  assert.deepEqual(site.bureaus, [{ id: 'cjj', name: '某县城建局' }]);
  assert.equal(site.contact, '邮箱 reply@example.org');
  assert.equal(pages.find(({ id }) => id === 'index')!.words.title, '某县答复公开');
  const aside = snapshot(join(project, EXAMPLE));
  for (const [file, bytes] of Object.entries(before))
    assert.equal(aside[file] ?? contentIn(project)[file], bytes, file);
  assert.ok(!existsSync(join(project, 'content/rd17-3')));

  const done = contentIn(project);
  const again = init(project, FIRST_LINES);
  assert.equal(again.status, 1);
  assert.match(again.stderr, /已经移到 tests\/example.*改法/);
  assert.deepEqual(contentIn(project), done);
});

test('init without all answers changes nothing', () => {
  const project = copyProject();
  const before = contentIn(project);
  const { status, stderr } = init(project, FIRST_LINES.slice(0, 2));
  assert.equal(status, 1);
  assert.match(stderr, /没有回答：主办者.*npm run init -- --name.*没有改动/s);
  assert.deepEqual(contentIn(project), before);
});

test('init refuses content that somebody made', () => {
  const project = copyProject();
  const content = join(project, 'content');
  const refuses = (file: string, reason: RegExp, change: (text: string) => string) => {
    const former = existsSync(join(content, file)) ? readFileSync(join(content, file)) : undefined;
    writeFileSync(join(content, file), change(String(former ?? '')));
    assert.throws(() => requireExample(project), { message: reason });
    if (former) writeFileSync(join(content, file), former);
    else rmSync(join(content, file));
  };
  requireExample(project);
  refuses('rd17-3/274.md', /content\/rd17-3\/274\.md.*改法/, () => '');
  refuses('rd17-3/273.txt', /不是样例的原文/, (text) => text.replace('63813127', '（依法不公开）'));
  refuses('site.yaml', /已经写明主办者/, (text) => `${text}publisher: {name: 甲, kind: 机关}\n`);
  const site = join(content, 'site.yaml');
  const words = readFileSync(site, 'utf8');
  writeFileSync(site, `${words}- x\n`);
  const broken = init(project, FIRST_LINES);
  assert.match(broken.stderr, /content\/site\.yaml:\d+ [^]*改法：[^]*没有改动/);
  assert.doesNotMatch(broken.stderr, /程序的错误/);
  writeFileSync(site, words);
  mkdirSync(join(project, 'private'));
  writeFileSync(join(project, 'private/.plan.json.0'), '');
  requireExample(project);
  cpSync(join(content, 'rd17-3'), join(project, 'private/rd17-3'), { recursive: true });
  assert.throws(() => requireExample(project), { message: /private 里有文件/ });
});
