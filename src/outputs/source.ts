import { readFileSync } from 'node:fs';
import { receivedFileName } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import type { Format } from './format.ts';

const MEDIA_TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  txt: 'text/plain',
};

/** The received file, byte for byte, under the ending and the encoding in which it came. */
export function receivedSource(letter: Letter): Format {
  const { file, encoding } = letter.received;
  const ending = file.replace(/^.*\./, '');
  const other = encoding === 'UTF-8' ? undefined : encoding;
  return {
    file: receivedFileName(letter),
    mediaType: MEDIA_TYPES[ending]! + (other ? `; charset=${other.toLowerCase()}` : ''),
    label: `收到的原文${ending === 'docx' ? '（Word 文件）' : other ? `（${other} 编码）` : ''}`,
    rels: ['alternate', 'item'],
    sha256: ({ sha256 }) => sha256,
    render: () => readFileSync(`content/${file}`),
  };
}
