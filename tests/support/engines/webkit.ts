import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import sharp, { type OverlayOptions } from 'sharp';
import { callOf, controlKeys, type Engine, type Scheme } from './engine.ts';
import { lineOf, stop } from './process.ts';

/** The window of WebKitGTK's MiniBrowser is never narrower. A narrower page is opened in a frame. */
const LEAST_WIDTH = 450;
/** The driver does not answer if a picture is much taller, in px. */
const TALLEST = 12_000;
const SCREEN = { width: 1400, height: TALLEST + 200 };
/** WebDriver's name of an element in JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Returns a function that sends a command of WebDriver and returns its value. */
const driverAt =
  (port: number) =>
  async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: Value & { message?: string } };
    if (!response.ok) throw new Error(`WebKit, ${path}: ${value?.message}`);
    return value;
  };

/** Starts WebKitGTK on a screen of its own and returns its engine, driven by WebDriver. */
export async function webkitEngine(scheme: Scheme): Promise<Engine> {
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const display = await lineOf(screen, screen.stdio[3] as Readable, /^(\d+)\n/);
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const send = driverAt(port);
  const newSession = () => send<{ sessionId: string }>('POST', '/session', { capabilities: {} });
  let session: string | undefined;
  for (let tries = 0; session === undefined; tries++)
    try {
      session = (await newSession()).sessionId;
    } catch (error) {
      if (tries > 50) throw error;
      await pause(100);
    }
  const command = <Value>(method: string, path: string, body?: object) =>
    send<Value>(method, `/session/${session}/${path}`, body);
  const run = <Value>(script: string, args: unknown[] = []) =>
    command<Value>('POST', 'execute/sync', { script, args });
  let size = { width: 1280, height: 900 };
  let frame: { [ELEMENT]: string } | undefined;
  let wasWide = false;

  /** Makes the viewport of the window this large: the window also has a bar of tools. */
  async function fit(width: number, height: number): Promise<void> {
    await command('POST', 'frame', { id: null });
    for (let tries = 0; tries < 20; tries++) {
      const inner = await run<number[]>('return [innerWidth, innerHeight]');
      if (inner[0] === width && inner[1] === height) break;
      const outer = await command<{ width: number; height: number }>('GET', 'window/rect');
      await command('POST', 'window/rect', {
        x: 0,
        y: 0,
        width: outer.width + width - inner[0]!,
        height: outer.height + height - inner[1]!,
      });
      await pause(50);
    }
    if (frame) {
      await run('arguments[0].style.height = arguments[1] + "px"', [frame, height]);
      await command('POST', 'frame', { id: frame });
    }
  }

  /** Returns a picture of what the viewport, or the frame, shows now. */
  async function photograph(): Promise<Buffer> {
    if (frame) await command('POST', 'frame', { id: null });
    // The picture is taken when the page is painted next: a dot that nobody sees makes it so.
    await run(`const dot = document.body.appendChild(document.createElement('i'));
      dot.style = 'position:fixed;bottom:0;width:1px;height:1px';
      let on = false;
      window.repaint = setInterval(() => (dot.style.background = (on = !on) ? '#00000001' : ''), 20);
      window.dot = dot;`);
    const path = frame ? `element/${frame[ELEMENT]}/screenshot` : 'screenshot';
    const png = await command<string>('GET', path);
    await run('clearInterval(window.repaint); window.dot.remove()');
    if (frame) await command('POST', 'frame', { id: frame });
    return Buffer.from(png, 'base64');
  }

  return {
    page: {
      async open(address) {
        const { width, height } = size;
        const isNarrow = width < LEAST_WIDTH;
        // A frame stays empty in a window that has shown a page of its own.
        if (isNarrow && wasWide) {
          await command('DELETE', '');
          session = (await newSession()).sessionId;
        }
        wasWide = !isNarrow;
        await command('POST', 'frame', { id: null });
        frame = undefined;
        await fit(Math.max(width, LEAST_WIDTH), height);
        if (!isNarrow) return command('POST', 'url', { url: address });
        const style = `display:block;border:0;width:${width}px;height:${height}px`;
        const html = `<body style="margin:0"><iframe src="${address}" style="${style}"></iframe>`;
        await command('POST', 'url', { url: `data:text/html,${encodeURIComponent(html)}` });
        frame = await command('POST', 'element', { using: 'css selector', value: 'iframe' });
        await command('POST', 'frame', { id: frame });
        // The page around it may be ready before the frame is.
        while (
          !(await run(
            'return location.href !== "about:blank" && document.readyState === "complete"',
          ))
        )
          await pause(20);
      },
      async resize(width, height) {
        size = { width, height };
      },
      async evaluate(work, ...values) {
        const json = await command<string | null>('POST', 'execute/async', {
          script: `const done = arguments[0];
            Promise.resolve(${callOf(work, values)}).then((value) => done(JSON.stringify(value) ?? null));`,
          args: [],
        });
        return json === null ? undefined : JSON.parse(json);
      },
      async pressControl(letter) {
        await command('POST', 'actions', { actions: controlKeys(letter) });
      },
      async picture() {
        const { width, height } = size;
        const tall = await run<number>('return document.documentElement.scrollHeight');
        const window = Math.min(tall, TALLEST);
        await fit(Math.max(width, LEAST_WIDTH), window);
        const strips: OverlayOptions[] = [];
        for (let top = 0; top < tall; top += window) {
          const start = Math.min(top, tall - window);
          await run('scrollTo(0, arguments[0])', [start]);
          strips.push({ input: await photograph(), left: 0, top: start });
        }
        await fit(Math.max(width, LEAST_WIDTH), height);
        const canvas = { width, height: tall, channels: 3 as const, background: '#fff' };
        return sharp({ create: canvas }).composite(strips).png().toBuffer();
      },
    },
    limits: ['WebKit 不能打印', `WebKit 的窗口至少 ${LEAST_WIDTH} px 宽，更窄的页面放在框架里看`],
    async close() {
      await command('DELETE', '').catch(() => undefined);
      await stop(driver);
      await stop(screen);
    },
  };
}
