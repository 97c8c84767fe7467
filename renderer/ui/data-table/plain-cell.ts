/** The text of a row's value where a column does not say how to show it; anything but text and numbers shows nothing. */
export function plainCell(row: unknown, key: string): string {
  const value = (row as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
