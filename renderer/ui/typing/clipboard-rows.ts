/** Rows copied from a spreadsheet as cells; empty where the clipboard holds a single value, which the field takes by itself. */
export function clipboardRows(clipboard: string): readonly (readonly string[])[] {
  const rows = clipboard
    .split(/\r\n|\r|\n/u)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return rows.length < 2 && width < 2 ? [] : rows;
}
