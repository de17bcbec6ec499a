/** Contents of a Word file besides its text that are not for the public, by the names of their parts. */
const PARTS: [kind: string, name: RegExp, holds?: RegExp][] = [
  ['作者', /^docProps\/core\.xml$/i, /<(?:\w+:)?(?:creator|lastModifiedBy)[^>]*>[^<]*[^<\s]/],
  ['作者', /people\.xml$/i],
  ['公司', /^docProps\/app\.xml$/i, /<(?:\w+:)?(?:Company|Manager)[^>]*>[^<]*[^<\s]/],
  ['自定义属性', /^docProps\/custom\.xml$/i],
  ['批注', /comments\w*\.xml$/i],
  [
    '修订',
    /\.xml$/i,
    /<(?:\w+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|rPrChange|pPrChange|delText)[\s/>]/,
  ],
  ['隐藏文字', /\.xml$/i, /<(?:\w+:)?(?:vanish|webHidden|specVanish)[\s/>]/],
  ['嵌入的文件', /(?:^|\/)embeddings\//i],
  ['自定义数据', /^customXml\//i],
];

/**
 * Finds the traces of its authors in the parts of a Word file: author, company, comments, revisions, hidden
 * text, embedded files. Returns each kind once, in Chinese.
 */
export function findTraces(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const decoder = new TextDecoder();
  const found = PARTS.filter(([, name, holds]) =>
    [...parts].some(
      ([path, content]) => name.test(path) && (!holds || holds.test(decoder.decode(content))),
    ),
  );
  return [...new Set(found.map(([kind]) => kind))];
}
