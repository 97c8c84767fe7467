import { damaged, type ReadContext } from './limits.ts';

/** One line of a zip file's central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header stands. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const zip64LocatorSignature = 0x07064b50;
const zip64EndSignature = 0x06064b50;
const endLength = 22;
const maximumComment = 0xffff;

/**
 * Lists a zip file's entries (PKWARE APPNOTE 6.3, sections 4.3.12 – 4.3.16 and 4.5.3). Zip64 fields are
 * understood, since some programs write them into small files. Throws `file.damaged`.
 */
export function readDirectory(bytes: Buffer, context: ReadContext): ZipEntry[] {
  const { start, count } = findDirectory(bytes, context);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      throw damaged(context, 'zip: directory');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > bytes.length) throw damaged(context, 'zip: directory');
    entries.push(readEntry(bytes, at, nameEnd, extraEnd, context));
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(
  bytes: Buffer,
  at: number,
  nameEnd: number,
  extraEnd: number,
  context: ReadContext,
): ZipEntry {
  const wide = wideFields(bytes, nameEnd, extraEnd, context);
  // Section 4.5.3: the wide fields stand in this order, and only for those that are all ones.
  const size = wide(bytes.readUInt32LE(at + 24));
  const packedSize = wide(bytes.readUInt32LE(at + 20));
  const offset = wide(bytes.readUInt32LE(at + 42));
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    checksum: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
  };
}

function wideFields(
  bytes: Buffer,
  start: number,
  end: number,
  context: ReadContext,
): (narrow: number) => number {
  let next = 0;
  let stop = 0;
  for (let at = start; at + 4 <= end; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== 1) continue;
    next = at + 4;
    stop = Math.min(end, next + bytes.readUInt16LE(at + 2));
  }
  return (narrow) => {
    if (narrow !== 0xffff_ffff) return narrow;
    if (next + 8 > stop) throw damaged(context, 'zip: zip64');
    next += 8;
    return Number(bytes.readBigUInt64LE(next - 8));
  };
}

function findDirectory(bytes: Buffer, context: ReadContext): { start: number; count: number } {
  const last = bytes.length - endLength;
  for (let at = last; at >= 0 && at >= last - maximumComment; at--) {
    if (bytes.readUInt32LE(at) !== endSignature) continue;
    const count = bytes.readUInt16LE(at + 10);
    const start = bytes.readUInt32LE(at + 16);
    if (count !== 0xffff && start !== 0xffff_ffff) return { start, count };
    return findWideDirectory(bytes, at - 20, context);
  }
  throw damaged(context, 'zip: truncated');
}

function findWideDirectory(
  bytes: Buffer,
  locator: number,
  context: ReadContext,
): { start: number; count: number } {
  if (locator < 0 || bytes.readUInt32LE(locator) !== zip64LocatorSignature)
    throw damaged(context, 'zip: zip64');
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== zip64EndSignature)
    throw damaged(context, 'zip: zip64');
  return { start: Number(bytes.readBigUInt64LE(at + 48)), count: Number(bytes.readBigUInt64LE(at + 32)) };
}
