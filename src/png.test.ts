import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { encodePng, nearestColors, type Color } from './png.ts';

const PALETTE: Color[] = [
  [255, 255, 255],
  [0, 0, 0],
  [200, 30, 20],
];

test('a picture has the size and the colours of its pixels', async () => {
  const pixels = Uint8Array.of(0, 1, 2, 1, 2, 2, 0, 0);
  const { data, info } = await sharp(encodePng(4, pixels, PALETTE))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [4, 2]);
  assert.deepEqual(
    [...data],
    [...pixels].flatMap((number) => PALETTE[number]!),
  );
});

test('each pixel takes the nearest colour', () => {
  const colors = [...[250, 250, 240, 255], ...[9, 0, 4, 255], ...[9, 0, 4, 255]];
  const pixels = Uint8Array.from([...colors, ...[180, 60, 50, 255], ...[250, 250, 240, 255]]);
  assert.deepEqual([...nearestColors(pixels, PALETTE)], [0, 1, 1, 2, 0]);
});
