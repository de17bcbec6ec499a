import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLetter } from './parse.ts';
import type { Problem } from './problems.ts';
import type { Letter } from './types.ts';

const read = (root: string, file: string) => ({ file, bytes: readFileSync(join(root, file)) });

/** `rd17-03/0273` and `RD17-3/273` mean the address `rd17-3/273`. */
const canonical = (key: string) => key.toLowerCase().replaceAll(/(?<!\d)0+(?=\d)/g, '');

/** Every letter under `content/`, by session folder, with the problems of all of them. */
export function loadLetters(root: string): { letters: Letter[]; problems: Problem[] } {
  const folders = readdirSync(join(root, 'content'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^(?:rd|zx)\d/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const letters: Letter[] = [];
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for (const folder of folders)
    for (const name of readdirSync(join(root, 'content', folder)).sort()) {
      if (!name.endsWith('.md')) continue;
      const file = `content/${folder}/${name}`;
      const written = `${folder}/${name.slice(0, -3)}`;
      const key = canonical(written);
      const other = taken.get(key);
      if (other)
        problems.push({
          file,
          line: 1,
          what: `地址 /${key}/ 已被 ${other} 占用`,
          remedy: '第二份答复存为 编号-2.md',
        });
      else if (key !== written || !/^(?:rd|zx)\d+-\d+\/\d+(?:-\d+)?$/.test(key))
        problems.push({
          file,
          line: 1,
          what: '文件名不能作地址',
          remedy: '写成 content/rd17-3/273.md 的样子，编号前不加零',
        });
      taken.set(key, other ?? file);
      const received = file.replace(/\.md$/, '.txt');
      const result = parseLetter(
        read(root, file),
        existsSync(join(root, received)) ? read(root, received) : undefined,
        key,
      );
      problems.push(...result.problems);
      if (result.letter) letters.push(result.letter);
    }
  return { letters: letters.sort(bySession), problems };
}

/** Newest session first, then by number. Never by date: a printed date may be in doubt. */
export function bySession(a: Letter, b: Letter): number {
  const [p, q] = [a.proposal, b.proposal];
  return (
    q.congress - p.congress ||
    q.session - p.session ||
    p.body.localeCompare(q.body) ||
    p.number - q.number ||
    a.key.localeCompare(b.key, 'en', { numeric: true })
  );
}
