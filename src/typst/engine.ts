import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { continueWithout } from '../programs.ts';

/** Where the templates stand. Modules are bundled before they run: paths start at the project's root. */
const HERE = 'src/typst';
/** The faces that `faces.typ` names (OFL-1.1), each weight a whole font. */
const FACES = [
  ...['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold', 'noto-sans-sc/400Regular'],
  ...['noto-serif/400Regular', 'noto-sans-symbols-2/400Regular'],
].map((face) => `@expo-google-fonts/${face}`);
const MADE_WITH = [
  ...['@myriaddreamin/typst-ts-node-compiler', 'sharp'],
  ...new Set(FACES.map(dirname)),
];

/** The compiler and what paints its pictures; undefined, and told, on a machine for which there is none. */
export const engine = await load();

async function load() {
  try {
    const [{ NodeCompiler }, { default: sharp }] = await Promise.all([
      import('@myriaddreamin/typst-ts-node-compiler'),
      import('sharp'),
    ]);
    return { compiler: createCompiler(NodeCompiler), sharp };
  } catch (error) {
    continueWithout('Typst', ' PDF 和分享图', error);
    return undefined;
  }
}

type Compiler = typeof import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler;

/** A compiler that knows our faces alone: unasked, it would take the machine's too. */
function createCompiler(NodeCompiler: Compiler) {
  const { FONTCONFIG_FILE: before } = process.env;
  process.env['FONTCONFIG_FILE'] = join(process.cwd(), HERE, 'no-fonts.conf');
  const compiler = NodeCompiler.create({
    workspace: join(process.cwd(), HERE),
    fontArgs: [{ fontPaths: FACES.map((face) => `node_modules/${face}`) }],
  });
  if (before === undefined) delete process.env['FONTCONFIG_FILE'];
  else process.env['FONTCONFIG_FILE'] = before;
  return compiler;
}

/** What besides the data decides how a file looks: templates, code, libraries and faces. */
export const fingerprint = (() => {
  const hash = createHash('sha256');
  const sources = readdirSync(HERE)
    .filter((name) => !name.includes('.test.'))
    .sort();
  for (const name of sources) hash.update(readFileSync(join(HERE, name)));
  for (const name of MADE_WITH) hash.update(readFileSync(`node_modules/${name}/package.json`));
  return hash.digest('hex');
})();
