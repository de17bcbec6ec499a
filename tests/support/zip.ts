import { crc32, deflateRawSync } from 'node:zlib';

/** Writes a ZIP archive (APPNOTE.TXT, 4.3) with these parts, each compressed. */
export function zip(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const [path, packed] = [Buffer.from(name), deflateRawSync(bytes)];
    /** The fields that both records of a part have. */
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const record = [Buffer.from('PK\x03\x04'), fields, path, packed];
    local.push(...record);
    central.push(Buffer.from('PK\x01\x02\x14\0'), fields, place, path);
    offset += Buffer.concat(record).length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}
