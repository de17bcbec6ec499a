import assert from 'node:assert/strict';
import { test } from 'node:test';
import bcd, {
  type CompatStatement,
  type Identifier,
} from '@mdn/browser-compat-data' with { type: 'json' };
import { parse, walk, type CssNode, type Declaration } from 'css-tree';
import { fileOf, pagePaths, read } from '../support/site.ts';

/** The oldest browsers that the pages are made for. */
const OLDEST = { chrome: 86, safari: 13, safari_ios: 13 } as const;

/**
 * Newer CSS that may be used, each with the reason why nothing is lost in browsers without it. Any other
 * newer declaration needs a plain declaration of the same property before it in the same rule.
 */
const ENHANCEMENTS: Record<string, string> = {
  'text-autospace': 'no gap between Han and figures',
  'text-wrap': 'lines break as they come',
  'text-justify': 'only Han characters share what a line lacks',
  'text-underline-offset': 'the underline sits closer',
  'text-decoration-thickness': 'the underline is thicker',
  'text-size-adjust': '-webkit-text-size-adjust stands before it',
  'scroll-target-group': 'the contents do not follow the reader',
  ':target-current': 'the contents do not follow the reader',
  ':has': 'a table may be printed on the page after its announcement',
  ':focus-visible': 'a focus is shown to the mouse as well',
  'prefers-contrast': 'contrast is 7:1 without it',
  'forced-colors': 'before forced colours there was nothing to mend',
  '@page margin box': 'no page number is printed',
  cursor: 'a phone has no pointer',
  size: 'the paper in the printer is used',
  'break-before': 'a page may break there',
  'break-after': 'a page may break there',
  'break-inside': 'a page may break there',
  'scroll-margin-top': 'a target sits at the very top',
};

/** Media features that the oldest browsers support, or whose absence is explained above. */
const MEDIA = ['min-width', 'max-width', 'prefers-color-scheme', ...Object.keys(ENHANCEMENTS)];

const styles = [
  ...new Set(
    pagePaths().flatMap((path) =>
      [...read(fileOf(path)).matchAll(/<style>([^<]*)<\/style>/g)].map((m) => m[1] ?? ''),
    ),
  ),
];

/** Returns true if all of the oldest browsers support it; unknown to the data counts as unsupported. */
function isOld(statement: CompatStatement | undefined): boolean {
  if (!statement) return false;
  return Object.entries(OLDEST).every(([browser, version]) => {
    const support = statement.support[browser as keyof typeof OLDEST];
    return [support].flat().some((one) => {
      const added =
        typeof one?.version_added === 'string'
          ? parseFloat(one.version_added.replace('≤', ''))
          : NaN;
      const whole = !one?.flags && !one?.alternative_name;
      const removed =
        typeof one?.version_removed === 'string' ? parseFloat(one.version_removed) : Infinity;
      return whole && !one?.prefix && added <= version && version < removed;
    });
  });
}

const compat = (node: Identifier | undefined) => node?.__compat;
/** A value's own entry: below the property, or among the types, at whatever depth. */
function typed(
  name: string,
  within: Identifier | undefined = bcd.css.types,
): Identifier | undefined {
  if (!within) return undefined;
  const direct = within[name];
  if (direct?.__compat) return direct;
  for (const [key, child] of Object.entries(within))
    if (key !== '__compat') {
      const found = typed(name, child as Identifier);
      if (found) return found;
    }
  return undefined;
}
/** Units that the oldest browsers support. */
const UNITS = ['px', 'em', 'rem', 'fr', 'pt', 'mm', 'vh', 'vw', ''];
const property = (name: string): Identifier | undefined => bcd.css.properties?.[name];

/** The parts of a declaration that are newer than the oldest browsers. */
function newer({ property: name, value }: Declaration): string[] {
  if (name.startsWith('--') || name.startsWith('-webkit-')) return [];
  const known = property(name);
  if (!isOld(compat(known))) return [name];
  const found: string[] = [];
  walk(value, (node) => {
    const word = node.type === 'Identifier' || node.type === 'Function' ? node.name : undefined;
    const entry = word ? (known?.[word] ?? typed(word)) : undefined;
    if (node.type === 'Dimension' && !UNITS.includes(node.unit))
      found.push(`${name}: ${node.unit}`);
    if (word && entry?.__compat && !isOld(entry.__compat)) found.push(`${name}: ${word}`);
  });
  return found;
}

test('every newer declaration has a plain one before it, or is an enhancement that may be lost', () => {
  assert.ok(styles.length > 0);
  const lost: string[] = [];
  for (const style of styles)
    walk(parse(style, { parseValue: true }), {
      visit: 'Block',
      enter(block: CssNode) {
        if (block.type !== 'Block') return;
        const before = new Set<string>();
        block.children.forEach((node) => {
          if (node.type !== 'Declaration') return;
          for (const what of newer(node)) {
            if (!(node.property in ENHANCEMENTS) && !before.has(node.property)) lost.push(what);
          }
          before.add(node.property.replace(/^-webkit-/, ''));
        });
      },
    });
  assert.deepEqual([...new Set(lost)], []);
});

test('every newer selector and at-rule is an enhancement, and stands in a rule of its own', () => {
  const lost: string[] = [];
  for (const style of styles)
    walk(parse(style), (node) => {
      if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
        const list = node.prelude.children.toArray();
        for (const selector of list)
          walk(selector, (part) => {
            if (part.type !== 'PseudoClassSelector' && part.type !== 'PseudoElementSelector')
              return;
            const name = `:${part.name}`;
            if (isOld(compat(bcd.css.selectors?.[part.name]))) return;
            // One unknown selector makes a browser drop the whole list.
            if (!(name in ENHANCEMENTS) || list.length > 1) lost.push(name);
          });
      }
      if (node.type === 'Feature' && !MEDIA.includes(node.name)) lost.push(node.name);
      if (node.type === 'FeatureRange') lost.push('a range of media');
      if (
        node.type === 'Atrule' &&
        !['media', 'page', 'supports', 'bottom-left', 'bottom-right'].includes(node.name)
      )
        lost.push(`@${node.name}`);
    });
  assert.deepEqual([...new Set(lost)], []);
});

test('nothing takes the text size out of the hands of WeChat or the reader', () => {
  for (const style of styles) {
    assert.doesNotMatch(style, /text-size-adjust:\s*(?!100%)|text-size-adjust[^;}]*!important/);
  }
  assert.ok(styles.some((style) => style.includes('html{font-size:125%')));
});
