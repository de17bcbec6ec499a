import { crc32, deflateSync } from 'node:zlib';

/** A colour: red, green and blue, from 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/** Of the header (PNG 11.2.1): colours of a palette by their number; the other methods are the only ones that there are. */
const BITS = 4;
const INDEXED = 3;

/** A chunk: length, type, data and checksum (PNG 5.3). */
function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
  return bytes;
}

/** The number of the colour in `palette` that is nearest to each pixel; the bytes of a pixel are red, green, blue, alpha. */
export function nearestColors(pixels: Uint8Array, palette: readonly Color[]): Uint8Array {
  const nearest = (at: number): number => {
    const distances = palette.map((color) =>
      color.reduce((sum, value, channel) => sum + (value - pixels[at + channel]!) ** 2, 0),
    );
    return distances.indexOf(Math.min(...distances));
  };
  // Each pixel as one number, in the byte order of the machine.
  const values = new Int32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const numbers = new Uint8Array(values.length);
  const known = new Map<number, number>();
  let last = 0;
  let number = nearest(0);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value !== last) {
      number = known.get(value) ?? nearest(index * 4);
      known.set(value, number);
      last = value;
    }
    numbers[index] = number;
  }
  return numbers;
}

/**
 * Returns a picture of at most sixteen colours as PNG. `pixels` has the number of each pixel's colour in
 * `palette`, row by row; `width` is even.
 */
export function encodePng(width: number, pixels: Uint8Array, palette: readonly Color[]): Buffer {
  const height = pixels.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, INDEXED], 8);
  // Each row starts with the number of its filter: none.
  const stride = 1 + width / 2;
  const rows = Buffer.alloc(height * stride);
  for (let y = 0, from = 0; y < height; y++)
    for (let to = y * stride + 1; to < (y + 1) * stride; from += 2)
      rows[to++] = (pixels[from]! << BITS) | pixels[from + 1]!;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    // A higher level takes four times as long for 2 %.
    chunk('IDAT', deflateSync(rows, { level: 6, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
