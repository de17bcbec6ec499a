import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pdfRuns } from './pdf.ts';
import { copyProject, keepLetter273 } from './project.ts';
import { filesOf } from './site.ts';

/** A project with letter 273 alone, which the ledger records. */
export function projectOf273(): string {
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

/** The words in GB18030, which Node does not write. */
const GB18030: Record<string, string> = {
  㙍口店: '8230ab33bfdab5ea',
  石榴红: 'caafc1f1baec',
  石桥线: 'caafc7c5cfdf',
};

/** Returns those of some words that a file holds, in whatever encoding, packed or drawn in a PDF. */
async function heldWords(file: string, words: string[]): Promise<string[]> {
  const bytes = readFileSync(file);
  const plain = file.endsWith('.br')
    ? brotliDecompressSync(bytes)
    : /\.(gz|pagefind|pf_\w+)$/.test(file)
      ? gunzipSync(bytes)
      : bytes;
  const pdf = bytes.subarray(0, 5).toString() === '%PDF-' ? await pdfRuns(bytes) : [];
  const drawn = pdf
    .flat()
    .map(({ text }) => text)
    .join('');
  return words.filter((word) => {
    const little = Buffer.from(word, 'utf16le');
    const forms = [
      Buffer.from(word),
      little,
      Buffer.from(little).swap16(),
      Buffer.from(GB18030[word] ?? word, GB18030[word] ? 'hex' : 'latin1'),
    ];
    return forms.some((form) => plain.includes(form)) || drawn.includes(word);
  });
}

/** The files in these folders that hold the words, for each of the words. */
export async function findHolders(
  words: string[],
  folders: string[],
): Promise<Map<string, string[]>> {
  const found = new Map(words.map((each) => [each, [] as string[]]));
  for (const folder of folders)
    for (const name of existsSync(folder) ? filesOf(folder) : [])
      for (const each of await heldWords(join(folder, name), words))
        found.get(each)!.push(`${folder}/${name}`);
  return found;
}
