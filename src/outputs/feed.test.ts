import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import type { Site } from '../content/site-schema.ts';
import { hasBureauFeeds } from '../letter/sessions.ts';
import { atomFeed, bureauFeed } from './feed.ts';

const letter = parse().letter!;
const site = { name: '站', description: '说明', url: new URL('https://gov.example/') } as Site;
const feedOf = (letters: (typeof letter)[]) => atomFeed({ letters, withdrawn: [] }, site);

test('words of a letter are never read as tags of the feed', () => {
  const feed = feedOf([{ ...letter, summary: '答复<b>甲</b> & 乙' }]);
  assert.ok(feed.includes('<summary type="html"><![CDATA[答复&lt;b&gt;甲&lt;/b&gt; &amp; 乙]]>'));
});

test('ends of CDATA among the words do not end the summary', () => {
  const feed = feedOf([{ ...letter, summary: '甲]]>乙]]>丙' }]);
  assert.equal(feed.split(']]>').length, feed.split('<![CDATA[').length);
});

test('a corrected letter comes first, at its old address, and says what was put right', () => {
  const correction = { what: '“三”改为“四”', why: '录入时抄错', added: [], removed: [] };
  const old = { ...letter, key: 'rd1-1/1', published: '2026-01-01 09:00' };
  const corrected = { ...old, corrections: [{ ...correction, date: '2026-12-01 10:00' }] };
  const other = { ...letter, key: 'rd1-1/2', published: '2026-06-01 09:00' };
  const entries = (letters: (typeof letter)[]) => feedOf(letters).match(/<entry>[^]*?<\/entry>/g)!;
  const [before, after] = [entries([old, other])[1]!, entries([corrected, other])[0]];
  for (const tag of ['id', 'published'])
    assert.equal(after.match(`<${tag}>.*</${tag}>`)?.[0], before.match(`<${tag}>.*</${tag}>`)?.[0]);
  assert.match(after, /<updated>2026-12-01T02:00:00.000Z</);
  assert.match(after, /CDATA\[更正，2026年12月1日：“三”改为“四”。原因：录入时抄错。/);
  assert.doesNotMatch(before, /更正/);
});

test('a withdrawn letter takes the place of its entry, with the reason', () => {
  const withdrawal = {
    key: letter.key,
    proposal: letter.proposal,
    withdrawn: { on: '2026-12-02', why: '<误发>' },
    fragments: [],
    files: [],
    hasFigures: false,
  };
  const place = { city: '某某市' } as Site['place'];
  const feed = atomFeed({ letters: [], withdrawn: [withdrawal] }, { ...site, place });
  assert.match(feed, /<id>https:\/\/gov\.example\/rd17-3\/9\/<\/id>/);
  assert.match(feed, /CDATA\[已撤下：市十七届人大三次会议第9号建议的答复\]/);
  assert.match(feed, /CDATA\[2026年12月2日撤下。理由：&lt;误发&gt;\]/);
  assert.match(feed, /<updated>2026-12-01T16:00:00.000Z</);
});

test('from a hundred and one letters on, withdrawn ones included, bureaus have feeds', () => {
  const letters = Array.from({ length: 100 }, () => letter);
  assert.equal(hasBureauFeeds({ letters, withdrawn: [] }), false);
  assert.equal(hasBureauFeeds({ letters: [...letters, letter], withdrawn: [] }), true);
});

test('the feed of a bureau has the letters that it signed, under its own address', () => {
  const other = { ...letter, key: 'rd17-3/10', signatories: ['乙局'] };
  const feed = bureauFeed({ id: 'jia', name: letter.signatories[0]! }, [letter, other], site);
  assert.match(feed, /<id>https:\/\/gov\.example\/bureaus\/jia\/<\/id>/);
  assert.match(feed, /<link rel="self" href="https:\/\/gov\.example\/bureaus\/jia\/feed\.xml"\/>/);
  assert.match(feed, /<title>某某局 · 站<\/title>/);
  assert.deepEqual(feed.match(/rd17-3\/\d+/g)?.slice(0, 1), ['rd17-3/9']);
  assert.doesNotMatch(feed, /rd17-3\/10/);
});
