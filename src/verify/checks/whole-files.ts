import sax from 'sax';
import { NOT_IN_XML } from '../../language/hidden.ts';
import { ENCODINGS, isCopy, type Encoding } from '../../outputs/precompress.ts';
import { startStep } from '../../progress.ts';
import { PROGRAM, type SiteCheck } from '../check.ts';

const isJson = (bytes: Buffer): boolean => {
  try {
    JSON.parse(bytes.toString());
    return true;
  } catch {
    return false;
  }
};

/** Namespaces are read; only the entities of XML are known, not those of HTML. */
const XML = { xmlns: true, strictEntities: true };

/**
 * Returns true if a text is well-formed XML 1.0 with namespaces. The parser accepts three errors, which are
 * checked here: characters, a second root, and `]]>` outside CDATA.
 */
function isXml(bytes: Buffer): boolean {
  const text = bytes.toString();
  if (NOT_IN_XML.test(text) || text.replaceAll(/<!\[CDATA\[.*?\]\]>/gs, '').includes(']]>'))
    return false;
  const parser = sax.parser(true, XML);
  let depth = 0;
  let roots = 0;
  let isWellFormed = true;
  parser.onopentag = () => void (depth++ === 0 && roots++);
  parser.onclosetag = () => void depth--;
  parser.onerror = () => {
    isWellFormed = false;
    parser.resume();
  };
  parser.write(text).close();
  return isWellFormed && roots === 1;
}

const startsWith = (bytes: Buffer, signature: string) =>
  bytes.subarray(0, signature.length).toString('latin1') === signature;
/** The last bytes of a file, since a format may allow white space after its end. */
const endOf = (bytes: Buffer, length: number) => bytes.subarray(-length).toString('latin1');

/**
 * The check that a file is complete, by its ending: its signature and its end (ISO 32000-1 7.5, PNG 5.2 and
 * 11.2.5), or a parser that reads it.
 */
const WHOLE: Record<string, (bytes: Buffer) => boolean> = {
  pdf: (bytes) => startsWith(bytes, '%PDF-') && /%%EOF\s*$/.test(endOf(bytes, 16)),
  png: (bytes) =>
    startsWith(bytes, '\x89PNG\r\n\x1A\n') && endOf(bytes, 12) === '\0\0\0\0IEND\xAE\x42\x60\x82',
  json: isJson,
  jsonld: isJson,
  xml: isXml,
  svg: isXml,
};

const isEncoding = (ending: string): ending is Encoding => Object.hasOwn(ENCODINGS, ending);

/** No file is empty or cut, a parser reads all XML and JSON, and each compressed copy holds its file. */
export const checkWholeFiles: SiteCheck = ({ files, read, isFinished }) => {
  const damaged: string[] = [];
  const fresh = [...files].filter((file) => !isFinished(file));
  const step = startStep('核对每个文件', fresh.length);
  for (const file of fresh) {
    step.advance();
    const bytes = read(file);
    const [, whole = file, ending = ''] = /^(.*)\.(\w+)$/.exec(file) ?? [];
    const isWhole =
      isEncoding(ending) && files.has(whole)
        ? isCopy(ending, read(whole), bytes)
        : WHOLE[ending]?.(bytes) !== false;
    if (bytes.length === 0 || !isWhole) damaged.push(file);
  }
  step.end();
  const message = `文件不完整，打不开。改法：删去 .cache 文件夹，重新生成；还是这样的，${PROGRAM}`;
  return damaged.map((file) => ({ file, message }));
};
