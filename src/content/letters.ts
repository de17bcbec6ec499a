import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENDINGS, readReceived, type Ending } from '../received/index.ts';
import { Unreadable } from '../received/unreadable.ts';
import { isFile, readContentFile } from './files.ts';
import { loadLedger } from '../permalinks/ledger.ts';
import { MAX_RECEIVED_BYTES } from './limits.ts';
import { readEdition, type ReceivedInput } from './edition.ts';
import { parseReplyNumber, parseSessionKey } from '../letter/key.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Draft, Letter } from '../letter/letter.ts';

/** Where drafts wait whose session or number is not known yet. */
export const DRAFTS = 'drafts';
const FILE = new RegExp(
  `^(.*?)\\.(md|figures\\.yaml|${ENDINGS.join('|').replaceAll('.', '\\.')})$`,
);
/** What else may stand in `content/`. */
const SITE_FILES = ['README.md', 'addresses', 'pages', 'site.yaml'];

/** `rd17-03/0273` and `RD17-3/273` mean the address `rd17-3/273`. */
const canonical = (key: string) => key.toLowerCase().replaceAll(/(?<!\d)0+(?=\d)/g, '');

/** Every letter and draft under `content/`, by session folder, with the problems of all letters. */
export async function loadLetters(
  root: string,
): Promise<{ letters: Letter[]; drafts: Draft[]; problems: Diagnostic[] }> {
  const letters: Letter[] = [];
  const drafts: Draft[] = [];
  const problems: Diagnostic[] = [];
  const taken = new Map<string, string>();
  const ledger = loadLedger(root);
  const tell = (file: string, message: string, help: string) =>
    problems.push({ file, line: 1, message, help });
  const list = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  /** Undefined where there is none; told, and null, where it is not to be read. */
  const read = (file: string, largest?: number) => {
    const raw = readContentFile(root, file, largest);
    if (!raw || 'bytes' in raw) return raw;
    problems.push(raw);
    return null;
  };

  /** The received file beside a letter, whichever kind it is. */
  const receivedOf = async (path: string): Promise<ReceivedInput | 'unreadable' | undefined> => {
    const all = ENDINGS.map((ending) => ({
      ending,
      raw: read(`${path}.${ending}`, MAX_RECEIVED_BYTES),
    }));
    if (all.some(({ raw }) => raw === null)) return 'unreadable';
    const [first, second] = all.flatMap(({ ending, raw }) => (raw ? { ...raw, ending } : []));
    if (second)
      tell(second.file, `旁边还有收到的原文 ${first!.file}`, '只留收到的那一个，移走另一个');
    return first && readBeside(first, problems);
  };

  for (const entry of list('content')) {
    const waiting = entry.name === DRAFTS;
    if (SITE_FILES.includes(entry.name)) continue;
    if (!entry.isDirectory() || !(waiting || parseSessionKey(canonical(entry.name)))) {
      tell(
        `content/${entry.name}`,
        '不认识的文件或文件夹',
        '答复放在 rd17-3 这样的文件夹里（人大用 rd，政协用 zx）',
      );
      continue;
    }
    for (const { name } of list(`content/${entry.name}`)) {
      const file = `content/${entry.name}/${name}`;
      const [, stem = '', ending] = FILE.exec(name) ?? [];
      if (!(waiting ? stem : parseReplyNumber(canonical(stem))) || !isFile(root, file)) {
        tell(
          file,
          '文件名不能作地址',
          '写成 273.md 和 273.txt 的样子：编号、半角、小写，不放子文件夹',
        );
        continue;
      }
      if (ending !== 'md') {
        const letter = `content/${entry.name}/${stem}.md`;
        if (!isFile(root, letter))
          tell(file, '旁边没有整理的文本', `写出 ${letter}，或移走这个文件`);
        continue;
      }
      const written = `${entry.name}/${stem}`;
      const key = canonical(written);
      const other = taken.get(key);
      if (other) tell(file, `地址 /${key}/ 已被 ${other} 占用`, '第二份答复存为 编号-2.md');
      else if (key !== written && !waiting)
        tell(file, '文件名不能作地址', `改名为 content/${key}.md，编号前不加零`);
      taken.set(key, other ?? file);
      const path = file.replace(/\.md$/, '');
      const edition = read(file);
      const received = await receivedOf(path);
      const figures = read(`${path}.figures.yaml`);
      if (!edition || received === 'unreadable' || figures === null) continue;
      const result = readEdition(edition, received, key, figures, ledger.get(`${key}/`));
      problems.push(...result.diagnostics);
      if (result.letter) letters.push(result.letter);
      if (result.draft) drafts.push(result.draft);
    }
  }
  if (taken.size === 0) tell('content', '一份答复也没有', '照 content/README.md 写一份');
  return { letters: letters.sort(compareLetters), drafts, problems };
}

/** Reads a received file; where that cannot be done, the problem is told. */
async function readBeside(
  { file, bytes, ending }: { file: string; bytes: Uint8Array; ending: Ending },
  problems: Diagnostic[],
): Promise<ReceivedInput | 'unreadable'> {
  try {
    return { file, bytes, reading: await readReceived(bytes, ending) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { reason: message, help } = error;
    problems.push({ file, line: 1, message, help });
    return 'unreadable';
  }
}

/** Newest session first, then by number. Never by date: a printed date may be in doubt. */
export function compareLetters(a: Letter, b: Letter): number {
  const [p, q] = [a.proposal, b.proposal];
  return (
    q.congress - p.congress ||
    q.session - p.session ||
    p.body.localeCompare(q.body) ||
    p.number - q.number ||
    a.key.localeCompare(b.key, 'en', { numeric: true })
  );
}
