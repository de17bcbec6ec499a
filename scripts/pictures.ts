import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { launch } from '../tests/support/browser.ts';
import { fromDebian } from '../tests/support/debian.ts';
import { serve } from './lib/server.ts';

/** `npm run pictures` makes the README's pictures of the page and of the PDF from the built site. */
const FOLDER = 'docs/pictures';
const LETTER = 'rd17-3/273/';
/** The width at which the README shows them, in px. */
const WIDTH = 600;

const save = (png: Uint8Array, name: string) =>
  sharp(png)
    .resize({ width: WIDTH })
    .png({ palette: true, colours: 32, effort: 10 })
    .toFile(join(FOLDER, name));

async function photographPage(): Promise<Uint8Array> {
  const [browser, site] = await Promise.all([launch(), serve('dist')]);
  try {
    const page = await browser.newPage({ viewport: { width: 1240, height: 1240 } });
    await page.goto(site.url + LETTER);
    return await page.screenshot();
  } finally {
    await browser.close();
    site.close();
  }
}

/** The first page of the PDF, painted by poppler. */
function paintPdf(): Uint8Array {
  const paint = () =>
    spawnSync('pdftoppm', [
      '-png',
      '-singlefile',
      '-r',
      '150',
      join('dist', LETTER, 'rd17-3-273.pdf'),
    ]);
  let { error, stdout } = paint();
  if (error && fromDebian('poppler-utils')) ({ error, stdout } = paint());
  if (error) throw new Error('没有找到 pdftoppm。改法：安装 poppler-utils');
  return stdout;
}

mkdirSync(FOLDER, { recursive: true });
await save(await photographPage(), 'page.png');
await save(paintPdf(), 'pdf.png');
