import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostHeaders } from '../../src/outputs/headers.ts';
import { frameAncestors, portalRemark } from '../../src/site/portals.ts';
import { ask } from '../support/ask.ts';
import { startCaddy, startNginx } from '../support/hosts.ts';
import { newFolder } from '../support/project.ts';

const portals = ['https://www.example.gov.cn', 'https://portal.example.gov.cn:8443'];
const policy = frameAncestors({ portals });
const frames = portals.join(' ');

test('no site may show the pages in a frame unless site.yaml names it', () => {
  assert.equal(frameAncestors({ portals: [] }), "frame-ancestors 'none'");
  assert.equal(policy, `frame-ancestors ${frames}`);
  const headers = hostHeaders([], { portals });
  assert.match(headers, new RegExp(`^/\\*\n {2}Content-Security-Policy: ${policy}$`, 'm'));
  const none = hostHeaders([], { portals: [] });
  const remarks: [now: string, before: string, says: string | undefined][] = [
    [headers, '', frames],
    [headers, none, frames],
    [none, headers, "'none'"],
    [headers, headers, frames],
    [none, '', undefined],
  ];
  for (const [now, before, says] of remarks) {
    const remark = portalRemark(now, before);
    if (says === undefined) assert.equal(remark, undefined);
    else assert.match(remark ?? '', new RegExp(`default "${says}";.*SITE_FRAMES="${says}"`));
  }
});

for (const [name, start] of [
  ['nginx', (root: string) => startNginx(root, 'root', frames)],
  ['Caddy', (root: string) => startCaddy(root, frames)],
] as const)
  test(`${name} lets the portals show every page, by one value of its recipe`, async (context) => {
    const root = newFolder();
    mkdirSync(join(root, 'rd17-3/9'), { recursive: true });
    for (const file of ['index.html', '404.html', 'rd17-3/9/index.html', 'favicon.svg'])
      writeFileSync(join(root, file), file);
    const host = await start(root);
    context.after(() => host.stop());
    const policyOf = async (path: string) =>
      (await ask(host, path)).headers['content-security-policy'];
    for (const path of ['/', '/rd17-3/9/', '/nothing/']) assert.equal(await policyOf(path), policy);
    assert.equal(await policyOf('/favicon.svg'), `${policy}, default-src 'none'`);
  });
