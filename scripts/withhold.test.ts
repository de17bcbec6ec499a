import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { copyProject, keepLetter273, run } from '../tests/support/project.ts';
import { snapshot } from '../tests/support/snapshot.ts';

const withhold = (project: string, ...args: string[]) =>
  run(project, ['scripts/withhold.ts', ...args]);
const content = (project: string) => snapshot(join(project, 'content'));
const readContent = (project: string, file: string) =>
  readFileSync(join(project, 'content', file), 'utf8');

/** A project with letter 273 alone, which the ledger records. */
function projectOf273(): string {
  const project = copyProject();
  keepLetter273(project);
  mkdirSync(join(project, 'content/addresses'));
  for (const name of ['rd17-3.txt', 'site.txt'])
    writeFileSync(
      join(project, 'content/addresses', name),
      readFileSync(`content/addresses/${name}`),
    );
  return project;
}

test('words in several places are listed, and withheld together', () => {
  const project = projectOf273();
  const args = [
    'rd17-3/273',
    '--at',
    'cc',
    '--words',
    '张杰',
    '--why',
    '个人信息',
    '--on',
    '2026-12-01',
  ];
  const before = content(project);
  const { status, output } = withhold(project, ...args);
  assert.equal(status, 1);
  assert.match(output, /273\.md:22 {2}cc 里有 1 处[^]*273\.md:23 {2}persons 里有 1 处[^]*--all/);
  assert.deepEqual(content(project), before);
  assert.equal(withhold(project, ...args, '--all').status, 0);
  const edition = readContent(project, 'rd17-3/273.md');
  assert.match(edition, /主席团，（依法不公开）、陆烁妮[^]*persons: \[（依法不公开）, 陆烁妮/);
  assert.match(edition, /- \{ ?at: cc, why: 个人信息, on: 2026-12-01 ?\}/);
  assert.match(edition, /^# 事实部分/m);
  assert.equal(run(project, ['scripts/check.ts']).status, 0);
});

test('a letter that prints the mark itself keeps its own, and only ours is editorial', () => {
  const project = projectOf273();
  for (const [file, from] of [
    ['273.md', '联系人：张玲玲'],
    ['273.txt', '联系人：张玲玲'],
  ] as const) {
    const path = join(project, 'content/rd17-3', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, `${from}（依法不公开）`));
  }
  rmSync(join(project, 'content/addresses'), { recursive: true });
  const { status, output } = withhold(
    project,
    ...['rd17-3/273', '--at', 'contact', '--words', '63813127', '--why', '个人信息'],
  );
  assert.equal(status, 0, output);
  assert.match(readContent(project, 'rd17-3/273.md'), /at: contact, .*nth: 2/);
  const built = run(project, ['scripts/build.ts']);
  assert.equal(built.status, 0, built.output);
  const html = readFileSync(join(project, 'dist/rd17-3/273/index.html'), 'utf8');
  assert.equal(html.match(/class="withheld"/g)?.length, 1);
  assert.match(html, /张玲玲（依法不公开）/);
});

test('whatever is mistyped is refused, with a remedy, and nothing is changed', () => {
  const project = projectOf273();
  const before = content(project);
  const words = (at: string, said: string) => ['--at', at, '--words', said, '--why', '个人信息'];
  for (const [args, message] of [
    [['rd17-3/273', ...words('p99', '63813127')], /273\.md:1 {2}没有 p99 这个位置\n +改法：/],
    [
      ['rd17-3/273', ...words('p4', '63813127')],
      /273\.md:\d+ {2}p4 里没有这几个字\n +改法：它们在 contact/,
    ],
    [['rd17-3/273', ...words('contact', '12345')], /contact 里没有这几个字\n +改法：照原文/],
    [['rd17-3/273', ...words('contact', '公开')], /没有可以换掉的字\n +改法：/],
    [['rd17-3/273', ...words('contact', '63813127'), '--on', '2026-13-01'], /不是日期。改法：/],
    [['rd17-3/274', ...words('contact', '63813127')], /274\.md:1 {2}没有这份答复\n +改法：/],
    [['273', ...words('contact', '63813127')], /写法：npm run withhold/],
    [['rd17-3/273', '--at', 'contact', '--nonsense'], /写法：npm run withhold/],
    [['rd17-3/273', ...words('title', '第273号')], /里有 \d+ 处[^]*--all/],
  ] as [string[], RegExp][]) {
    const { status, output } = withhold(project, ...args);
    assert.equal(status, 1, output);
    assert.match(output, message);
    assert.match(output, /没有改动\n$/);
    assert.deepEqual(content(project), before, args.join(' '));
    assert.ok(!existsSync(join(project, 'private')));
  }
  const args = ['rd17-3/273', ...words('contact', '63813127')];
  assert.equal(withhold(project, ...args).status, 0);
  const once = content(project);
  assert.match(withhold(project, ...args).output, /这里已有（依法不公开）/);
  assert.deepEqual(content(project), once);
});
