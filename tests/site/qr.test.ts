import assert from 'node:assert/strict';
import { test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { useSite } from '../support/open.ts';
import { letters } from '../support/letters.ts';

const open = useSite();

for (const { path } of letters)
  test(`/${path}: the QR code is fetched when opened, and leads to the permanent address`, async () => {
    const requests: string[] = [];
    const page = await open(path, { bypassCSP: false }, async (blank) => {
      blank.on('request', (request) => requests.push(request.url()));
    });
    const isCode = (url: string) => url.endsWith('qr.svg');
    assert.ok(!requests.some(isCode), 'it costs nothing until opened');
    const address = await page.getAttribute('[rel=canonical]', 'href');
    const fetched = page.waitForResponse((response) => isCode(response.url()));
    await page.click('text=用手机打开');
    assert.equal(await (await fetched).finished(), null);
    await page.evaluate(async () => {
      const code = new Image();
      code.src = 'qr.svg';
      await code.decode();
    });
    const picture = await page.locator('.downloads-qr').screenshot();
    await page.close();
    const reader = await open('404.html');
    const image = await reader.evaluate(async (base64) => {
      const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      const { width, height, data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      return { width, height, data: [...data] };
    }, picture.toString('base64'));
    await reader.close();
    assert.equal(decodeQR({ ...image, data: new Uint8Array(image.data) }), address);
  });
