import type { Browser } from 'playwright-core';
import type { Engine, Scheme } from './engine.ts';

/** Returns the engine of a browser that Playwright drives. Chromium alone prints. */
export async function playwrightEngine(browser: Browser, scheme: Scheme): Promise<Engine> {
  const page = await browser.newPage({ bypassCSP: true, colorScheme: scheme });
  const prints = browser.browserType().name() === 'chromium';
  return {
    page: {
      open: async (address) => void (await page.goto(address)),
      resize: (width, height) => page.setViewportSize({ width, height }),
      evaluate: async (work, ...values) =>
        page.evaluate(({ source, given }) => (0, eval)(`(${source})`)(...given), {
          source: String(work),
          given: values,
        }),
      pressControl: (letter) => page.keyboard.press(`Control+${letter}`),
      picture: () => page.screenshot({ fullPage: true }),
      ...(prints && { print: () => page.pdf({ preferCSSPageSize: true }) }),
    },
    limits: prints ? [] : [`${browser.browserType().name()} 不能打印`],
    close: () => browser.close(),
  };
}
