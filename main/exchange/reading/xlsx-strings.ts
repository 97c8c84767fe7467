import { tooManyCells, type ReadContext } from './limits.ts';
import { textOf, unescapeControls } from './xml-text.ts';
import { closing, empty, nextTag, opening, tagKey, xmlCursor } from './xml-cursor.ts';

const itemTag = tagKey('si');
const textTag = tagKey('t');
const phoneticTag = tagKey('rPh');

/** The texts that cells refer to by number. Runs of rich text are joined; readings (ルビ) are left out. */
export function readSharedStrings(bytes: Buffer, part: string, context: ReadContext): string[] {
  const cursor = xmlCursor(bytes, context.name, part);
  const strings: string[] = [];
  let text = '';
  let phonetic = false;
  while (nextTag(cursor)) {
    if (cursor.tag === textTag) {
      if (cursor.kind === closing && !phonetic) text += textOf(cursor);
    } else if (cursor.tag === phoneticTag) {
      phonetic = cursor.kind === opening;
    } else if (cursor.tag === itemTag && cursor.kind !== opening) {
      strings.push(cursor.kind === empty ? '' : unescapeControls(text));
      text = '';
      if (strings.length > context.limits.cells) throw tooManyCells(context);
    }
  }
  return strings;
}
