import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const ENGINE = readFileSync('node_modules/accessibility-checker-engine/ace.js', 'utf8');

/**
 * The failures that IBM's rules on access find in a page. A box that scrolls has to be a stop of the keyboard,
 * which the rule on roles does not know.
 */
export async function ibm(page: Page): Promise<string[]> {
  await page.evaluate(ENGINE);
  return page.evaluate(async () => {
    interface Issue {
      ruleId: string;
      value: [kind: string, result: string];
      snippet: string;
    }
    interface Checker {
      check(document: Document, guidelines: string[]): Promise<{ results: Issue[] }>;
    }
    const { ace } = window as unknown as { ace: { Checker: new () => Checker } };
    const { results } = await new ace.Checker().check(document, ['IBM_Accessibility']);
    const scrolls = document.querySelector('.table[tabindex]') !== null;
    return results
      .filter(({ value: [kind, result] }) => kind === 'VIOLATION' && result === 'FAIL')
      .filter(({ ruleId }) => !(scrolls && ruleId === 'element_tabbable_role_valid'))
      .map(({ ruleId, snippet }) => `${ruleId}: ${snippet}`);
  });
}
