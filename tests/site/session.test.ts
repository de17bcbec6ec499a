import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { useFixture } from '../support/fixtures.ts';
import { lettersOf } from '../support/letters.ts';
import { filesOf } from '../support/site.ts';

const received = useFixture('received');
let letters: Awaited<ReturnType<typeof lettersOf>>;
before(async () => {
  await received.built();
  letters = await lettersOf(received.folder);
});

/** The letters by their sessions. */
const sessions = () => [...Map.groupBy(letters, ({ key }) => key.split('/')[0]!)];

/** Reads CSV by RFC 4180, quoted fields included. */
function readCsv(text: string): string[][] {
  const fields = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of fields) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('the table of a session has a row for each letter, as the letter states it', () => {
  assert.ok(sessions().length > 3);
  for (const [session, group] of sessions()) {
    const text = received.read(`${session}/letters.csv`);
    assert.ok(text.startsWith('\uFEFF'), 'WPS and Excel take it for UTF-8');
    const [head, ...rows] = readCsv(text.slice(1));
    assert.equal(head?.[0], '编号');
    assert.deepEqual(
      rows.map((row) => row.map((value) => value.replace(/^'/, ''))),
      group.map((letter) => [
        String(letter.proposal.number),
        letter.key.split('-')[2] ?? '1',
        letter.proposal.title ?? letter.title.join(''),
        letter.proposal.lead ?? '',
        letter.signatories.join('、'),
        letter.date?.printed ?? '',
        letter.category ?? '',
        letter.published,
        `http://localhost:4321/${letter.path}`,
        letter.sha256,
      ]),
    );
    for (const value of rows.flat()) assert.doesNotMatch(value, /^[=+\-@\t]/);
  }
});

test('the page of a session counts its letters, and by bureau and class', () => {
  for (const [session, group] of sessions()) {
    const page = received.read(`${session}/`);
    const [markup = ''] = /<section aria-labelledby="totals">[^]*?<\/section>/.exec(page) ?? [];
    const section = markup.replaceAll(/<[^>]+>/g, '');
    assert.ok(section.includes(`共${group.length}份答复。`), session);
    for (const name of new Set(group.flatMap(({ signatories }) => signatories))) {
      const count = group.filter(({ signatories }) => signatories.includes(name)).length;
      assert.ok(section.includes(`${name}${count}份`), `${session}: ${name}`);
    }
    for (const name of new Set(group.flatMap(({ category }) => category ?? []))) {
      const count = group.filter(({ category }) => category === name).length;
      assert.ok(section.includes(`${name}${count}份`), `${session}: ${name}`);
    }
    assert.equal(
      section.includes('办理类别'),
      group.some(({ category }) => category !== undefined),
      session,
    );
    assert.match(page, /"@type":"Dataset"[^]*"contentUrl":"[^"]+letters\.csv"/);
  }
});

test('the manifest beside a letter lists every file with its digest, but pages and compressed forms', () => {
  const files = filesOf(received.dist);
  for (const { path } of letters) {
    const listed = received.read(`${path}manifest-sha256.txt`).trimEnd().split('\n');
    const expected = files
      .filter((file) => dirname(file) === path.slice(0, -1))
      .map((file) => file.slice(path.length))
      .filter((file) => !/^index\.html$|^manifest-|\.(br|gz)$/.test(file))
      .map((file) => {
        const bytes = readFileSync(join(received.dist, path, file));
        return `${createHash('sha256').update(bytes).digest('hex')}  ${file}`;
      });
    assert.deepEqual(listed.sort(), expected.sort(), path);
  }
});
