import { existsSync } from 'node:fs';
import { firefox, webkit, type BrowserType } from 'playwright-core';
import { installFromPlaywright, launch } from '../browser.ts';
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

/** Programs of Debian, and the packages that hold them. */
const FIREFOX = { '/usr/bin/firefox-esr': 'firefox-esr' };
const WEBKIT = { '/usr/bin/WebKitWebDriver': 'webkit2gtk-driver', '/usr/bin/Xvfb': 'xvfb' };

/** Returns true if all of these programs are here, after an attempt to install those that are not. */
function has(programs: Record<string, string>): boolean {
  const areHere = () => Object.keys(programs).every((file) => existsSync(file));
  return areHere() || (fromDebian(...Object.values(programs)) && areHere());
}

/** Launches Playwright's own build; throws if there is none and none can be installed. */
async function fromPlaywright(type: BrowserType, packages: string[], scheme: Scheme) {
  const name = type.name();
  if (!existsSync(type.executablePath())) installFromPlaywright(name);
  if (!existsSync(type.executablePath()))
    throw new Error(
      `没有找到 ${name}。改法：在 Debian 上安装 ${packages.join('、')}；不看这种内核，用 --engines= 写明要看的`,
    );
  return playwrightEngine(await type.launch(), scheme);
}

/**
 * Starts an engine: Chromium; Debian's Firefox and WebKitGTK, or on other systems Playwright's own builds.
 * Throws if it cannot be had: what is to be looked at in an engine must never pass without it.
 */
export async function startEngine(name: EngineName, scheme: Scheme = 'light'): Promise<Engine> {
  if (name === 'chromium') return playwrightEngine(await launch(), scheme);
  if (name === 'firefox')
    return has(FIREFOX)
      ? firefoxEngine(Object.keys(FIREFOX)[0]!, scheme)
      : fromPlaywright(firefox, Object.values(FIREFOX), scheme);
  return has(WEBKIT) ? webkitEngine(scheme) : fromPlaywright(webkit, Object.values(WEBKIT), scheme);
}
