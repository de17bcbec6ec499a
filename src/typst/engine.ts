import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { continueWithout } from '../programs.ts';

/** Folder of the templates. Modules are bundled before they run, so the path starts at the project's root. */
const HERE = 'src/typst';
/** The faces that `faces.typ` names (OFL-1.1), each weight a whole font. */
const FACES = [
  ...['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold', 'noto-sans-sc/400Regular'],
  ...['noto-serif/400Regular', 'noto-sans-symbols-2/400Regular'],
].map((face) => `@expo-google-fonts/${face}`);
/** The code outside this folder, and the packages, by which a file is made. */
const MADE_BY = ['src/pdfium.ts', 'src/png.ts'];
const MADE_WITH = [
  ...['@myriaddreamin/typst-ts-node-compiler', '@embedpdf/pdfium', 'fast-png'],
  ...new Set(FACES.map(dirname)),
];

/** The compiler. Undefined, with a message, on a machine for which there is none. */
export const compiler = await load();

async function load() {
  try {
    return createCompiler((await import('@myriaddreamin/typst-ts-node-compiler')).NodeCompiler);
  } catch (error) {
    continueWithout('Typst', ' PDF 和分享图', error);
    return undefined;
  }
}

type Compiler = typeof import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler;

/** Creates a compiler that uses only the project's fonts. By default it would use the machine's fonts too. */
function createCompiler(NodeCompiler: Compiler) {
  const { FONTCONFIG_FILE: before } = process.env;
  process.env['FONTCONFIG_FILE'] = join(process.cwd(), HERE, 'no-fonts.conf');
  const created = NodeCompiler.create({
    workspace: join(process.cwd(), HERE),
    fontArgs: [{ fontPaths: FACES.map((face) => `node_modules/${face}`) }],
  });
  if (before === undefined) delete process.env['FONTCONFIG_FILE'];
  else process.env['FONTCONFIG_FILE'] = before;
  return created;
}

/** Digest of everything but the data that shapes a file: templates, code, libraries and fonts. */
export const fingerprint = (() => {
  const hash = createHash('sha256');
  const sources = readdirSync(HERE)
    .filter((name) => !name.includes('.test.'))
    .sort()
    .map((name) => join(HERE, name));
  for (const file of [...sources, ...MADE_BY]) hash.update(readFileSync(file));
  for (const name of MADE_WITH) hash.update(readFileSync(`node_modules/${name}/package.json`));
  return hash.digest('hex');
})();
