import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { DRAFTS } from '../content/letters.ts';
import { readEdition } from '../content/edition.ts';
import { formatKey, parseKey } from '../letter/key.ts';
import { letterText } from '../letter/text.ts';
import type { Letter } from '../letter/letter.ts';
import { readReceived, wholeText } from '../received/index.ts';
import type { Reading } from '../received/lines.ts';
import { missingGlyphs } from '../typst/glyphs.ts';
import { composeEdition } from './compose/edition.ts';
import { proposalNumber } from './extract/proposal.ts';
import { rowLocation, type Ask, type Question } from './questions.ts';
import { classify, type Classified } from './classify.ts';
import { detectEnding, requireLetter } from './detect.ts';

/** A received letter made into an edition, not yet written. */
export interface Addition {
  /** `rd17-3/274`, or below `drafts/` while the address is not known. */
  key: string;
  /** The address, where it is known. */
  address: string | null;
  edition: string;
  source: string;
  found: Classified;
  questions: Question[];
  /** Not to be published before the questions are answered. */
  draft: boolean;
}

/** What the clerk says of the letter, beside the file. */
export interface AddOptions {
  session?: string | undefined;
  number?: string | undefined;
}

/** A file's name as the name of a draft; files of one name are told apart by their bytes. */
function draftName(file: string, bytes: Uint8Array): string {
  const name = basename(file)
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[^\p{Script=Han}\p{N}A-Za-z]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
  const print = createHash('sha256').update(bytes).digest('hex').slice(0, 6);
  return [name, print].filter(Boolean).join('-');
}

/**
 * Makes an edition of a received file that says the same, character for character, and proves it.
 * Throws `Unreadable` for what cannot be taken. `now` becomes the moment of publication.
 */
export async function addLetter(
  file: string,
  bytes: Uint8Array,
  said: AddOptions,
  now: Date,
): Promise<Addition> {
  const ending = detectEnding(file, bytes);
  const reading = await readReceived(bytes, ending);
  const text = wholeText(reading);
  requireLetter(text);
  const questions: Question[] = [];
  const ask = (where: string, what: string, first?: 'first') =>
    void questions.push({ where, what, ...(first && { first: true }) });
  const found = classify(reading, ask);

  const { session: printed, number: numbered } = found.proposal;
  const session = said.session ?? printed ?? undefined;
  // 绍12 and 杭12 are two proposals: only the clerk can say which of them is 12.
  const marked = numbered !== null && /^\D+\d/.test(numbered);
  const number =
    said.number ?? (numbered === null || marked ? undefined : String(proposalNumber(numbered)));
  if (said.session && printed && said.session !== printed)
    ask('届次', `原文写的是 ${printed}，--session 给的是 ${said.session}`, 'first');
  if (said.number && numbered && parseInt(said.number, 10) !== proposalNumber(numbered))
    ask('编号', `原文写的是“${numbered}”，--number 给的是 ${said.number}`, 'first');
  if (!session) ask('届次', '没有找到；写明以后再加一次：--session rd17-3（政协用 zx）', 'first');
  if (!number)
    ask(
      '编号',
      `${marked ? `原文是“${numbered}”，网址只用数字` : '没有找到'}；写明以后再加一次：--number 274`,
      'first',
    );

  const facts = session && number ? parseKey(`${session}/${number}`) : undefined;
  const address = facts ? formatKey(facts) : null;
  const key = address ?? `${DRAFTS}/${draftName(file, bytes)}`;
  const source = `content/${key}.${ending}`;
  const written = (draft: Question[]) =>
    composeEdition(found, text, facts, draft, now, draft.length > 0 ? () => {} : ask);
  const received = { file: source, bytes, reading };
  const parse = (edition: string) =>
    readEdition(
      { file: `content/${key}.md`, bytes: new TextEncoder().encode(edition) },
      received,
      key,
    );

  const whole = written([]);
  const first = questions.filter((question) => question.first);
  if (first.length === 0) {
    const { letter, diagnostics } = parse(whole);
    if (letter) askGlyphs(letter, reading, ask);
    if (letter && !questions.some((question) => question.first))
      return { key, address, edition: whole, source, found, questions, draft: false };
    for (const { line, message, help } of diagnostics)
      ask(`content/${key}.md 第 ${line} 行`, `${message}。改法：${help}`, 'first');
  }
  const edition = written(questions.filter((question) => question.first));
  return { key, address, edition, source, found, questions, draft: true };
}

/** Asks about the characters that would stop the build, each where it first stands. */
function askGlyphs(letter: Letter, { lines }: Reading, ask: Ask): void {
  const words = letterText(letter).map(({ text }) => text);
  for (const char of missingGlyphs(words.join(''))) {
    const index = lines.findIndex(({ text }) => text.includes(char));
    ask(
      rowLocation({ line: index + 1, text: lines[index]?.text.trim() ?? char }),
      `排 PDF 的字体里没有“${char}”，生成网站时会停下；请对照原件核对，确是此字的，请维护人员加上收有它的字体`,
      'first',
    );
  }
}
