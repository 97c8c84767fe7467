const markup = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const needsEscape = /[&<>"]/gu;
// oxlint-disable-next-line no-control-regex -- these are the characters XML 1.0 cannot hold, and the carriage return it changes
const illegal = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/gu;
const looksEscaped = /_(?=x[0-9a-f]{4}_)/giu;

/** Text for an XML attribute; characters that XML cannot hold are left out. */
export function escapeAttribute(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(illegal, '')
    .replaceAll(needsEscape, (sign) => markup.get(sign) ?? '');
}

/**
 * Text for a cell: as {@link escapeAttribute}, but what XML cannot hold is kept as `_xHHHH_` (ECMA-376,
 * ST_Xstring).
 */
export function escapeCellText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(looksEscaped, '_x005F_')
    .replaceAll(illegal, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(needsEscape, (sign) => markup.get(sign) ?? '');
}
