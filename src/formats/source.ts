import { readFileSync } from 'node:fs';
import type { Format } from './format.ts';

/** The received file, byte for byte. */
export const source: Format = {
  file: 'source.txt',
  mediaType: 'text/plain',
  label: '收到的原文',
  rels: ['alternate', 'item'],
  sha256: ({ sha256 }) => sha256,
  render: ({ key }) => readFileSync(`content/${key}.txt`),
};
