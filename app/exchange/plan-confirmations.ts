import type { BusinessDay } from '../core/business-day.ts';
import { openOfPurchase, shareConfirmed } from '../orders/open-quantity.ts';
import type { KnownPurchase } from './known-store.ts';
import type { PlannedConfirmation } from './planned-types.ts';
import { readProduct } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** What one row says, once everything in it could be read. */
interface Answer {
  readonly order: KnownPurchase;
  readonly productCode: string;
  readonly confirmed: number;
  readonly expectedDay: BusinessDay | null;
  /** '' where it does not say. */
  readonly supplierNumber: string;
  readonly lines: KnownPurchase['lines'];
}

/** The order of the row, in a state in which HQ can answer; null where there is none, which is noted. */
function readOrder(cursor: RowCursor, { known, options }: PlanContext): KnownPurchase | null {
  const number = cursor.text('orderNumber');
  if (number === '') {
    if (!cursor.refused('orderNumber')) cursor.note('orderNumber', 'order.missing');
    return null;
  }
  const order = known.stock.awaiting.get(number);
  if (order !== undefined) {
    if (options.onlyOrder === undefined || options.onlyOrder === order.number) return order;
    cursor.note('orderNumber', 'order.other', { found: number, expected: options.onlyOrder });
    return null;
  }
  const isKnown = known.stock.orders.has(number) || known.purchaseOrders.has(number);
  cursor.note('orderNumber', isKnown ? 'order.notOpen' : 'order.unknown', { found: number });
  return null;
}

function readConfirmed(cursor: RowCursor): number | null {
  const confirmed = cursor.quantity('confirmed');
  if (confirmed === null && !cursor.refused('confirmed')) cursor.note('confirmed', 'quantity.missing');
  if (confirmed !== null && confirmed < 0) cursor.note('confirmed', 'quantity.invalid', { expected: '≥ 0' });
  return confirmed;
}

function readRow(cursor: RowCursor, context: PlanContext): Answer | null {
  const order = readOrder(cursor, context);
  const product = readProduct(cursor, context.products);
  const confirmed = readConfirmed(cursor);
  const expectedDay = cursor.day('expectedDay');
  const supplierNumber = cursor.text('supplierNumber');
  if (order === null || product === null || confirmed === null || cursor.rejected) return null;
  const lines = order.lines.filter(({ productCode }) => productCode === product.code);
  if (lines.length === 0) {
    cursor.note('productCode', 'order.differs', { found: product.code, expected: '' });
    return null;
  }
  return { order, productCode: product.code, confirmed, expectedDay, supplierNumber, lines };
}

/** HQ may send less, or more, than was ordered: it is said. */
function sayDifference(cursor: RowCursor, { lines, confirmed }: Answer): void {
  const ordered = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const said = { found: String(confirmed), expected: String(ordered) };
  if (confirmed < ordered) cursor.note('confirmed', 'confirmed.less', said);
  if (confirmed > ordered) cursor.note('confirmed', 'confirmed.more', said);
}

function isKnownAlready({ order, expectedDay, supplierNumber, lines }: Answer, shares: number[]): boolean {
  return (
    lines.every(({ confirmed }, index) => confirmed === shares[index]) &&
    (expectedDay === null || expectedDay === order.expectedDay) &&
    (supplierNumber === '' || supplierNumber === order.supplierNumber)
  );
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask): boolean {
  const { cursor } = task;
  const answer = readRow(cursor, context);
  if (answer === null) return false;
  const { order, productCode, confirmed, expectedDay, supplierNumber, lines } = answer;
  const place = ['confirmation', order.number, productCode].join('\u001F');
  const before = seenBefore(context, task, [place, confirmed, expectedDay, supplierNumber].join('\u001F'));
  if (before !== null) {
    cursor.note(null, 'line.repeated', { found: order.number, expected: before });
    return true;
  }
  const other = seenBefore(context, task, place);
  if (other !== null) {
    cursor.note('confirmed', 'code.repeated', { found: productCode, expected: other });
    return false;
  }
  const shares = shareConfirmed(
    lines.map(({ quantity }) => quantity),
    confirmed,
  );
  if (isKnownAlready(answer, shares)) {
    cursor.note(null, 'row.unchanged', { found: productCode, expected: String(confirmed) });
    return true;
  }
  sayDifference(cursor, answer);
  add(context, answer, shares);
  return false;
}

/** Rows of one order become one answer; of several days the last counts, when all of it is there. */
function add({ confirmations }: PlanContext, answer: Answer, shares: readonly number[]): void {
  const { order, lines, expectedDay, supplierNumber } = answer;
  const known: PlannedConfirmation = confirmations.get(order.number) ?? {
    orderNumber: order.number,
    expectedDay: null,
    supplierNumber: null,
    lines: [],
  };
  const last = known.expectedDay;
  confirmations.set(order.number, {
    ...known,
    expectedDay: last !== null && (expectedDay === null || last > expectedDay) ? last : expectedDay,
    supplierNumber: supplierNumber === '' ? known.supplierNumber : supplierNumber,
    lines: [...known.lines, ...lines.map(({ line }, index) => ({ line, confirmed: shares[index] ?? 0 }))],
  });
}

/** Plans what HQ confirmed of orders that are on their way. */
export function planConfirmations(context: PlanContext, task: SheetTask): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task));
    task.tick();
  }
}

/** Base units that orders of the plan owe less, or more, than before. */
export function confirmedChange({ known, confirmations }: PlanContext): number {
  let change = 0;
  for (const { orderNumber, lines } of confirmations.values()) {
    for (const { line, confirmed } of lines) {
      const before = known.stock.awaiting.get(orderNumber)?.lines.find((one) => one.line === line);
      if (before !== undefined) change += openOfPurchase({ ...before, confirmed }) - openOfPurchase(before);
    }
  }
  return change;
}
