import { spawnSync } from 'node:child_process';
import { fromDebian } from './debian.ts';

/** The text of each page of a PDF, by poppler's pdftotext; gets it where there is none. */
export function pdfPages(pdf: Uint8Array): string[] {
  const extract = () =>
    spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  let result = extract();
  if (result.error && fromDebian('poppler-utils')) result = extract();
  if (result.error)
    throw new Error('没有找到 pdftotext。改法：安装 poppler（Debian：poppler-utils）');
  return result.stdout.split('\f').slice(0, -1);
}
