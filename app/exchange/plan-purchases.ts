import type { Quantity } from '../core/quantity.ts';
import { orderWorkbook as englishOrder } from '../i18n/en/order-workbook.ts';
import { orderWorkbook as chineseOrder } from '../i18n/zh-CN/order-workbook.ts';
import type { PlannedPurchaseLine } from './planned-types.ts';
import { ensureProduct, readProduct } from './product-index.ts';
import type { ProductReference } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** What stands for a number in the workbook of a plan that is no order yet, in either language. */
const draftNumbers: ReadonlySet<string> = new Set([chineseOrder.draft, englishOrder.draft]);

function readOrdered(cursor: RowCursor): Quantity | null {
  const ordered = cursor.quantity('quantity');
  if (ordered === null && !cursor.refused('quantity')) cursor.note('quantity', 'quantity.missing');
  if (ordered === 0) cursor.note('quantity', 'quantity.zero');
  if (ordered !== null && ordered < 0) cursor.note('quantity', 'quantity.invalid', { expected: '> 0' });
  return ordered;
}

function readRow(
  cursor: RowCursor,
  context: PlanContext,
): { product: ProductReference; line: PlannedPurchaseLine } | null {
  const orderNumber = cursor.text('orderNumber');
  if (orderNumber === '' && !cursor.refused('orderNumber')) cursor.note('orderNumber', 'order.missing');
  const day = cursor.day('day');
  if (day === null && !cursor.refused('day')) cursor.note('day', 'date.missing');
  const expectedDay = cursor.day('expectedDay');
  const supplier = cursor.text('supplier');
  const product = readProduct(cursor, context.products);
  const quantity = readOrdered(cursor);
  const unitPrice = cursor.money('unitPrice');
  if (unitPrice !== null && unitPrice < 0) cursor.note('unitPrice', 'number.invalid', { expected: '≥ 0' });
  if (cursor.rejected || product === null || quantity === null || day === null) return null;
  const line = {
    sheet: cursor.sheet,
    row: cursor.row,
    orderNumber,
    day,
    expectedDay,
    supplier: supplier === '' ? null : supplier,
    productCode: product.code,
    quantity,
    unitPrice,
  };
  return { product, line };
}

/** Our own order come back: the same is nothing to do, anything else is no import but a question to the supplier. */
function compareWithOurs(
  cursor: RowCursor,
  line: PlannedPurchaseLine,
  ours: ReadonlyMap<string, number>,
): boolean {
  const ordered = ours.get(line.productCode);
  if (ordered === line.quantity)
    cursor.note(null, 'row.unchanged', { found: line.productCode, expected: String(ordered) });
  else {
    const field = ordered === undefined ? 'productCode' : 'quantity';
    const found = ordered === undefined ? line.productCode : String(line.quantity);
    cursor.note(field, 'order.differs', { found, expected: ordered === undefined ? '' : String(ordered) });
  }
  return true;
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask): boolean {
  const { cursor } = task;
  const read = readRow(cursor, context);
  if (read === null) return false;
  const { line, product } = read;
  const content = [
    'purchase',
    line.orderNumber,
    line.day,
    line.productCode,
    line.quantity,
    line.unitPrice,
  ].join('\u001F');
  if (draftNumbers.has(line.orderNumber)) {
    cursor.note(null, 'order.draft', { found: line.productCode });
    return true;
  }
  const before = seenBefore(context, task, content);
  if (before !== null && !context.options.keepRepeated) {
    cursor.note(null, 'line.repeated', { found: line.orderNumber, expected: before });
    return true;
  }
  const ours = context.known.purchaseOrders.get(line.orderNumber);
  if (ours !== undefined) return compareWithOurs(cursor, line, ours);
  ensureProduct(cursor, context, product);
  context.purchases.push(line);
  return false;
}

/** Plans the lines of purchase orders. */
export function planPurchases(context: PlanContext, task: SheetTask): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task));
    task.tick();
  }
}
