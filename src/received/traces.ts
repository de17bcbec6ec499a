import { decodeXml, type OpenPackage } from './count/index.ts';

/**
 * Contents of a Word file besides its text that are not for the public: their kind, the parts that may hold
 * them, and the element or value that shows that a part does. Parts go by their names, or by the last word
 * of a relationship that leads to them, whatever their names. A kind without parts may be in any XML.
 */
const TRACES: { kind: string; parts?: RegExp; holds?: RegExp }[] = [
  {
    kind: '作者',
    parts: /^docProps\/core\.xml$|^core-properties$/i,
    holds: /<(?:[\w.-]{1,50}:)?(?:creator|lastModifiedBy)[^<>]{0,500}>\s{0,500}[^<\s]/,
  },
  {
    kind: '标题、备注等属性',
    parts: /^docProps\/core\.xml$|^core-properties$/i,
    holds:
      /<(?:[\w.-]+:)?(?:title|subject|description|keywords|category|contentStatus)(?:\s[^<>]*)?>[^<]*[^<\s]/,
  },
  { kind: '作者', parts: /people\.xml$|^people$/i },
  {
    kind: '公司',
    parts: /^docProps\/app\.xml$|^extended-properties$/i,
    holds: /<(?:[\w.-]{1,50}:)?(?:Company|Manager)[^<>]{0,500}>\s{0,500}[^<\s]/,
  },
  { kind: '自定义属性', parts: /^docProps\/custom\.xml$|^custom-properties$/i },
  { kind: '批注', parts: /comments\w*\.xml$|^comments\w*$/i },
  { kind: '批注', holds: /<(?:[\w.-]{1,50}:)?comments[\s/>]/ },
  {
    kind: '修订',
    holds:
      /<(?:[\w.-]{1,50}:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|rPrChange|pPrChange|delText)[\s/>]/,
  },
  { kind: '隐藏文字', holds: /<(?:[\w.-]{1,50}:)?(?:vanish|webHidden|specVanish)[\s/>]/ },
  { kind: '嵌入的文件', parts: /(?:^|\/)embeddings\/|^(?:oleObject|package|control)$/i },
  { kind: '自定义数据', parts: /^customXml(?:\/|$)/i },
  { kind: '文档变量', holds: /<(?:[\w.-]+:)?docVar[\s>]/ },
  { kind: '缩略图', parts: /^docProps\/thumbnail|^thumbnail$/i },
  { kind: '指向文件外的链接', parts: /\.rels$/i, holds: /TargetMode=["']External/ },
];

/**
 * Finds the traces of its authors in the parts of a Word file: author, company, comments, revisions, hidden
 * text, embedded files. Returns each kind once, in Chinese. Throws `Unreadable`.
 */
export function findTraces(parts: OpenPackage): string[] {
  const named = [...parts.roles()].map(([path, roles]) => {
    const bytes = parts.bytes(path) ?? new Uint8Array();
    const isXml = /^\s*</.test(decodeXml(bytes.subarray(0, 100)));
    return { names: [path, ...roles], xml: isXml ? decodeXml(bytes) : '' };
  });
  const found = TRACES.filter(({ parts: name, holds }) =>
    named.some(
      ({ names, xml }) =>
        (!name || names.some((one) => name.test(one))) && (!holds || holds.test(xml)),
    ),
  );
  return [...new Set(found.map(({ kind }) => kind))];
}
