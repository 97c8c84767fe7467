import type { BusinessDay } from '../core/business-day.ts';
import { formatFen } from '../core/fen.ts';
import type { Fen } from '../core/fen.ts';
import { quantity as quantityOf } from '../core/quantity.ts';
import type { Quantity } from '../core/quantity.ts';
import type { StockSheetLine } from '../stock/stock-sheet.ts';
import {
  newDocumentKey,
  partnerIdOf,
  readDocumentDay,
  readIncomingLot,
  readSupplier,
  readWarehouseCode,
} from './document-rows.ts';
import type { DocumentBook } from './document-rows.ts';
import type { KnownOrder } from './known-store.ts';
import { ensureProduct, readProduct } from './product-index.ts';
import type { ProductReference } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

type Order = KnownOrder & { readonly number: string };

interface ReceiptRow {
  readonly number: string;
  readonly order: Order | undefined;
  readonly day: BusinessDay;
  readonly supplier: string;
  readonly warehouse: string;
  readonly product: ProductReference;
  readonly quantity: Quantity;
  readonly unitPrice: Fen | null;
  readonly lot: StockSheetLine['lot'];
  readonly note: string;
}

/** Pieces as stated, else packs times pack size; where all are stated and disagree, the pieces count. */
function readDelivered(
  cursor: RowCursor,
  context: PlanContext,
  product: ProductReference | null,
): Quantity | null {
  const stated = cursor.quantity('quantity');
  const packs = cursor.whole('packs');
  const size =
    cursor.whole('packSize') ??
    (product === null ? null : (context.products.values(product.code)?.packSize ?? null));
  const fromPacks = packs === null || size === null ? null : packs * size;
  if (stated !== null) {
    if (stated <= 0)
      cursor.note('quantity', stated === 0 ? 'quantity.zero' : 'quantity.invalid', { expected: '> 0' });
    else if (fromPacks !== null && fromPacks > 0 && fromPacks !== stated)
      cursor.note('quantity', 'packs.differ', { expected: `${packs} × ${size} = ${fromPacks}` });
    return stated;
  }
  if (cursor.refused('quantity')) return null;
  if (fromPacks === null || fromPacks <= 0) {
    cursor.note(cursor.has('quantity') ? 'quantity' : 'packs', 'quantity.missing');
    return null;
  }
  cursor.note('packs', 'quantity.fromPacks', { found: `${packs} × ${size}`, expected: String(fromPacks) });
  return quantityOf(fromPacks);
}

/** The price of a unit: as stated, else from the amount, else from the order. */
function readPrice(cursor: RowCursor, quantity: Quantity | null, ordered: Fen | null): Fen | null {
  const price = cursor.money('unitPrice');
  const amount = cursor.money('amount');
  if ((price ?? 0) < 0) cursor.note('unitPrice', 'number.invalid', { expected: '≥ 0' });
  if (price !== null) {
    const expected = price * (quantity ?? 0);
    if (amount !== null && quantity !== null && Math.abs(expected - amount) > Math.abs(quantity) * 0.5 + 1)
      cursor.note('amount', 'amount.differs', { expected: formatFen(expected as Fen) });
    return price;
  }
  if (amount !== null && amount >= 0 && quantity !== null && quantity > 0) {
    const derived = Math.round(amount / quantity) as Fen;
    cursor.note(cursor.has('unitPrice') ? 'unitPrice' : 'amount', 'price.fromAmount', {
      expected: formatFen(derived),
    });
    return derived;
  }
  if (ordered !== null) cursor.note(null, 'price.fromOrder', { expected: formatFen(ordered) });
  return ordered;
}

function orderOf(
  cursor: RowCursor,
  context: PlanContext,
  told: Set<string>,
): { order: Order | undefined; stated: string } {
  const stated = cursor.text('orderNumber');
  const order = stated === '' ? undefined : context.known.stock.orders.get(stated);
  if (stated !== '' && order === undefined && !told.has(stated)) {
    told.add(stated);
    cursor.note('orderNumber', 'order.absent', { found: stated });
  }
  return { order, stated };
}

function readRow(cursor: RowCursor, context: PlanContext, told: Set<string>): ReceiptRow | null {
  const documentNumber = cursor.text('documentNumber');
  const { order, stated } = orderOf(cursor, context, told);
  const day = readDocumentDay(cursor, context);
  const supplier = readSupplier(
    cursor,
    context,
    'supplier',
    order?.supplier ?? context.known.stock.headquarters,
  );
  const warehouse = readWarehouseCode(cursor, context);
  const product = readProduct(cursor, context.products);
  const quantity = readDelivered(cursor, context, product);
  const ordered = order?.lines.find(({ productCode }) => productCode === product?.code);
  const unitPrice = readPrice(cursor, quantity, ordered?.unitPrice ?? null);
  const lot = product === null ? undefined : readIncomingLot(cursor, context, product.code);
  const note = cursor.text('note');
  if (cursor.rejected || product === null || quantity === null || day === null || lot === undefined)
    return null;
  if (order !== undefined && ordered === undefined)
    cursor.note('productCode', 'order.lacks', { found: product.code, expected: order.number });
  const number = documentNumber === '' && order === undefined ? stated : documentNumber;
  return { number, order, day, supplier, warehouse, product, quantity, unitPrice, lot, note };
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask, book: DocumentBook, told: Set<string>): boolean {
  const { cursor } = task;
  const row = readRow(cursor, context, told);
  if (row === null) return false;
  const { product, order, number, day, lot, quantity, unitPrice, note } = row;
  const lotId = lot !== null && lot !== undefined && 'lotId' in lot ? lot.lotId : '';
  const content = [
    'receipt',
    number,
    order?.number ?? '',
    row.supplier,
    row.warehouse,
    day,
    product.code,
    lotId,
    quantity,
  ];
  const key = newDocumentKey(context, task, content);
  if (key === null) return true;
  ensureProduct(cursor, context, product);
  const head = {
    kind: 'receipt' as const,
    day,
    warehouseId: row.warehouse,
    partnerId: partnerIdOf('supplier', row.supplier),
    ...(order === undefined ? {} : { orderId: order.number }),
    note: number,
  };
  const line = { productId: product.code, quantity, lot, unitPrice, ...(note === '' ? {} : { note }) };
  book.add(number, head, { line, place: { sheet: cursor.sheet, row: cursor.row }, key });
  return false;
}

/** Reads the receipts of one sheet into documents; they are planned when all of the file are read. */
export function readReceipts(context: PlanContext, task: SheetTask, book: DocumentBook): void {
  const told = new Set<string>();
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task, book, told));
    task.tick();
  }
}
