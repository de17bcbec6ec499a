import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { resolve } from 'node:path';
import { copyProject, environment, run } from '../support/project.ts';
import { cases } from '../support/received.ts';

const DRAFT = cases.find(({ name }) => name === 'numbers-disagree')!;
const QUESTION = /前后不一致：一处是“53”，一处是“35”/;

/** The address at which a dev server says it listens. */
const addressIn = (output: NodeJS.ReadableStream): Promise<string> =>
  new Promise((found, lost) => {
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/[\w.[\]:]+:\d+/.exec(text)?.[0];
      if (address) found(address);
    });
    output.on('end', () => lost(new Error(text)));
  });

test('a draft is told by the check, and shown with its questions while editing', async () => {
  const folder = copyProject();
  assert.equal(run(folder, ['scripts/add.ts', resolve(DRAFT.file)]).status, 2);
  const check = run(folder, ['scripts/check.ts']);
  assert.equal(check.status, 0, check.output);
  assert.match(check.stdout, /草稿 content\/zx10-5\/53\.md 还不公布/);
  assert.match(check.stdout, QUESTION);

  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '0'],
    {
      cwd: folder,
      // Else Astro goes to the background where it takes its reader for a program, and outlives the test.
      env: environment({ ASTRO_DEV_BACKGROUND: '0' }),
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  try {
    const page = await (await fetch(`${await addressIn(server.stdout)}/zx10-5/53/`)).text();
    assert.match(page, QUESTION);
    assert.match(page, /id="s1"[^>]*>[\s\S]{0,200}一、打通断头路/);
    assert.match(page, /<meta name="robots" content="noindex"/);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
});
