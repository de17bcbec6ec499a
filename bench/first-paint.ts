import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** A slow phone: 400 ms, 400 kbit/s, a CPU four times slower. */
const NETWORK = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};
const CPU = { rate: 4 };

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds to the first paint of a page that has never been seen. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', CPU);
  await page.goto(url, { waitUntil: 'load' });
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries()[0]!.startTime)).observe({
          type: 'paint',
          buffered: true,
        });
      }),
  );
  await context.close();
  return time;
}

/**
 * Measures the first paint of a page and of a bare page of the same text, both sent as brotli, in pairs
 * loaded one after the other. Returns medians in milliseconds, and the median of the pairs' ratios.
 */
export async function comparePaint(browser: Browser, page: string, bare: string, pairs: number) {
  const bodies: Record<string, Uint8Array> = {
    '/page': brotliCompressSync(page),
    '/bare': brotliCompressSync(bare),
  };
  const server = createServer((request, response) => {
    const body = bodies[request.url ?? ''];
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Encoding': 'br',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const runs: { page: number; bare: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const bareTime = await firstPaint(browser, `${origin}/bare`);
    runs.push({ bare: bareTime, page: await firstPaint(browser, `${origin}/page`) });
  }
  server.close();
  return {
    page: median(runs.map((run) => run.page)),
    bare: median(runs.map((run) => run.bare)),
    ratio: median(runs.map((run) => run.page / run.bare)),
  };
}
