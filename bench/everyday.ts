import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyProject } from '../scripts/lib/copy-project.ts';
import { filesOf } from '../src/list-files.ts';
import { newFolder } from '../tests/support/project.ts';
import { addCopy, changeWord } from './changes.ts';
import { measure, showCost } from './measure.ts';
import { middleKey, sessionsOf, writeLetters } from './sample-letters.ts';

const BUILD = ['scripts/build.ts'];
const PORT = 4399;

/** The seconds from an edit of a letter until `npm run dev` shows it. */
async function measureDev(folder: string, key: string): Promise<number> {
  const dev = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, PORT: String(PORT) },
  });
  const page = async () => {
    try {
      return await (await fetch(`http://localhost:${PORT}/${key}/`)).text();
    } catch {
      return '';
    }
  };
  try {
    while (!(await page()).includes('</html>')) await pause(500);
    const start = performance.now();
    const word = changeWord(folder, key, '多谢您');
    while (!(await page()).includes(word)) await pause(50);
    return (performance.now() - start) / 1000;
  } finally {
    dev.kill();
  }
}

/** A site of Hugo's of the same texts, a page each and a list. */
function writeHugoSite(folder: string): string {
  const site = newFolder();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  };
  write(
    'hugo.toml',
    "baseURL = 'http://localhost/'\ntitle = '答复'\ndisableKinds = ['taxonomy', 'term']\n",
  );
  const page = (main: string) =>
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{{ .Title }}</title>${main}</html>\n`;
  write('layouts/_default/single.html', page('<h1>{{ .Title }}</h1>{{ .Content }}'));
  const list = '{{ range .Pages }}<li><a href="{{ .Permalink }}">{{ .Title }}</a>{{ end }}';
  write('layouts/_default/list.html', page(`<ul>${list}</ul>`));
  write('layouts/index.html', page(`<ul>${list}</ul>`));
  for (const name of filesOf(join(folder, 'content')).filter((file) => /\d\.md$/.test(file))) {
    const [, yaml = '', body = ''] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, 'content', name), 'utf8')) ?? [];
    const title = /^title: (.*)$/m.exec(yaml)?.[1] ?? name;
    write(`content/${name}`, `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`);
  }
  return site;
}

/**
 * Prints what the everyday changes of a site of `count` letters cost: letter 273 and generated letters. It
 * reads /proc, so it runs on Linux only.
 */
export async function measureEveryday(count: number): Promise<void> {
  const folder = copyProject();
  const sessions = sessionsOf(count - 1);
  writeLetters(folder, sessions);
  const key = middleKey(sessions);
  console.log(
    `${count} 份答复。每格：用时（秒）/ 处理器（秒，连同查找）/ 同时用的内存最多（MB，全部进程合计）`,
  );
  const rows: Record<string, string> = {};
  const build = async (what: string, ...options: string[]) => {
    rows[what] = showCost(await measure(folder, [...BUILD, ...options]));
  };
  await build('全部从零做起', '--force');
  await build('什么也没有变');
  changeWord(folder, key);
  await build('改了一份答复的一个字');
  addCopy(folder, key);
  await build('加了一份答复');
  rows[`npm run check -- ${key}`] = showCost(await measure(folder, ['scripts/check.ts', key]));
  rows['npm run dev：改动到显示'] = `${(await measureDev(folder, key)).toFixed(1)} 秒`;
  if (spawnSync('hugo', ['version']).status === 0)
    rows['Hugo，同样的文字，只有网页'] = showCost(
      await measure(writeHugoSite(folder), [], {}, 'hugo'),
    );
  else console.log('没有 hugo，不能比较。装法：apt-get install hugo');
  console.table(rows);
  rmSync(folder, { recursive: true });
}
