import type { ReadContext } from './limits.ts';
import { isBuiltInDayFormat, isDayFormat } from './number-format.ts';
import { attribute } from './xml-text.ts';
import { closing, opening, nextTag, tagKey, xmlCursor } from './xml-cursor.ts';

const formatTag = tagKey('numFmt');
const cellFormatsTag = tagKey('cellXfs');
const cellFormatTag = tagKey('xf');

/** For each cell style by its number: whether it shows a number as a day. */
export function readDayStyles(bytes: Buffer, part: string, context: ReadContext): boolean[] {
  const cursor = xmlCursor(bytes, context.name, part);
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  let inCellFormats = false;
  while (nextTag(cursor)) {
    if (cursor.tag === cellFormatsTag) {
      inCellFormats = cursor.kind === opening;
    } else if (cursor.kind !== closing && cursor.tag === formatTag) {
      custom.set(Number(attribute(cursor, 'numFmtId')), isDayFormat(attribute(cursor, 'formatCode') ?? ''));
    } else if (cursor.kind !== closing && inCellFormats && cursor.tag === cellFormatTag) {
      formats.push(Number(attribute(cursor, 'numFmtId') ?? 0));
    }
  }
  // Files may redefine a built-in number, and then mean it.
  return formats.map((id) => custom.get(id) ?? isBuiltInDayFormat(id));
}
