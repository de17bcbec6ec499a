import { encode } from 'fast-png';

/** A colour: red, green and blue, from 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** The bits of a pixel: the number of one of sixteen colours. */
const BITS = 4;

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
export function encodePng(
  width: number,
  pixels: Uint8Array,
  palette: readonly Color[],
): Uint8Array {
  const data = new Uint8Array(pixels.length / 2);
  for (let index = 0; index < data.length; index++)
    data[index] = (pixels[2 * index]! << BITS) | pixels[2 * index + 1]!;
  return encode(
    {
      width,
      height: pixels.length / width,
      data,
      depth: BITS,
      channels: 1,
      palette: palette.map((color) => [...color]),
    },
    // A higher level takes longer for 2 %.
    { zlib: { level: 6 } },
  );
}
