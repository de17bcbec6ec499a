import { textPattern } from '../language/loose-match.ts';
import { encodePublicText } from '../letter/withholding.ts';
import { readText, wholeText } from '../received/index.ts';
import { withholdInBytes } from './received-bytes.ts';
import { receivedPattern } from './source.ts';
import { countMatches, withholdMatches } from './words.ts';

/**
 * Makes the public copy that replaces the received file. A Word file becomes text, and so does a Markdown file
 * in which signs such as ** or a link part the words.
 */
export function makePublicCopy(
  received: { file: string; bytes: Uint8Array; text: string },
  words: string,
): { file: string; bytes: Uint8Array } {
  const { file, bytes, text } = received;
  const asText = () => ({
    file: file.replace(/(?:docx|source\.md)$/, 'txt'),
    bytes: encodePublicText(withholdMatches(text, textPattern(words))),
  });
  if (file.endsWith('.docx')) return asText();
  const copy = withholdInBytes(bytes, receivedPattern(file, words));
  if (!file.endsWith('.source.md')) return { file, bytes: copy };
  const { lines, asides } = readText(copy, 'source.md');
  const left = [wholeText({ lines }), asides.join('\n')].some(
    (read) => countMatches(read, textPattern(words)) > 0,
  );
  return left ? asText() : { file, bytes: copy };
}
