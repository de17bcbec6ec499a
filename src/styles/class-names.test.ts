import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { generate, parse, walk } from 'css-tree';
import { filesOf } from '../list-files.ts';

const kebab = (file: string) =>
  basename(file, '.astro')
    .replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
/** Returns true if a class is its owner's or that of an element within it: `fact-box`, `fact-box-row`. */
const belongsTo = (name: string, owner: string) => name === owner || name.startsWith(`${owner}-`);

const components = ['components', 'layouts', 'pages'].flatMap((room) =>
  filesOf(join('src', room))
    .filter((file) => file.endsWith('.astro'))
    .map((file) => {
      const [markup = '', style = ''] = readFileSync(join('src', room, file), 'utf8').split(
        '<style',
      );
      return { file, owner: kebab(file), markup, style: style.replace(/^[^>]*>|<\/style>/g, '') };
    }),
);
/** Returns the selectors of a style sheet, each with its classes. Classes for the page's state are left out. */
function selectorsOf(css: string) {
  const found: { selector: string; classes: string[] }[] = [];
  walk(parse(css), (node) => {
    if (node.type !== 'Selector') return undefined;
    const selector = generate(node).replace(/:root(:not\(\.big\))?|\.big\b/g, '');
    found.push({ selector, classes: selector.match(/(?<=\.)[a-z][\w-]*/g) ?? [] });
    return walk.skip;
  });
  return found;
}
const sheets = filesOf('src/styles').filter((file) => file.endsWith('.css'));
const shared = new Set(
  sheets.flatMap((file) =>
    selectorsOf(readFileSync(join('src/styles', file), 'utf8')).flatMap(({ classes }) => classes),
  ),
);

for (const { file, owner, markup, style } of components)
  test(`${file} names its classes after itself, and begins its rules with them`, () => {
    const used = [...markup.matchAll(/\bclass=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(
      ([, names = '', code = '']) =>
        `${names} ${(code.match(/['`][^'`]*['`]/g) ?? []).join(' ')}`.match(/[a-z][\w-]*/g) ?? [],
    );
    for (const name of used)
      assert.ok(
        belongsTo(name, owner) || belongsTo(name, 'list') || shared.has(name),
        `class “${name}” in ${file}`,
      );
    for (const { selector, classes } of selectorsOf(style))
      assert.ok(
        selector.trim().startsWith('.') && belongsTo(classes[0] ?? '', owner),
        `the rule “${selector}” in ${file}`,
      );
  });

test('base.css and print.css know no component', () => {
  for (const file of ['base.css', 'print.css', 'tokens.css'])
    for (const { selector, classes } of selectorsOf(readFileSync(`src/styles/${file}`, 'utf8')))
      for (const name of classes)
        assert.ok(
          !components.some(({ owner }) => belongsTo(name, owner)),
          `the rule “${selector}” in ${file}`,
        );
});
