import encodeQR from 'qr';
import type { Letter } from '../letter/letter.ts';
import type { Site } from '../content/site-schema.ts';
import { letterPath } from '../permalinks/paths.ts';
import { absoluteUrl } from '../site/urls.ts';

/** The white border of a code, in modules (ISO/IEC 18004). */
const BORDER = 4;

/** The QR code of a letter's address: the modules of each row with the border; a dark one is true. */
export const qrModules = (letter: Letter, site: Site): boolean[][] =>
  encodeQR(absoluteUrl(site, letterPath(letter)), 'raw', { border: BORDER });

/**
 * The QR code of a letter's address, as SVG with a bar for each run of dark modules. Its background is white,
 * whatever colours the reader forces: otherwise a phone cannot read the code.
 */
export function qrPicture(letter: Letter, site: Site): string {
  const rows = qrModules(letter, site);
  const bars = rows.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ 0: { length }, index: x }) => `M${x} ${y}h${length}v1h-${length}`),
  );
  const size = rows.length;
  return `<svg viewBox="0 0 ${size} ${size}" xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#fff"/><path d="${bars.join('')}"/></svg>`;
}
