import { damaged } from './limits.ts';

/** Opening, closing, or both at once (`<c/>`). */
export const opening = 0;
export const closing = 1;
export const empty = 2;

/**
 * A place in the bytes of an XML part, moved from tag to tag by {@link nextTag}. Nothing is decoded or copied
 * until asked for: a sheet of a million cells costs a few numbers here, not a million objects.
 */
export interface XmlCursor {
  readonly bytes: Buffer;
  /** The file, for messages. */
  readonly name: string;
  /** The part's name, for messages. */
  readonly part: string;
  position: number;
  depth: number;
  kind: typeof opening | typeof closing | typeof empty;
  /** {@link tagKey} of the tag's name without its prefix. */
  tag: number;
  /** The text between the tag before and this one. */
  textStart: number;
  textEnd: number;
  /** The text contains comments or CDATA sections. */
  marked: boolean;
  /** Four offsets an attribute: start and end of its name, start and end of its value. */
  readonly attributes: number[];
  attributeCount: number;
}

export function xmlCursor(bytes: Buffer, name: string, part: string): XmlCursor {
  const utf8 = asUtf8(bytes);
  const position = utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf ? 3 : 0;
  const text = { textStart: 0, textEnd: 0, marked: false };
  return {
    bytes: utf8,
    name,
    part,
    position,
    depth: 0,
    kind: opening,
    tag: 0,
    ...text,
    attributes: [],
    attributeCount: 0,
  };
}

/** XML may also come as UTF-16 (XML 1.0, section 4.3.3). */
function asUtf8(bytes: Buffer): Buffer {
  const [first, second] = [bytes[0], bytes[1]];
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (!little && !big) return bytes;
  return Buffer.from(new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes), 'utf8');
}

/** A name as a number: exact up to four letters, a hash beyond, so that the hot loop compares numbers. */
export function tagKey(name: string): number {
  let key = 0;
  for (let index = 0; index < name.length; index++) key = mixKey(key, name.charCodeAt(index));
  return key;
}

const mixKey = (key: number, byte: number): number => (((key << 8) | (key >>> 24)) ^ byte) | 0;

/** Moves to the next tag; false at the end of a well-formed part. Throws `file.damaged`. */
export function nextTag(cursor: XmlCursor): boolean {
  const { bytes } = cursor;
  const end = bytes.length;
  let at = cursor.position;
  cursor.textStart = at;
  cursor.marked = false;
  for (;;) {
    while (at < end && bytes[at] !== 0x3c) at++;
    if (at >= end) return finish(cursor);
    const next = bytes[at + 1];
    if (next !== 0x21 && next !== 0x3f) break;
    at = skipMarkup(cursor, at);
    cursor.marked = true;
  }
  cursor.textEnd = at++;
  cursor.kind = opening;
  if (bytes[at] === 0x2f) {
    cursor.kind = closing;
    at++;
  }
  let key = 0;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 || byte === 0x3e || byte === 0x2f) break;
    key = byte === 0x3a ? 0 : mixKey(key, byte);
  }
  cursor.tag = key;
  cursor.position = readAttributes(cursor, at);
  if (cursor.kind === opening) cursor.depth++;
  else if (cursor.kind === closing && --cursor.depth < 0) throw damaged(cursor, `${cursor.part}: xml`);
  return true;
}

function finish(cursor: XmlCursor): false {
  if (cursor.depth !== 0) throw damaged(cursor, `${cursor.part}: truncated`);
  cursor.position = cursor.bytes.length;
  return false;
}

/**
 * Skips a comment, CDATA section or processing instruction. Declarations (DTD, entities) have no place in a
 * workbook.
 */
function skipMarkup(cursor: XmlCursor, at: number): number {
  const { bytes } = cursor;
  const terminator = markupEnd(bytes, at);
  if (terminator === undefined) throw damaged(cursor, `${cursor.part}: declaration`);
  const found = bytes.indexOf(terminator, at + 2, 'latin1');
  if (found < 0) throw damaged(cursor, `${cursor.part}: truncated`);
  return found + terminator.length;
}

function markupEnd(bytes: Buffer, at: number): string | undefined {
  if (bytes[at + 1] === 0x3f) return '?>';
  if (bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) return '-->';
  return bytes.toString('latin1', at + 2, at + 9) === '[CDATA[' ? ']]>' : undefined;
}

/** Notes where the attributes are and returns the place after the tag. */
function readAttributes(cursor: XmlCursor, from: number): number {
  const { bytes, attributes } = cursor;
  const end = bytes.length;
  let at = from;
  let count = 0;
  cursor.attributeCount = 0;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === 0x3e) return at + 1;
    if (byte <= 0x20) {
      at++;
    } else if (byte === 0x2f) {
      if (cursor.kind === opening) cursor.kind = empty;
      at++;
    } else {
      attributes[count++] = at;
      while (at < end && bytes[at] !== 0x3d && (bytes[at] as number) > 0x20) at++;
      attributes[count++] = at;
      while (at < end && (bytes[at] as number) <= 0x20) at++;
      if (bytes[at] !== 0x3d) break;
      at++;
      while (at < end && (bytes[at] as number) <= 0x20) at++;
      const quote = bytes[at];
      if (quote !== 0x22 && quote !== 0x27) break;
      attributes[count++] = ++at;
      while (at < end && bytes[at] !== quote) at++;
      attributes[count++] = at++;
      cursor.attributeCount = count >> 2;
    }
  }
  throw damaged(cursor, `${cursor.part}: xml`);
}
