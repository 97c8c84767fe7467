import type { BusinessDay } from '../core/business-day.ts';
import { quantity as quantityOf } from '../core/quantity.ts';
import type { Quantity } from '../core/quantity.ts';
import { readDocumentDay, readWarehouseCode } from './document-rows.ts';
import { stockKey, stockKeyParts } from './known-store.ts';
import { ensureProduct, readProduct } from './product-index.ts';
import type { ProductReference } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';
import { agreesWithLot, readLotCode } from './stock-lots.ts';

interface CountRow {
  readonly product: ProductReference;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly day: BusinessDay;
  readonly counted: Quantity;
}

function readCounted(cursor: RowCursor): Quantity | null {
  const counted = cursor.quantity('counted');
  if (counted === null && !cursor.refused('counted')) cursor.note('counted', 'quantity.missing');
  if (counted !== null && counted < 0) cursor.note('counted', 'quantity.invalid', { expected: '≥ 0' });
  return counted;
}

/** A count without a batch, where the stock lies in batches, would add to them: which was counted must be said. */
function checkLot(cursor: RowCursor, context: PlanContext, product: string, warehouse: string): void {
  const values = context.products.values(product);
  if (values?.kind === 'service') cursor.note('productCode', 'document.product.service', { found: product });
  else if (cursor.text('lot') === '') {
    const lots = context.book.balances(product, warehouse).filter(({ lotId }) => lotId !== null);
    if (lots.length > 0 || values?.lotControl === 1)
      cursor.note('lot', 'lot.needed', { found: product, expected: lots.map(({ code }) => code).join('、') });
  }
}

function readRow(cursor: RowCursor, context: PlanContext): CountRow | null {
  const day = readDocumentDay(cursor, context);
  const warehouse = readWarehouseCode(cursor, context);
  const product = readProduct(cursor, context.products);
  const counted = readCounted(cursor);
  if (product !== null && warehouse !== '') checkLot(cursor, context, product.code, warehouse);
  const lot = readLotCode(cursor, context, product?.code ?? '');
  const days = { productionDay: cursor.day('productionDay'), expiryDay: cursor.day('expiryDay') };
  if (cursor.rejected || product === null || counted === null || day === null) return null;
  const row = { product, warehouse, lot, day, counted };
  const fits = agreesWithLot(cursor, context, {
    productCode: product.code,
    lot: row.lot,
    ...days,
    certificate: '',
  });
  return fits ? row : null;
}

/** What the ledger says at the end of the day, with what the file books until then. */
function balanceOn(context: PlanContext, key: string, day: BusinessDay): number {
  const later = context.known.stock
    .movementsSince(stockKeyParts(key), day)
    .reduce((sum, one) => (one.day > day ? sum + one.moved : sum), 0);
  const log = context.book.logs.get(key);
  const own = (log?.days ?? []).reduce(
    (sum, at, index) => (at > day ? sum + (log?.quantities[index] ?? 0) : sum),
    0,
  );
  return context.book.onHand(key) - later - own;
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask): boolean {
  const { cursor } = task;
  const row = readRow(cursor, context);
  if (row === null) return false;
  const { product, warehouse, lot, day, counted } = row;
  const key = stockKey(product.code, warehouse, lot);
  const same = seenBefore(context, task, `count\u001F${key}\u001F${day}\u001F${counted}`);
  const place = seenBefore(context, task, `count place\u001F${key}\u001F${day}`);
  if (same !== null) cursor.note(null, 'line.repeated', { found: product.code, expected: same });
  else if (place !== null)
    cursor.note('productCode', 'code.repeated', { found: product.code, expected: place });
  if (same !== null || place !== null) return true;
  const counts = context.known.stock.countsOf(stockKeyParts(key));
  if (counts.some((one) => one.day === day && one.counted === counted)) {
    cursor.note(null, 'row.unchanged', { found: product.code, expected: String(counted) });
    return true;
  }
  ensureProduct(cursor, context, product);
  const difference = quantityOf(counted - balanceOn(context, key, day));
  const at = { sheet: cursor.sheet, row: cursor.row };
  context.counts.push({ ...at, productCode: product.code, warehouse, lot, day, counted, difference });
  if (difference !== 0) context.book.bookOne(key, difference, day, at);
  return false;
}

/** Plans the counts of one sheet, when everything else of the file is planned: what differs is booked on the day of the count. */
export function planCounts(context: PlanContext, task: SheetTask): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task));
    task.tick();
  }
}
