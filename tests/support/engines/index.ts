import { existsSync } from 'node:fs';
import { firefox, webkit, type BrowserType } from 'playwright-core';
import { browserPath, installFromPlaywright, launch } from '../browser.ts';
import { fromDebian } from '../debian.ts';
import type { Engine, Scheme } from './engine.ts';
import { firefoxEngine } from './firefox.ts';
import { playwrightEngine } from './playwright.ts';
import { webkitEngine } from './webkit.ts';

export type { Engine, EnginePage, Scheme } from './engine.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

const isEngine = (name: string): name is EngineName =>
  (ENGINES as readonly string[]).includes(name);

/** Returns the engines that `--engines=NAME,…` names, or all of them. Throws if a name is unknown. */
export function parseEngines(list: string = ENGINES.join(',')): EngineName[] {
  return list.split(',').map((name) => {
    if (!isEngine(name))
      throw new Error(
        `没有“${name}”这种内核。改法：--engines= 后写 ${ENGINES.join('、')}，以逗号分开`,
      );
    return name;
  });
}

/** The programs of an engine on Debian with the packages that hold them, and Playwright's build elsewhere. */
const SOURCES = {
  firefox: { debian: { '/usr/bin/firefox-esr': 'firefox-esr' }, playwright: firefox },
  webkit: {
    debian: { '/usr/bin/WebKitWebDriver': 'webkit2gtk-driver', '/usr/bin/Xvfb': 'xvfb' },
    playwright: webkit,
  },
};

/**
 * Returns Playwright's browser type if its own build is to be used, undefined if Debian's programs are. What is
 * absent is installed. Throws if an engine cannot be had: what it should show must never pass without it.
 */
function findEngine(name: keyof typeof SOURCES): BrowserType | undefined {
  const { debian, playwright } = SOURCES[name];
  const hasDebian = () => Object.keys(debian).every((file) => existsSync(file));
  if (hasDebian() || (fromDebian(...Object.values(debian)) && hasDebian())) return undefined;
  const hasOwn = () => existsSync(playwright.executablePath());
  if (!hasOwn()) installFromPlaywright(name);
  if (hasOwn()) return playwright;
  const packages = Object.values(debian).join('、');
  throw new Error(
    `没有找到 ${name}。改法：在 Debian 上安装 ${packages}；不看这种内核，用 --engines= 写明要看的`,
  );
}

/** Installs what engines need. Throws if one of them cannot be had. */
export function needEngines(names: EngineName[]): void {
  for (const name of names)
    if (name === 'chromium') browserPath();
    else findEngine(name);
}

/** Starts an engine: Chromium; Debian's Firefox and WebKitGTK, or on other systems Playwright's own builds. */
export async function startEngine(name: EngineName, scheme: Scheme = 'light'): Promise<Engine> {
  if (name === 'chromium') return playwrightEngine(await launch(), scheme);
  const own = findEngine(name);
  if (own) return playwrightEngine(await own.launch(), scheme);
  return name === 'firefox'
    ? firefoxEngine(Object.keys(SOURCES.firefox.debian)[0]!, scheme)
    : webkitEngine(scheme);
}
