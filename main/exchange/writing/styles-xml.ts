import type { ColumnKind } from './sheet-to-write.ts';

/** Where a cell stands, which decides how it looks. */
export type CellPlace = 'body' | 'total' | 'fact' | 'header' | 'numberHeader' | 'label' | 'heading';

/** Places whose cells look by what they hold: rows, the total row, and values beside a label above the table. */
const byKind: readonly CellPlace[] = ['body', 'total', 'fact'];
const fixed: readonly CellPlace[] = ['header', 'numberHeader', 'label', 'heading'];

const kinds: readonly ColumnKind[] = ['text', 'quantity', 'money', 'day', 'number'];
/** Built in: 49 `@`, 3 `#,##0`, 4 `#,##0.00`, 0 General. */
const formats: Readonly<Record<ColumnKind, number>> = {
  text: 49,
  quantity: 3,
  money: 4,
  day: 164,
  number: 0,
};

/** Number of the style in {@link stylesXml}. */
export function styleOf(place: CellPlace, kind: ColumnKind): number {
  const group = byKind.indexOf(place);
  if (group >= 0) return 1 + group * kinds.length + kinds.indexOf(kind);
  return 1 + byKind.length * kinds.length + fixed.indexOf(place);
}

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="等线"/><family val="2"/><charset val="134"/></font>`;
const style = (format: number, fontId: number, fill: number, border: number, rest = '') =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1"` +
  ` applyFont="1" applyFill="1" applyBorder="1"${rest}`;

const aligned = (horizontal: 'left' | 'right') =>
  ` applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
const fromLeft = ' applyAlignment="1"><alignment horizontal="left"/></xf>';
const cellFormats = [
  style(0, 0, 0, 0, '/>'),
  // Days read like words: from the left, apart from the numbers before them.
  ...kinds.map((kind) => style(formats[kind], 0, 0, 0, kind === 'day' ? fromLeft : '/>')),
  ...kinds.map((kind) => style(formats[kind], 1, 0, 1, '/>')),
  ...kinds.map((kind) => style(formats[kind], 0, 0, 0, aligned('left'))),
  style(formats.text, 1, 2, 2, aligned('left')),
  style(formats.text, 1, 2, 2, aligned('right')),
  style(formats.text, 1, 0, 0, '/>'),
  style(formats.text, 2, 0, 0, '/>'),
];

const line = (side: string) => `<${side} style="thin"><color indexed="64"/></${side}>`;

/** The style sheet of every workbook written: one style for each place and kind. */
export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE9EEF6"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border><left/><right/>${line('top')}<bottom/><diagonal/></border>` +
  `<border><left/><right/><top/>${line('bottom')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
