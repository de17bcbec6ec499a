import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import type { Site } from '../content/site-schema.ts';
import { WITHHELD } from '../letter/withholding.ts';
import { letterGraph } from './schema-org.ts';

const place = { city: '某某市', prefecture: '某市', province: '某省', areaCode: '0574' };
const site = { name: '站', place, bureaus: [], url: new URL('https://gov.example/') };

test('a person whose name is withheld is no person in the linked data', () => {
  const names = (edition: string, received: string) => {
    const { letter, diagnostics } = parse(edition, received);
    assert.deepEqual(diagnostics, []);
    return JSON.stringify(letterGraph(letter!, site as unknown as Site));
  };
  assert.match(names(SAMPLE, RECEIVED), /"recipient":\{"@type":"Person","name":"张三"\}.*"李四"/);
  const withhold = (text: string) => text.replaceAll(/张三|李四/g, WITHHELD);
  const at = ['to', 'cc', 'proposal', 'persons', 'summary'];
  const withheld = at.map((place) => `{at: ${place}, why: 个人信息, on: 2026-12-01}`).join(', ');
  const edition = withhold(SAMPLE).replace('source:\n', `withheld: [${withheld}]\nsource:\n`);
  const graph = names(edition, withhold(RECEIVED));
  assert.doesNotMatch(graph, /"Person"|"recipient"/);
  assert.match(graph, /"ccRecipient":\[\{"@type":"Organization","name":"市政府办公室"\}\]/);
});
