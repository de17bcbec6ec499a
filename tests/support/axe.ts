import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Every rule that axe has, those that are off by default included. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => {
    type Axe = { getRules(): { ruleId: string }[]; run(options: RunOptions): Promise<AxeResults> };
    const { axe } = window as unknown as { axe: Axe };
    const rules: NonNullable<RunOptions['rules']> = {};
    for (const { ruleId } of axe.getRules()) rules[ruleId] = { enabled: true };
    return axe.run({ rules, resultTypes: ['violations'] });
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
