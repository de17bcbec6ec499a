import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callOf, controlKeys, type Engine, type Scheme } from './engine.ts';
import { lineOf, stop } from './process.ts';

/** Nothing but this machine is reached: every other address is asked of a proxy that does not exist. */
const PREFERENCES = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'browser.shell.checkDefaultBrowser': false,
  // As on a phone, and in the other engines' pictures.
  'ui.useOverlayScrollbars': 1,
  'datareporting.policy.dataSubmissionEnabled': false,
};
/** The values of a preference of Firefox: 0 is dark, 1 is light. */
const SCHEMES = { dark: 0, light: 1 };

interface Answer {
  id?: number;
  result?: unknown;
  message?: string;
}

/** Connects to WebDriver BiDi. Returns a function that sends a command and returns its result. */
async function connect(address: string) {
  const socket = new WebSocket(`${address}/session`);
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = failed;
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  };
  let last = 0;
  return async <Result>(method: string, params: object = {}): Promise<Result> => {
    const id = ++last;
    const answer = await new Promise<Answer>((answered) => {
      waiting.set(id, answered);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.result === undefined) throw new Error(`Firefox, ${method}: ${answer.message}`);
    return answer.result as Result;
  };
}

/** Starts Firefox without a window and returns its engine, driven by WebDriver BiDi. */
export async function firefoxEngine(path: string, scheme: Scheme): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const settings = {
    ...PREFERENCES,
    'layout.css.prefers-color-scheme.content-override': SCHEMES[scheme],
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = spawn(path, ['--headless', '--remote-debugging-port=0', '--profile', profile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await lineOf(child, child.stderr, /WebDriver BiDi listening on (\S+)/);
  const send = await connect(address);
  await send('session.new', { capabilities: {} });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree');
  const context = contexts[0]!.context;
  const target = { context };
  const bytes = async (method: string, params: object) =>
    Buffer.from((await send<{ data: string }>(method, { context, ...params })).data, 'base64');
  return {
    page: {
      open: (address) =>
        send('browsingContext.navigate', { context, url: address, wait: 'complete' }),
      resize: (width, height) =>
        send('browsingContext.setViewport', { context, viewport: { width, height } }),
      async evaluate(work, ...values) {
        const { result, exceptionDetails } = await send<{
          result?: { value?: string };
          exceptionDetails?: { text: string };
        }>('script.evaluate', {
          expression: `Promise.resolve(${callOf(work, values)}).then((value) => JSON.stringify(value))`,
          target,
          awaitPromise: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        return result?.value === undefined ? undefined : JSON.parse(result.value);
      },
      pressControl: (letter) =>
        send('input.performActions', { context, actions: controlKeys(letter) }),
      picture: () => bytes('browsingContext.captureScreenshot', { origin: 'document' }),
      print: () =>
        // A4 in cm; the margins are those of the page's own rules.
        bytes('browsingContext.print', {
          page: { width: 21, height: 29.7 },
          margin: { top: 0, bottom: 0, left: 0, right: 0 },
        }),
    },
    limits: [],
    async close() {
      await stop(child);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
