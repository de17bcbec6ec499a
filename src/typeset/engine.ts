import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { machine, platform } from 'node:os';
import { join } from 'node:path';

/** Where the templates stand. Modules are bundled before they run: paths start at the project's root. */
const HERE = 'src/typeset';
/** The faces, Noto Serif SC and Noto Sans SC (OFL-1.1), each weight a whole font. */
const FACES = ['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold', 'noto-sans-sc/400Regular'].map(
  (face) => `node_modules/@expo-google-fonts/${face}`,
);
const MADE_WITH = [
  '@myriaddreamin/typst-ts-node-compiler',
  'sharp',
  '@expo-google-fonts/noto-serif-sc',
  '@expo-google-fonts/noto-sans-sc',
];

/**
 * The compiler and what paints its pictures; undefined on a platform for which there is no binary.
 * On Linux x64 there is one, and its absence an error.
 */
export const engine = await load();

async function load() {
  try {
    const [{ NodeCompiler }, { default: sharp }] = await Promise.all([
      import('@myriaddreamin/typst-ts-node-compiler'),
      import('sharp'),
    ]);
    return { compiler: createCompiler(NodeCompiler), sharp };
  } catch (error) {
    if (platform() === 'linux' && machine() === 'x86_64') throw error;
    console.error('这种电脑上没有排版程序 Typst：网页照常生成，这次没有 PDF 和分享图。');
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
    fontArgs: [{ fontPaths: FACES }],
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
