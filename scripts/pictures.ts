import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { launch } from '../tests/support/browser.ts';
import { paintPdf } from './lib/paint-pdf.ts';
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

mkdirSync(FOLDER, { recursive: true });
await save(await photographPage(), 'page.png');
const pdf = readFileSync(join('dist', LETTER, 'rd17-3-273.pdf'));
await save(paintPdf(pdf, 150)[0]!, 'pdf.png');
