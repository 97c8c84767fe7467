import { appError } from '#app/core/errors.ts';
import { columnLetter } from '#app/exchange/sheet.ts';
import { columnWidths } from './column-widths.ts';
import { daySerial, numberText } from './number-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import { headerRowOf, type ColumnKind, type SheetToWrite, type WriteCell } from './sheet-to-write.ts';
import { escapeAttribute } from './xml-escape.ts';
import { styleOf, type CellPlace } from './styles-xml.ts';

/** Excel's own limits. */
const [longestText, mostRows] = [32_767, 1_048_576];
const rowsInPiece = 1000;

/**
 * A worksheet's XML in pieces. Text always goes to the shared strings and `<f>` is never written, so no cell
 * can be a formula. Throws `file.tooManyRows`, and `input.invalid` for a text longer than a cell can hold.
 */
export function sheetXml(sheet: SheetToWrite, first: boolean, strings: SharedStrings): Buffer {
  const headerRow = headerRowOf(sheet);
  const lastRow = headerRow + sheet.rows.length + (sheet.totalRow ? 1 : 0);
  if (lastRow > mostRows) {
    throw appError('file.tooManyRows', { name: sheet.name, rows: sheet.rows.length, limit: mostRows });
  }
  const lastColumn = columnLetter(Math.max(0, sheet.columns.length - 1));
  const pieces = [Buffer.from(headXml(sheet, headerRow, first))];
  let text = topXml(sheet, headerRow, strings);
  for (const [index, row] of sheet.rows.entries()) {
    text += rowXml(headerRow + 1 + index, row, 'body', sheet, strings);
    if (index % rowsInPiece !== rowsInPiece - 1) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  if (sheet.totalRow) text += rowXml(lastRow, sheet.totalRow, 'total', sheet, strings);
  text += '</sheetData>';
  if (sheet.columns.length > 0)
    text += `<autoFilter ref="A${headerRow}:${lastColumn}${headerRow + sheet.rows.length}"/>`;
  text += validationsXml(sheet, headerRow);
  text += '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  text += '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
  pieces.push(Buffer.from(text));
  return Buffer.concat(pieces);
}

/** Rows below the header that offer the choices of their column. */
const rowsWithChoices = 2000;

function validationsXml({ columns }: SheetToWrite, headerRow: number): string {
  const lists = columns.flatMap(({ choices = [] }, index) => {
    if (choices.length === 0) return [];
    const letter = columnLetter(index);
    const range = `${letter}${headerRow + 1}:${letter}${headerRow + rowsWithChoices}`;
    const list = escapeAttribute(`"${choices.join(',')}"`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>${list}</formula1></dataValidation>`;
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function headXml(sheet: SheetToWrite, headerRow: number, first: boolean): string {
  const columns = columnWidths(sheet).map((width, index) => {
    // Whoever adds a row types into cells of the right kind: codes stay text.
    const style = styleOf('body', sheet.columns[index]?.kind ?? 'text');
    const hidden = sheet.columns[index]?.hidden === true ? ' hidden="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}"${hidden} customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `${paneXml(sheet, headerRow)}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    '<sheetData>'
  );
}

function paneXml(sheet: SheetToWrite, headerRow: number): string {
  if (sheet.freeze === false) return '';
  const columns = sheet.freeze?.columns ?? 0;
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft';
  const split = columns > 0 ? ` xSplit="${columns}"` : '';
  const corner = `${columnLetter(columns)}${headerRow + 1}`;
  return (
    `<pane${split} ySplit="${headerRow}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
  );
}

/** The lines above the rows: titles, an empty line, the header. */
function topXml(sheet: SheetToWrite, headerRow: number, strings: SharedStrings): string {
  let text = '';
  for (const [index, { label, value, kind = 'text' }] of (sheet.titleRows ?? []).entries()) {
    const number = index + 1;
    const place = value === undefined ? 'heading' : 'label';
    const cells = cellXml(`A${number}`, label, 'text', place, label, strings);
    text += `<row r="${number}">${cells}${cellXml(`B${number}`, value ?? null, kind, 'fact', label, strings)}</row>`;
  }
  const headers = sheet.columns.map(({ header, kind }, index) =>
    cellXml(
      `${columnLetter(index)}${headerRow}`,
      header,
      'text',
      kind === 'text' || kind === 'day' ? 'header' : 'numberHeader',
      header,
      strings,
    ),
  );
  return `${text}<row r="${headerRow}">${headers.join('')}</row>`;
}

function rowXml(
  number: number,
  row: readonly WriteCell[],
  place: CellPlace,
  sheet: SheetToWrite,
  strings: SharedStrings,
): string {
  let cells = '';
  for (const [index, { header, kind }] of sheet.columns.entries()) {
    cells += cellXml(`${columnLetter(index)}${number}`, row[index] ?? null, kind, place, header, strings);
  }
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(
  reference: string,
  value: WriteCell,
  kind: ColumnKind,
  place: CellPlace,
  field: string,
  strings: SharedStrings,
): string {
  const start = `<c r="${reference}" s="${styleOf(place, kind)}"`;
  if (value === null || value === '') return place === 'total' ? `${start}/>` : '';
  if (typeof value === 'number' && kind !== 'text') return `${start}><v>${numberText(value, kind)}</v></c>`;
  const text = String(value);
  const serial = kind === 'day' ? daySerial(text) : undefined;
  if (serial !== undefined) return `${start}><v>${serial}</v></c>`;
  if (text.length > longestText) {
    throw appError('input.invalid', {
      field: `${field} ${reference}`,
      found: String(text.length),
      expected: `≤ ${longestText}`,
    });
  }
  return `${start} t="s"><v>${strings.indexOf(text)}</v></c>`;
}
