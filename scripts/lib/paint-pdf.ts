import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromDebian } from '../../tests/support/debian.ts';

/**
 * Paints the pages of a PDF by poppler, which is installed if it is absent; returns one PNG a page.
 * `resolution` is in pixels an inch. Throws an Error, in Chinese, if poppler cannot be had.
 */
export function paintPdf(pdf: Uint8Array, resolution: number): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    const paint = () =>
      spawnSync('pdftoppm', ['-png', '-r', String(resolution), '-', join(folder, 'page')], {
        input: pdf,
      });
    if (paint().error && (!fromDebian('poppler-utils') || paint().error))
      throw new Error('没有找到 pdftoppm。改法：安装 poppler-utils');
    return globSync(join(folder, '*.png'))
      .sort()
      .map((file) => readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
