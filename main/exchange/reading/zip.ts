import { crc32, inflateRawSync } from 'node:zlib';
import { appError, AppError } from '#app/core/errors.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';
import { damaged, type ReadContext } from './limits.ts';

/** The parts of a zip file, read one at a time, all together within the limits on unpacking. */
export interface ZipArchive {
  has(name: string): boolean;
  /** Unpacked size as the directory declares it; 0 where there is no such part. */
  declaredSize(name: string): number;
  /**
   * A part's bytes, or `undefined` where there is none. Throws `file.damaged`, `file.expandsTooFar`,
   * `file.encrypted`.
   */
  find(name: string): Buffer | undefined;
  /** As `find`, but a missing part is `file.damaged`. */
  get(name: string): Buffer;
}

const encryptedFlag = 1;
const stored = 0;
const deflated = 8;

/**
 * Part names match whatever their case, and with either slash: both are seen in files from other programs.
 */
const partKey = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

/**
 * Opens a zip file whose bytes are in memory. The central directory alone is trusted to say where parts are,
 * never how large they are: a part is unpacked into exactly the space it declares, and one byte more is an
 * error.
 */
export function openZip(bytes: Buffer, context: ReadContext): ZipArchive {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readDirectory(bytes, context)) entries.set(partKey(entry.name), entry);
  const { limits } = context;
  const budget = Math.max(limits.freeBytes, Math.min(limits.unpackedBytes, limits.ratio * bytes.length));
  let spent = 0;

  function find(name: string): Buffer | undefined {
    const entry = entries.get(partKey(name));
    if (!entry) return undefined;
    // Counted by use, not by entry: overlapping entries and parts named twice cost what they really cost.
    spent += entry.size;
    if (spent > budget) {
      const [ratio, limit] = [Math.ceil(spent / bytes.length), Math.floor(budget / bytes.length)];
      throw appError('file.expandsTooFar', { name: context.name, ratio, limit });
    }
    return unpack(bytes, entry, context);
  }

  return {
    has: (name) => entries.has(partKey(name)),
    declaredSize: (name) => entries.get(partKey(name))?.size ?? 0,
    find,
    get(name) {
      const part = find(name);
      if (!part) throw damaged(context, `${name}: missing`);
      return part;
    },
  };
}

function unpack(bytes: Buffer, entry: ZipEntry, context: ReadContext): Buffer {
  if (entry.flags & encryptedFlag) throw appError('file.encrypted', { name: context.name });
  const start = dataStart(bytes, entry, context);
  const packed = bytes.subarray(start, start + entry.packedSize);
  const part = entry.method === stored ? packed : inflate(packed, entry, context);
  if (part.length !== entry.size) throw damaged(context, `${entry.name}: size`);
  if (crc32(part) !== entry.checksum) throw damaged(context, `${entry.name}: checksum`);
  return part;
}

function dataStart(bytes: Buffer, entry: ZipEntry, context: ReadContext): number {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) {
    throw damaged(context, `${entry.name}: local header`);
  }
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.packedSize > bytes.length) throw damaged(context, `${entry.name}: truncated`);
  return start;
}

function inflate(packed: Buffer, entry: ZipEntry, context: ReadContext): Buffer {
  if (entry.method !== deflated) throw damaged(context, `${entry.name}: compression method ${entry.method}`);
  if (entry.size === 0) return Buffer.alloc(0);
  try {
    // One chunk of the declared size (and a byte to notice more) saves zlib from joining chunks: half the
    // memory.
    const chunkSize = Math.max(64, entry.size + 1);
    return inflateRawSync(packed, { chunkSize, maxOutputLength: entry.size });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged(context, `${entry.name}: ${(error as NodeJS.ErrnoException).code ?? 'deflate'}`, error);
  }
}
