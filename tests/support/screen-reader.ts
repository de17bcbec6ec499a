import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';

/** A virtual screen reader, as a script that defines `reader`. */
const READER = buildSync({
  stdin: {
    contents: "export { virtual as reader } from '@guidepup/virtual-screen-reader'",
    resolveDir: process.cwd(),
  },
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  globalName: 'guidepup',
}).outputFiles[0]!.text;

/** The most phrases of a page. */
const MOST = 4000;

/** The phrases that a virtual screen reader says from the start of a page to its end. */
export async function readAll(page: Page): Promise<string[]> {
  await page.evaluate(READER);
  return page.evaluate(async (most) => {
    interface Reader {
      start(options: { container: Node }): Promise<void>;
      next(): Promise<void>;
      lastSpokenPhrase(): Promise<string>;
      spokenPhraseLog(): Promise<string[]>;
      stop(): Promise<void>;
    }
    const { reader } = (window as unknown as { guidepup: { reader: Reader } }).guidepup;
    await reader.start({ container: document.body });
    for (let count = 0; count < most; count++) {
      if ((await reader.lastSpokenPhrase()) === 'end of document') break;
      await reader.next();
    }
    const log = await reader.spokenPhraseLog();
    await reader.stop();
    return log;
  }, MOST);
}

/** A node of the accessibility tree of Chromium. */
export interface AccessibleNode {
  role: string;
  name: string;
  children: AccessibleNode[];
}

/**
 * The accessibility tree of a page as Chromium exposes it, in the order of the document, without the nodes that it
 * ignores: their children are those of the node above them.
 */
export async function accessibleNodes(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const exposed = new Map<string, AccessibleNode>(
    nodes
      .filter(({ ignored }) => !ignored)
      .map(({ nodeId, role, name }) => [
        nodeId,
        { role: String(role?.value), name: String(name?.value ?? ''), children: [] },
      ]),
  );
  const childrenOf = (nodeId: string): AccessibleNode[] =>
    (byId.get(nodeId)?.childIds ?? []).flatMap((child) => exposed.get(child) ?? childrenOf(child));
  for (const [nodeId, node] of exposed) node.children = childrenOf(nodeId);
  return [...exposed.values()];
}
