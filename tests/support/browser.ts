import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { fromDebian, mayInstall, run } from './debian.ts';

const INSTALLED = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const find = () =>
  [...INSTALLED, chromium.executablePath()].find((path) => path && existsSync(path));

const hasChineseFont = () =>
  spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout?.trim() !== '';

/** Downloads Playwright's own build of a browser, if that is allowed. */
export function installFromPlaywright(name: string): void {
  if (!mayInstall()) return;
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');
  run(process.execPath, cli, 'install', name);
}

/**
 * Returns the path of a Chromium or Chrome; installs Chromium if there is none. Throws if that fails: a test
 * that needs a browser must never pass without it.
 */
export function browserPath(): string {
  if (!find() && !fromDebian('chromium', 'fonts-noto-cjk')) installFromPlaywright('chromium');
  const path = find();
  if (!path)
    throw new Error('没有找到 Chromium 或 Chrome。改法：安装一个，或用 CHROME_PATH 指明它的位置');
  if (!hasChineseFont()) fromDebian('fonts-noto-cjk');
  return path;
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), args: FLAGS });
