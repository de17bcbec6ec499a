import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import type { Site } from '../site/schema.ts';
import { atom } from './feed.ts';

test('words of a letter are never read as tags of the feed', () => {
  const { letter } = parse();
  const site = { name: '站', description: '说明', url: new URL('https://gov.example/') } as Site;
  const feed = atom([{ ...letter!, summary: '答复<b>甲</b> & 乙' }], site);
  assert.ok(feed.includes('<summary type="html"><![CDATA[答复&lt;b>甲&lt;/b> &amp; 乙]]>'));
});
