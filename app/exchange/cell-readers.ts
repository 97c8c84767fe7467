import type { ColumnSpec } from './columns.ts';
import { longestCode, commonShape, readBarcode, readCode } from './read-code.ts';
import { readDay } from './read-day.ts';
import { readMoney, readQuantity, readWhole } from './read-number.ts';
import { readText } from './read-text.ts';
import { refused } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Cell, SheetRow } from './sheet.ts';

export type CellReader = (cell: Cell | undefined) => Reading<unknown>;

/** Bounds of whole numbers that are no quantities of stock. */
const bounds: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  leadDays: { least: 0, most: 730 },
  packSize: { least: 1, most: 1_000_000 },
  packs: { least: 0, most: 1_000_000 },
  shelfLife: { least: 1, most: 7300 },
  moq: { least: 1, most: 1_000_000_000 },
};

/** Repeated texts are read once: places, days and codes recur a thousandfold. Bounded, because order numbers do not. */
const remembered = 4096;

function remembering(read: CellReader): CellReader {
  const known = new Map<string, Reading<unknown>>();
  return (cell) => {
    if (typeof cell !== 'string') return read(cell);
    const before = known.get(cell);
    if (before !== undefined) return before;
    const reading = read(cell);
    if (known.size < remembered) known.set(cell, reading);
    return reading;
  };
}

/** The shape of a column's codes, from up to 2,000 of them spread over the sheet. */
function shapeOfColumn(rows: readonly SheetRow[], index: number): string | null {
  const step = Math.max(1, Math.floor(rows.length / 2000));
  const codes: string[] = [];
  for (let at = 0; at < rows.length; at += step) {
    const cell = rows[at]?.cells[index];
    if (typeof cell === 'string' && cell.trim() !== '' && cell.length <= longestCode) codes.push(cell.trim());
  }
  return codes.length < 3 ? null : commonShape(codes);
}

/** How the cells of one column are read. */
export function cellReader(
  spec: ColumnSpec,
  rows: readonly SheetRow[],
  index: number,
  textFile: boolean,
): CellReader {
  switch (spec.shape) {
    case 'code': {
      const shape = shapeOfColumn(rows, index);
      return remembering((cell) => readCode(cell, shape));
    }
    case 'phone':
      return (cell) => readCode(cell, null);
    case 'barcode':
      return remembering(readBarcode);
    case 'day':
      return remembering(readDay);
    case 'quantity':
      return remembering((cell) => readQuantity(cell, textFile));
    case 'money':
      return remembering((cell) => readMoney(cell, textFile));
    case 'number':
      return remembering((cell) =>
        readWhole(cell, textFile, bounds[spec.field] ?? { least: 0, most: 1_000_000_000 }),
      );
    case 'text':
      return remembering((cell) => readText(cell, spec.tight === true));
    default:
      return () => refused('number.invalid');
  }
}
