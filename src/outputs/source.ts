import { readFileSync } from 'node:fs';
import { receivedFileName } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import type { Format } from '../site/format.ts';

/** The received file, byte for byte, with the ending and in the encoding in which it came. */
export function receivedSource(letter: Letter): Format {
  const { file, encoding } = letter.received;
  const isWord = file.endsWith('.docx');
  const otherEncoding = encoding !== 'UTF-8' && encoding ? `（${encoding} 编码）` : '';
  return {
    file: receivedFileName(letter),
    label: `收到的原文${isWord ? '（Word 文件）' : otherEncoding}`,
    rels: ['alternate', 'item'],
    render: () => readFileSync(`content/${file}`),
    // It may hold words that the edition leaves out. Its bytes are compared instead.
    words: null,
    sha256: ({ sha256 }) => sha256,
  };
}
