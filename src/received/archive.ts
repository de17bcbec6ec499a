import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { limitWord } from './limits.ts';
import { UNREADABLE, Unreadable } from './unreadable.ts';

const ENCRYPTED = 1;

/** The record at the end of a ZIP archive (APPNOTE.TXT, 4.3.16): its signature, and its length without a comment. */
const END = { signature: Buffer.from('PK\x05\x06', 'latin1'), length: 22 };

/**
 * Returns an archive that ends right after its last record, without the record's comment. Mail and download
 * programs add stray bytes there, or lose the last bytes; Word opens such files.
 */
function cutTail(bytes: Uint8Array): Buffer {
  const archive = Buffer.from(bytes);
  const end = archive.lastIndexOf(END.signature);
  if (end < 0 || archive.length < end + END.length - 2) return archive;
  const length = Buffer.alloc(2);
  return Buffer.concat([archive.subarray(0, end + END.length - 2), length]);
}

const openArchive = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    // The library checks names and sizes; it reports a part that unpacks to another size. Names with
    // backslashes, which some programs write, are read as names with slashes.
    fromBuffer(cutTail(bytes), { lazyEntries: true, strictFileNames: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );

/** Unpacks a part to its end. */
const unpackPart = (zip: ZipFile, entry: Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    }),
  );

/** Returns true for a part that is XML by its name or by its first characters, whatever its name. */
const isXml = (name: string, part: Uint8Array): boolean =>
  /\.(?:xml|rels)$/i.test(name) || /^[^<]{0,8}<\?xml/.test(readAscii(part.subarray(0, 64)));

/** The ASCII characters of a part, whatever its encoding. */
const readAscii = (part: Uint8Array): string =>
  Buffer.from(part).toString('latin1').replaceAll('\0', '');
const declaresType = (part: Uint8Array): boolean => readAscii(part).includes('<!DOCTYPE');

/**
 * Inspects a Word file before any other reader opens it, and returns its parts by name, unpacked. Throws
 * `Unreadable` for another kind of archive, a damaged or encrypted one, an archive beyond the limits, and an
 * archive with entities, which could expand enormously or fetch files.
 */
export async function readArchive(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await openArchive(bytes).catch(() => {
    throw new Unreadable(...UNREADABLE.broken);
  });
  const parts = new Map<string, Uint8Array>();
  let whole = 0;
  await new Promise<void>((resolve, reject) => {
    const inspectPart = async (entry: Entry) => {
      if (entry.generalPurposeBitFlag & ENCRYPTED) throw new Unreadable(...UNREADABLE.password);
      whole += entry.uncompressedSize;
      limitWord('part', entry.uncompressedSize);
      limitWord('whole', whole);
      limitWord('parts', parts.size + 1);
      if (parts.has(entry.fileName)) throw new Unreadable(...UNREADABLE.twice);
      const part = await unpackPart(zip, entry);
      parts.set(entry.fileName, part);
      // Entities need a document type, and Word writes none.
      if (isXml(entry.fileName, part) && declaresType(part))
        throw new Unreadable(...UNREADABLE.doctype);
      zip.readEntry();
    };
    zip.on('entry', (entry: Entry) => void inspectPart(entry).catch(reject));
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  }).catch((error: unknown) => {
    throw error instanceof Unreadable ? error : new Unreadable(...UNREADABLE.broken);
  });
  if (parts.has('OFD.xml')) throw new Unreadable(...UNREADABLE.ofd);
  if (!parts.has('[Content_Types].xml')) throw new Unreadable(...UNREADABLE.notWord);
  return parts;
}
