import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The violations of every rule that axe has, those that are off by default included; or of its rules on colours. */
export async function axe(page: Page, only?: 'colors'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (tags) => {
      type Axe = {
        getRules(tags?: string[]): { ruleId: string }[];
        run(options: RunOptions): Promise<AxeResults>;
      };
      const { axe } = window as unknown as { axe: Axe };
      const all = new Set(axe.getRules(tags).map(({ ruleId }) => ruleId));
      const rules: NonNullable<RunOptions['rules']> = {};
      for (const { ruleId } of axe.getRules()) rules[ruleId] = { enabled: all.has(ruleId) };
      return axe.run({ rules, resultTypes: ['violations'] });
    },
    only && ['cat.color'],
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** The same of a page in light and in dark colours, of which only the rules on colours can differ. */
export async function axeInBothSchemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await axe(page, 'colors')).map((violation) => `dark: ${violation}`)];
}
