import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, the zip format's first day: the same content gives the same file. */
const firstDay = 0x21;
const utf8Names = 0x0800;
const deflated = 8;
const version = 20;

/** Packs parts into a zip file (PKWARE APPNOTE 6.3). Each part and the whole must stay below 4 GB. */
export function packZip(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name, 'utf8');
    const facts = entryFacts(bytes, packed, nameBytes);
    const local = Buffer.concat([signature(0x04034b50), facts, nameBytes]);
    directory.push(Buffer.concat([directoryEntry(facts, offset), nameBytes]));
    pieces.push(local, packed);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  return Buffer.concat([...pieces, ...directory, endOfDirectory(parts.length, size, offset)]);
}

/** The fields that a local header and a directory entry share. */
function entryFacts(bytes: Uint8Array, packed: Uint8Array, name: Uint8Array): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(version, 0);
  facts.writeUInt16LE(utf8Names, 2);
  facts.writeUInt16LE(deflated, 4);
  facts.writeUInt16LE(firstDay, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function directoryEntry(facts: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(version);
  return Buffer.concat([signature(0x02014b50), madeBy, facts, tail]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
