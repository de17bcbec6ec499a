import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Changes the edition of a generated letter and the file that it was made from alike. */
function editLetter(folder: string, key: string, change: (text: string) => string): void {
  for (const ending of ['md', 'txt']) {
    const file = join(folder, 'content', `${key}.${ending}`);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
}

/** Changes a word of a generated letter. Returns the new word. */
export function changeWord(folder: string, key: string, word = '谢谢您'): string {
  editLetter(folder, key, (text) => text.replace(/(?:感谢|谢谢|多谢)您/, word));
  return word;
}

/** Adds a letter: a copy of that of `key` under the number 9999. */
export function addCopy(folder: string, key: string): void {
  const copy = `${dirname(key)}/9999`;
  const number = key.replace(/^.*\//, '');
  for (const ending of ['md', 'txt'])
    cpSync(join(folder, `content/${key}.${ending}`), join(folder, `content/${copy}.${ending}`));
  editLetter(folder, copy, (text) =>
    text.replace(`number: ${number},`, 'number: 9999,').replaceAll(`第${number}号`, '第9999号'),
  );
}
