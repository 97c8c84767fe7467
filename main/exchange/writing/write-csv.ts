import { guardFormula } from './formula-guard.ts';
import { numberText } from './number-text.ts';
import type { ColumnKind, SheetToWrite, WriteCell } from './sheet-to-write.ts';

// oxlint-disable-next-line no-control-regex -- characters that make other programs take the file for no text at all
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/u;

/**
 * Writes a text table: UTF-8 with the mark by which Excel and WPS know it, CRLF line ends, money in yuan, and
 * no text that a program would take for a formula.
 */
export function writeCsv(sheet: SheetToWrite): Uint8Array {
  const lines: string[] = [];
  for (const { label, value, kind = 'text' } of sheet.titleRows ?? []) {
    lines.push(value === undefined ? field(label, 'text') : `${field(label, 'text')},${field(value, kind)}`);
  }
  if (lines.length > 0) lines.push('');
  lines.push(sheet.columns.map(({ header }) => field(header, 'text')).join(','));
  for (const row of [...sheet.rows, ...(sheet.totalRow ? [sheet.totalRow] : [])]) {
    lines.push(sheet.columns.map(({ kind }, index) => field(row[index] ?? null, kind)).join(','));
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

function field(value: WriteCell, kind: ColumnKind): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value, kind === 'text' ? 'number' : kind);
  const text = guardFormula(value.replaceAll(controls, ''));
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
