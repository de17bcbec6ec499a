import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { launch } from '../tests/support/browser.ts';
import { openPdf } from '../tests/support/pdf.ts';
import { serve } from './lib/server.ts';

/** `npm run pictures`: the README's pictures of the page and of the PDF, made of the built site. */
const FOLDER = 'docs/pictures';
const LETTER = 'rd17-3/273/';
/** As wide as the README shows them, in px. */
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

async function paintPdf(): Promise<Uint8Array> {
  const document = await openPdf(readFileSync(join('dist', LETTER, 'rd17-3-273.pdf')));
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 2 });
  const factory = document.canvasFactory as {
    create(
      width: number,
      height: number,
    ): { canvas: HTMLCanvasElement & { toBuffer(type: string): Uint8Array } };
  };
  const { canvas } = factory.create(viewport.width, viewport.height);
  await page.render({ canvas, viewport }).promise;
  return canvas.toBuffer('image/png');
}

mkdirSync(FOLDER, { recursive: true });
await save(await photographPage(), 'page.png');
await save(await paintPdf(), 'pdf.png');
