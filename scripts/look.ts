import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import {
  parseEngines,
  startEngine,
  type EngineName,
  type Scheme,
} from '../tests/support/engines/index.ts';
import { paintPdf } from './lib/paint-pdf.ts';
import { serve } from './lib/server.ts';

/**
 * `npm run look` takes pictures of pages for human eyes: what each engine makes of a page, side by side.
 *
 *     npm run look                             five pages of the built site
 *     npm run look -- PATH…                    these pages: rd17-3/273/ about/
 *     npm run look -- --engines=firefox,webkit these engines alone
 *     npm run look -- --site FOLDER PATH…      pages of another built site, such as that of a fixture
 *
 * The sheets are in `look/`: PAGE-WIDTH-SCHEME.png, PAGE-print.png and PAGE-pdf.png with all pages of paper,
 * PAGE-card.png. What an engine cannot do here is listed at the end.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engines: { type: 'string' },
    site: { type: 'string', default: 'dist' },
    to: { type: 'string', default: 'look' },
  },
});
const PAGES = ['', 'rd17-3/273/', 'rd17-3/273/figures/', 'about/', 'search/'];
/** Dark differs from light in its colours alone: two widths show them. */
const VIEWS: Record<Scheme, number[]> = { light: [320, 375, 768, 1280], dark: [375, 1280] };
const HEIGHT = 800;
/** The resolution of paper, in pixels an inch. */
const RESOLUTION = 80;
const GAP = 16;

const pages = positionals.length > 0 ? positionals : PAGES;
const engines = parseEngines(values.engines);
const nameOf = (path: string) => path.replace(/\/$/, '').replaceAll('/', '-') || 'home';

/** A picture of a sheet, and the sheet that it belongs on. */
interface Shot {
  sheet: string;
  engine: string;
  png: Buffer;
}

/** Puts pictures beside each other. */
async function beside(pictures: Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map((png) => sharp(png).metadata()));
  let left = 0;
  const placed = pictures.map((input, index) => {
    const place = { input, left, top: 0 };
    left += sizes[index]!.width + GAP;
    return place;
  });
  const height = Math.max(...sizes.map((size) => size.height));
  return sharp({ create: { width: left - GAP, height, channels: 3, background: '#888' } })
    .composite(placed)
    .png()
    .toBuffer();
}

/** Takes the pictures of all pages in one engine and scheme. */
async function photograph(
  name: EngineName,
  scheme: Scheme,
  url: string,
): Promise<{ shots: Shot[]; limits: string[] }> {
  const { page, limits, close } = await startEngine(name, scheme);
  const shots: Shot[] = [];
  try {
    for (const path of pages) {
      for (const width of VIEWS[scheme]) {
        await page.resize(width, HEIGHT);
        await page.open(url + path);
        const sheet = `${nameOf(path)}-${width}-${scheme}`;
        shots.push({ sheet, engine: name, png: await page.picture() });
      }
      if (page.print && scheme === 'light') {
        const png = await beside(paintPdf(await page.print(), RESOLUTION));
        shots.push({ sheet: `${nameOf(path)}-print-${name}`, engine: name, png });
      }
    }
  } finally {
    await close();
  }
  return { shots, limits };
}

mkdirSync(values.to, { recursive: true });
const site = await serve(values.site);
try {
  const taken = await Promise.all(
    engines.flatMap((name) =>
      (Object.keys(VIEWS) as Scheme[]).map((scheme) => photograph(name, scheme, site.url)),
    ),
  );
  const shots = taken.flatMap((one) => one.shots);
  for (const sheet of new Set(shots.map((shot) => shot.sheet))) {
    const own = shots.filter((shot) => shot.sheet === sheet);
    own.sort(
      (a, b) => engines.indexOf(a.engine as EngineName) - engines.indexOf(b.engine as EngineName),
    );
    writeFileSync(join(values.to, `${sheet}.png`), await beside(own.map(({ png }) => png)));
  }
  for (const path of pages)
    for (const file of globSync(join(values.site, path, '{*.pdf,card.png}'))) {
      const bytes = readFileSync(file);
      const kind = file.endsWith('.pdf') ? 'pdf' : 'card';
      const png = kind === 'pdf' ? await beside(paintPdf(bytes, RESOLUTION)) : bytes;
      writeFileSync(join(values.to, `${nameOf(path)}-${kind}.png`), png);
    }
  console.log(`图在 ${values.to} 文件夹里，每张从左到右：${engines.join('、')}`);
  for (const limit of new Set(taken.flatMap((one) => one.limits)))
    console.log(`没有看的：${limit}`);
} finally {
  site.close();
}
