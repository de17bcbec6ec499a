import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { UNREADABLE, Unreadable } from './unreadable.ts';

/** More than any letter needs, and little enough for any machine; in bytes after unpacking. */
const LIMITS = { files: 2000, part: 20e6, whole: 50e6 };
const ENCRYPTED = 1;

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    // Sizes and names are checked by the library; a part that unpacks to another size is an error.
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );

/** Unpacks a part to its end. */
const unpack = (zip: ZipFile, entry: Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    }),
  );

const declaresType = (xml: Uint8Array): boolean =>
  Buffer.from(xml).toString('latin1').replaceAll('\0', '').includes('<!DOCTYPE');

/**
 * Looks through a Word file before anything else opens it, and throws `Unreadable` unless it is one,
 * whole, of a sane size, and without what makes a reader of XML swell or reach outside. Returns its parts
 * by name, unpacked.
 */
export async function readArchive(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await open(bytes).catch(() => {
    throw new Unreadable(...UNREADABLE.broken);
  });
  const parts = new Map<string, Uint8Array>();
  let whole = 0;
  await new Promise<void>((resolve, reject) => {
    const look = async (entry: Entry) => {
      if (entry.generalPurposeBitFlag & ENCRYPTED) throw new Unreadable(...UNREADABLE.password);
      whole += entry.uncompressedSize;
      if (
        parts.has(entry.fileName) ||
        parts.size >= LIMITS.files ||
        entry.uncompressedSize > LIMITS.part ||
        whole > LIMITS.whole
      )
        throw new Unreadable(...UNREADABLE.bomb);
      const part = await unpack(zip, entry);
      parts.set(entry.fileName, part);
      // Word writes no document type; entities that swell, or fetch a file, need one.
      if (/\.(xml|rels)$/i.test(entry.fileName) && declaresType(part))
        throw new Unreadable(...UNREADABLE.bomb);
      zip.readEntry();
    };
    zip.on('entry', (entry: Entry) => void look(entry).catch(reject));
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  }).catch((error: unknown) => {
    throw error instanceof Unreadable ? error : new Unreadable(...UNREADABLE.broken);
  });
  if (parts.has('OFD.xml')) throw new Unreadable(...UNREADABLE.ofd);
  if (!parts.has('[Content_Types].xml') || !parts.has('word/document.xml'))
    throw new Unreadable(...UNREADABLE.notWord);
  return parts;
}
