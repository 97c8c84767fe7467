import { damaged } from './limits.ts';
import type { XmlCursor } from './xml-cursor.ts';

/** The text before the cursor's tag, as XML means it: entities, line ends, comments and CDATA resolved. */
export function textOf(cursor: XmlCursor): string {
  return cursor.marked ? markedText(cursor) : decode(cursor, cursor.textStart, cursor.textEnd);
}

/** The value of the attribute whose name is exactly `name` (no prefix), or `undefined`. */
export function attribute(cursor: XmlCursor, name: string): string | undefined {
  return findAttribute(cursor, (found) => found === name);
}

/** The value of an attribute by its name after any prefix, such as `r:id`. */
export function prefixedAttribute(cursor: XmlCursor, name: string): string | undefined {
  return findAttribute(cursor, (found) => found.endsWith(`:${name}`));
}

function findAttribute(cursor: XmlCursor, matches: (name: string) => boolean): string | undefined {
  const { attributes, bytes } = cursor;
  for (let index = 0; index < cursor.attributeCount; index++) {
    const [nameStart, nameEnd, start, end] = attributes.slice(index * 4, index * 4 + 4) as [
      number,
      number,
      number,
      number,
    ];
    if (matches(bytes.toString('latin1', nameStart, nameEnd))) return decode(cursor, start, end);
  }
  return undefined;
}

function decode(cursor: XmlCursor, start: number, end: number): string {
  const { bytes } = cursor;
  let ascii = true;
  let plain = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x7f) ascii = false;
    else if (byte === 0x26 || byte === 0x0d) plain = false;
  }
  const text = ascii ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
  return plain ? text : resolve(cursor, text);
}

function markedText(cursor: XmlCursor): string {
  const raw = cursor.bytes.toString('utf8', cursor.textStart, cursor.textEnd);
  let text = '';
  let at = 0;
  for (const mark of raw.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/gu)) {
    text += resolve(cursor, raw.slice(at, mark.index)) + (mark[1] ?? '').replaceAll(/\r\n?/gu, '\n');
    at = mark.index + mark[0].length;
  }
  return text + resolve(cursor, raw.slice(at));
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolve(cursor: XmlCursor, text: string): string {
  // Line ends first: a carriage return written as an entity is meant (XML 1.0, section 2.11).
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/&([^;&]{0,31};)?/gu, (_, reference: string | undefined) => {
      const name = reference?.slice(0, -1) ?? '';
      const known = entities.get(name) ?? characterOf(name);
      if (known === undefined) throw damaged(cursor, `${cursor.part}: entity`);
      return known;
    });
}

function characterOf(reference: string): string | undefined {
  const match = /^#(?:x([0-9a-f]+)|([0-9]+))$/iu.exec(reference);
  if (!match) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : undefined;
}

/**
 * Characters that XML cannot hold are written by Excel as `_xHHHH_`, and a literal `_x000D_` as
 * `_x005F_x000D_` (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
