import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allElements, attribute, readHtml } from '../support/html.ts';
import { useFixture } from '../support/fixtures.ts';

const { read } = useFixture('county');

test('a proposal that a letter names leads to its reply, and the link is marked as editorial', () => {
  const links = (path: string) =>
    allElements(readHtml(read(path))).filter(
      (one) =>
        attribute(one, 'href') === '../../rd17-3/6/' && attribute(one, 'data-link') !== undefined,
    );
  for (const path of ['rd17-3/5/', 'rd17-3/30/']) {
    const [link, ...more] = links(path);
    assert.deepEqual(more, []);
    assert.equal(attribute(link!, 'data-link'), 'editor');
    assert.equal(attribute(link!, 'title'), '链接为本站所加');
  }
  assert.deepEqual(links('rd17-3/6/'), []);
  assert.doesNotMatch(read('rd17-3/273/'), /data-link/);
});
