import { quantity as quantityOf } from '../core/quantity.ts';
import type { Fen } from '../core/fen.ts';
import type { Quantity } from '../core/quantity.ts';
import { stockKey } from './known-store.ts';
import { agreesWithLot, readLotCode } from './stock-lots.ts';
import type { PlannedStockLine } from './planned-types.ts';
import { ensureProduct, readProduct } from './product-index.ts';
import type { ProductReference } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

interface StockRow {
  readonly product: ProductReference;
  readonly line: Omit<PlannedStockLine, 'difference'>;
}

/** Counted quantities: none is a count too; less than none is a question to the person. */
function readCount(cursor: RowCursor): Quantity | null {
  const count = cursor.quantity('quantity');
  if (count === null && !cursor.refused('quantity')) cursor.note('quantity', 'quantity.missing');
  if (count !== null && count < 0) cursor.note('quantity', 'stock.negative');
  return count;
}

function readWarehouse(cursor: RowCursor, context: PlanContext): string | null {
  const name = cursor.text('warehouse');
  if (name === '') return null;
  const code = context.known.warehouses.get(name);
  if (code === undefined) {
    cursor.note('warehouse', 'warehouse.unknown', {
      expected: [...context.known.warehouses.keys()].slice(0, 6).join('、'),
    });
  }
  return code ?? null;
}

function readCost(cursor: RowCursor, product: ProductReference | null): Fen | null {
  const cost = cursor.money('unitCost');
  if (cost !== null && cost < 0) cursor.note('unitCost', 'number.invalid', { expected: '≥ 0' });
  if (cost === 0) cursor.note('unitCost', 'cost.zero', { found: product?.code ?? '' });
  return cost;
}

/** Without a cost the purchase price is taken, or what the product costs on average; where there is neither, that is said. */
function tellUnknownCost(cursor: RowCursor, context: PlanContext, code: string, unitCost: Fen | null): void {
  if (unitCost !== null || !cursor.has('unitCost') || cursor.refused('unitCost')) return;
  const price = context.products.values(code)?.purchasePrice ?? null;
  if (price === null) cursor.note('unitCost', 'cost.unknown', { found: code });
}

/** A service has no stock; a product that is kept by batches is counted by batches. */
function checkKind(cursor: RowCursor, context: PlanContext, code: string, lot: string | null): void {
  const values = context.products.values(code);
  if (values?.kind === 'service') cursor.note('productCode', 'document.product.service', { found: code });
  else if (values?.lotControl === 1 && lot === null) cursor.note('lot', 'lot.needed', { found: code });
}

function readRow(cursor: RowCursor, context: PlanContext): StockRow | null {
  const product = readProduct(cursor, context.products);
  const warehouse = readWarehouse(cursor, context);
  const lot = readLotCode(cursor, context, product?.code ?? '');
  const productionDay = cursor.day('productionDay');
  const expiryDay = cursor.day('expiryDay');
  const quantity = readCount(cursor);
  const unitCost = readCost(cursor, product);
  const certificate = cursor.text('certificate');
  if (product !== null) checkKind(cursor, context, product.code, lot);
  if (cursor.rejected || product === null || quantity === null) return null;
  const line = {
    sheet: cursor.sheet,
    row: cursor.row,
    productCode: product.code,
    warehouse,
    lot,
    productionDay,
    expiryDay,
    quantity,
    unitCost,
  };
  return agreesWithLot(cursor, context, { ...line, certificate }) ? { product, line } : null;
}

/** Whether the count stands in the file already: the same again, or another number for the same place. */
function isRepeated(context: PlanContext, task: SheetTask, { line }: StockRow, key: string): boolean {
  const { cursor } = task;
  const content = `${line.quantity}\u001F${line.productionDay}\u001F${line.expiryDay}\u001F${line.unitCost}`;
  const same = seenBefore(context, task, `stock\u001F${key}\u001F${content}`);
  const place = seenBefore(context, task, `stock place\u001F${key}`);
  if (same !== null) cursor.note(null, 'line.repeated', { found: line.productCode, expected: same });
  else if (place !== null)
    cursor.note('productCode', 'code.repeated', { found: line.productCode, expected: place });
  return same !== null || place !== null;
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask): boolean {
  const { cursor } = task;
  const read = readRow(cursor, context);
  if (read === null) return false;
  const key = stockKey(
    read.line.productCode,
    read.line.warehouse ?? context.known.defaultWarehouse,
    read.line.lot,
  );
  if (isRepeated(context, task, read, key)) return true;
  const difference = quantityOf(read.line.quantity - (context.known.balances.get(key) ?? 0));
  if (difference === 0) {
    cursor.note(null, 'row.unchanged', {
      found: read.line.productCode,
      expected: String(read.line.quantity),
    });
    return true;
  }
  ensureProduct(cursor, context, read.product);
  if (difference > 0) tellUnknownCost(cursor, context, read.line.productCode, read.line.unitCost);
  context.stock.push({ ...read.line, difference });
  context.book.bookOne(key, difference, context.options.asOf, { sheet: cursor.sheet, row: cursor.row });
  return false;
}

/** Plans the counts of one sheet: what each differs from the ledger becomes part of an opening document. */
export function planStock(context: PlanContext, task: SheetTask): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task));
    task.tick();
  }
}
