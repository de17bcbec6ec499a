import encodeQR from 'qr';
import type { Letter } from '../letter/letter.ts';
import type { Site } from '../content/site-schema.ts';
import { letterPath } from '../permalinks/paths.ts';
import { absoluteUrl } from '../site/urls.ts';

/**
 * The QR code of a letter's address, as SVG. Its background is white, whatever colours the reader forces:
 * otherwise a phone cannot read the code.
 */
export const qrPicture = (letter: Letter, site: Site): string =>
  encodeQR(absoluteUrl(site, letterPath(letter)), 'svg', { border: 4 }).replace(
    '>',
    '><rect width="100%" height="100%" fill="#fff"/>',
  );
