import { readFileSync } from 'node:fs';
import { receivedFileLabel, receivedFileName } from '../letter/labels.ts';
import { encodePublicText } from '../letter/withholding.ts';
import type { Letter } from '../letter/letter.ts';
import type { Format } from '../site/format.ts';

/**
 * The received file, byte for byte, with its ending and in its encoding; or its text, if the file itself is
 * not for the public.
 */
export function receivedSource(letter: Letter): Format {
  const { file, encoding, publicText } = letter.received;
  const isWord = file.endsWith('.docx') && publicText === undefined;
  const otherEncoding =
    encoding !== 'UTF-8' && encoding && publicText === undefined ? `（${encoding} 编码）` : '';
  return {
    file: receivedFileName(letter),
    label: receivedFileLabel(letter) + (isWord ? '（Word 文件）' : otherEncoding),
    rels: ['alternate', 'item'],
    render: () =>
      publicText === undefined ? readFileSync(`content/${file}`) : encodePublicText(publicText),
    // The file may contain words that the edition leaves out. Its bytes are compared instead.
    words: null,
    sha256: ({ sha256 }) => sha256,
  };
}
