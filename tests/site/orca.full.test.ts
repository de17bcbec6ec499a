import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/lib/server.ts';
import { inlineText } from '../../src/letter/body.ts';
import { letterText } from '../../src/letter/text.ts';
import { letters } from '../support/letters.ts';
import { listenToOrca, needOrca } from '../support/orca.ts';
import { bare, DIST } from '../support/site.ts';

/** A real screen reader: Orca with Firefox, on a screen and with a voice that nobody sees or hears. */
let site: Awaited<ReturnType<typeof serve>>;
before(async () => {
  needOrca();
  site = await serve(DIST);
});
after(() => site.close());

test('Enter on the mark of a note takes Orca to the note', async (context) => {
  const { path, notes } = letters[0]!;
  const note = notes.find(({ id }) => id === 'n-visits')!;
  // The fragment has the focus; the first link in it is the mark.
  const said = await listenToOrca(`${site.url}${path}#p3`, ['Tab', 'Return']);
  for (const words of said) context.diagnostic(words);
  const start = bare(inlineText(note.paragraphs[0]!)).slice(0, 12);
  context.diagnostic(`注${note.number}：${start}`);
  assert.ok(bare(said.join('')).includes(start), said.join(' | '));
});

test('Orca says a paragraph to its end before the mark of its first note', async (context) => {
  // The mark has the focus after Tab.
  const said = await listenToOrca(`${site.url}${letters[0]!.path}#p6`, ['Tab', 'Up']);
  for (const words of said) context.diagnostic(words);
  const words = letterText(letters[0]!).find(({ id }) => id === 'p6')!.text;
  assert.match(bare(said.join('')), new RegExp(`${bare(words).slice(-4)}$`));
});
