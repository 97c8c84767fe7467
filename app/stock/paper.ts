import type { BusinessDay } from '../core/business-day.ts';
import { writtenLines } from './paper-lines.ts';
import type { BookedLine } from './paper-lines.ts';
import type { StockSheet } from './stock-sheet.ts';
import type { EntryRole, ReturnCondition } from './stock-words.ts';

/** A document as far as its paper needs it. */
export interface DocumentToPrint {
  readonly sheet: StockSheet | null;
  readonly lines: readonly (BookedLine & {
    readonly productCode: string;
    readonly productName: string;
    readonly unit: string;
    readonly packSize: number;
  })[];
  readonly products: readonly {
    readonly id: string;
    readonly code: string;
    readonly barcode: string | null;
    readonly name: string;
    readonly unit: string;
    readonly packSize: number;
  }[];
}

/** One row on paper or in a workbook: a written line, or the part of it that is of one batch. Costs stay in the house. */
export interface PaperRow {
  readonly role: EntryRole;
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly unit: string;
  readonly packSize: number;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** As a person says it: positive, whichever way the goods go; negative only in an adjustment that takes out. */
  readonly quantity: number;
  /** Fen; null where none was said. */
  readonly unitPrice: number | null;
  readonly amount: number | null;
  readonly condition: ReturnCondition | null;
  readonly note: string;
}

/** The rows of a document's paper: what was written with its batches; then what became of sets, and what was lost on the way. */
export function paperRows(view: DocumentToPrint): PaperRow[] {
  const beside = view.lines
    .filter(({ role, quantity }) => role === 'component' || (role === 'difference' && quantity < 0))
    .map((line) => bookedRow(line));
  return [...writtenRows(view), ...beside];
}

function writtenRows({ sheet, lines, products }: DocumentToPrint): PaperRow[] {
  if (sheet === null) return lines.filter(({ role }) => role === 'main').map((line) => bookedRow(line, true));
  const known = new Map(products.map((product) => [product.id, product]));
  return writtenLines(sheet, lines).flatMap(({ line, parts }): PaperRow[] => {
    const product = known.get(line.productId);
    if (product === undefined) return [];
    const { code, barcode, name, unit, packSize } = product;
    const price = line.unitPrice ?? null;
    const whole = { lot: null, productionDay: null, expiryDay: null, quantity: Math.abs(line.quantity) };
    return (parts.length === 0 ? [whole] : parts).map(({ lot, productionDay, expiryDay, quantity: part }) => {
      const quantity = line.quantity < 0 ? -part : part;
      return {
        role: 'main',
        code,
        barcode,
        name,
        unit,
        packSize,
        lot,
        productionDay,
        expiryDay,
        quantity,
        unitPrice: price,
        amount: price === null ? null : price * quantity,
        condition: line.condition ?? null,
        note: line.note ?? '',
      };
    });
  });
}

function bookedRow(line: DocumentToPrint['lines'][number], isSigned = false): PaperRow {
  return {
    role: line.role,
    code: line.productCode,
    barcode: null,
    name: line.productName,
    unit: line.unit,
    packSize: line.packSize,
    lot: line.lot,
    productionDay: line.productionDay,
    expiryDay: line.expiryDay,
    quantity: isSigned ? line.quantity : Math.abs(line.quantity),
    unitPrice: null,
    amount: null,
    condition: null,
    note: '',
  };
}

export interface PaperTotals {
  readonly units: number;
  /** Null where no row has a price. */
  readonly amount: number | null;
}

/** Of what was written; components and losses are not counted again. */
export function paperTotals(rows: readonly PaperRow[]): PaperTotals {
  const written = rows.filter(({ role }) => role === 'main');
  const priced = written.filter(({ amount }) => amount !== null);
  return {
    units: written.reduce((sum, { quantity }) => sum + quantity, 0),
    amount: priced.length === 0 ? null : priced.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  };
}
