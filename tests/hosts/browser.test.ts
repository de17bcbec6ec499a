import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { onEachHost } from '../support/hosted.ts';
import { settling } from '../support/settled.ts';
import { pagePaths } from '../support/site.ts';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

onEachHost((host) => {
  test('in a browser no page, file or control breaks a policy or draws a complaint', async () => {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    const said: string[] = [];
    page.on('console', (message) => said.push(`${page.url()} ${message.text()}`));
    page.on('requestfailed', (request) => said.push(`${request.url()} failed`));
    const settled = settling(page);
    for (const path of pagePaths().filter((one) => one !== '404.html')) {
      await page.goto(`https://localhost:${host().port}/${path}`, { waitUntil: 'networkidle' });
      // A click may show or hide other controls.
      for (const control of await page.$$('button[type=button], summary'))
        if (await control.isVisible()) await control.click();
      await settled();
    }
    await page.goto(`https://localhost:${host().port}/rd17-3/273/qr.svg`);
    assert.deepEqual(said, []);
    await page.close();
  });

  test('no other site can put a page in a frame', async () => {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    const refused = page.waitForEvent('console', (message) => /ancestor/.test(message.text()));
    const address = `https://localhost:${host().port}/rd17-3/273/`;
    await page.setContent(`<iframe src="${address}"></iframe>`);
    await refused;
    assert.equal(
      page.frames().some((frame) => frame.url() === address),
      false,
    );
    await page.close();
  });
});
