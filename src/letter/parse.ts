import { createHash } from 'node:crypto';
import { BodyReader } from './body.ts';
import { decode, hiddenCharacters } from './checks.ts';
import { factsSchema } from './facts.ts';
import { cut, readYaml } from './frontmatter.ts';
import type { Problem } from './problems.ts';
import { prove, proveFacts } from './proof.ts';
import { pieces } from './text.ts';
import type { Letter } from './types.ts';

/** A file as read: its path from the project's root, as problems name it, and its bytes. */
export interface RawFile {
  file: string;
  bytes: Uint8Array;
}

const BODIES = { 人大: 'rd', 政协: 'zx' } as const;

/** The key that a letter's facts ask for: `rd17-3/273`; a second reply to one proposal ends in `-2`. */
export const keyOf = ({ body, congress, session, number }: Letter['proposal']) =>
  `${BODIES[body]}${congress}-${session}/${number}`;

const notUtf8 = (file: string): Problem => ({
  file,
  line: 1,
  what: '文件不是 UTF-8 编码',
  remedy: '在编辑器里另存为 UTF-8（记事本：“另存为”，编码选 UTF-8）',
});

/**
 * Reads one letter and proves it against the file it was made from. Gives the letter only if there
 * is no problem. `key` is what its path says: `rd17-3/273`.
 */
export function parseLetter(
  markdown: RawFile,
  received: RawFile | undefined,
  key: string,
): { letter?: Letter; problems: Problem[] } {
  const { file } = markdown;
  const one = (line: number, what: string, remedy: string) => ({
    problems: [{ file, line, what, remedy }],
  });
  const text = decode(markdown.bytes);
  if (text === undefined) return { problems: [notUtf8(file)] };
  const parts = cut(text);
  if (!parts) return one(1, '文件开头没有成对的 --- 行', '事实部分写在文件开头的两行 --- 之间');

  const hidden = hiddenCharacters(text, file);
  const {
    data: facts,
    problems: factProblems,
    lineOf,
  } = readYaml(parts.yaml, factsSchema, file, 2);
  if (!facts) return { problems: [...hidden, ...factProblems] };
  const reader = new BodyReader(file, facts, lineOf);
  const body = reader.read(parts.body);
  const problems = [...hidden, ...reader.problems];

  if (key.replace(/-\d+$/, '') !== keyOf(facts.proposal) && key !== keyOf(facts.proposal))
    problems.push({
      file,
      line: lineOf('proposal'),
      what: `文件的位置是 ${key}，所答建议却是 ${keyOf(facts.proposal)}`,
      remedy: `改正 proposal，或把文件移到 content/${keyOf(facts.proposal)}.md`,
    });
  if (!received) return { problems: [...problems, noSource(file)] };
  const receivedText = decode(received.bytes);
  if (receivedText === undefined) return { problems: [...problems, notUtf8(received.file)] };
  const letter: Letter = {
    key,
    ...facts,
    ...body,
    received: {
      sha256: createHash('sha256').update(received.bytes).digest('hex'),
      size: received.bytes.length,
    },
  };
  if (problems.length === 0)
    problems.push(
      ...prove(
        {
          file,
          pieces: pieces(letter),
          lineOf: (at) => reader.lines.get(at) ?? lineOf(...pathOf(at)),
        },
        { file: received.file, text: receivedText },
        facts.source.omitted,
      ),
      ...proveFacts(letter, receivedText, lineOf).map((problem) => ({ file, ...problem })),
    );
  return problems.length > 0 ? { problems } : { letter, problems };
}

const noSource = (file: string): Problem => ({
  file,
  line: 1,
  what: '旁边没有收到的原文',
  remedy: `把收到的文件原样存为 ${file.replace(/\.md$/, '.txt')}`,
});

/** Where the front matter holds what stands at a fragment. */
const pathOf = (at: string): string[] =>
  ({
    to: ['salutation'],
    sign: ['signatories'],
    date: ['date', 'printed'],
    cc: ['copies', 'printed'],
    contact: ['contact', 'lines'],
    omitted: ['source', 'omitted'],
  })[at] ?? [at];
