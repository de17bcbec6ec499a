import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from '../support/open.ts';
import { settling } from '../support/settled.ts';
import { fileOf, pagePaths, read } from '../support/site.ts';
import { withChineseVoice } from '../support/speech.ts';

const open = useSite();
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/;

/** Opens a page under its own policy and notes what the policy refused. */
async function watched(path: string) {
  const violations: string[] = [];
  let settled = async () => {};
  const page = await open(path, { bypassCSP: false }, async (blank: Page) => {
    await withChineseVoice(blank);
    settled = settling(blank);
    blank.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text());
    });
  });
  return { page, violations, settled };
}

test('every page has a policy that starts from nothing and allows nothing unsafe', () => {
  for (const path of pagePaths()) {
    const [before, policy = '', after = ''] = read(fileOf(path)).split(POLICY);
    assert.match(policy, /^default-src 'none'; /, path);
    assert.doesNotMatch(policy, /unsafe|\*|https?:|data:/, path);
    assert.doesNotMatch(before ?? '', /<(style|script|link)/, 'nothing comes before the policy');
    const isScripted = /<script(?! type="application\/ld\+json")/.test(after);
    assert.equal(policy.includes('script-src'), isScripted, path);
  }
});

test('no page breaks its own policy, in any state', async () => {
  for (const path of pagePaths()) {
    const { page, violations, settled } = await watched(path);
    for (const name of ['大字', '朗读', '复制链接'])
      if (await page.locator(`button:text("${name}")`).count())
        await page.click(`button:text("${name}")`);
    for (const fold of await page.locator('summary:visible').all()) await fold.click();
    await settled();
    assert.deepEqual(violations, [], path);
    await page.close();
  }
});

test('an injected script is refused, inline or as a handler', async () => {
  const { page, violations } = await watched('rd17-3/273/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    document.body.setAttribute('onclick', 'window.injected = true');
    document.body.click();
  });
  assert.equal(await page.evaluate('window.injected'), undefined);
  assert.ok(violations.length >= 2, violations.join('\n'));
  await page.close();
});
