import type { BusinessDay } from '../core/business-day.ts';
import type { Quantity } from '../core/quantity.ts';
import type { StockSheetLine } from '../stock/stock-sheet.ts';
import type { StockReason, WrittenKind } from '../stock/stock-words.ts';
import {
  newDocumentKey,
  partnerIdOf,
  readDocumentDay,
  readIncomingLot,
  readSupplier,
  readWarehouseCode,
} from './document-rows.ts';
import type { DocumentBook } from './document-rows.ts';
import { readConditionWord, readKindWord, readReasonWord } from './document-words.ts';
import { lotKey } from './known-store.ts';
import { readLotCode } from './stock-lots.ts';
import type { PartnerKind } from './known-store.ts';
import { readProduct } from './product-index.ts';
import { longestCode } from './read-code.ts';
import type { RowCursor } from './row-cursor.ts';
import { settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** Who the other side of each kind is; kinds that are not here have none. */
const partnerOfKind: Readonly<Partial<Record<WrittenKind, PartnerKind>>> = {
  receipt: 'supplier',
  supplier_return: 'supplier',
  issue: 'customer',
  customer_return: 'customer',
  exchange_out: 'distributor',
  exchange_in: 'distributor',
};
const comesIn: readonly WrittenKind[] = ['receipt', 'exchange_in', 'customer_return', 'assembly'];
const needsReason: readonly WrittenKind[] = ['adjustment', 'internal_use', 'scrap'];

interface MovementRow {
  readonly kind: WrittenKind;
  readonly number: string;
  readonly day: BusinessDay;
  readonly partner: string | null;
  readonly warehouse: string;
  readonly toWarehouse: string;
  readonly reason: StockReason | null;
  readonly productCode: string;
  readonly quantity: Quantity;
  readonly line: StockSheetLine;
}

function readKind(cursor: RowCursor): WrittenKind | undefined {
  const word = cursor.text('documentKind');
  const kind = word === '' ? undefined : readKindWord(word);
  if (kind === undefined && !cursor.refused('documentKind')) cursor.note('documentKind', 'kind.unknown');
  return kind;
}

/** The other side as a plan names it. Customers that the store does not know are made, as sales make them. */
function readPartner(cursor: RowCursor, context: PlanContext, kind: WrittenKind): string | null {
  const side = partnerOfKind[kind];
  if (side === undefined) return null;
  if (side === 'supplier') {
    const code = readSupplier(cursor, context, 'partner', context.known.stock.headquarters);
    return partnerIdOf('supplier', code);
  }
  const name = cursor.text('partner');
  if (name === '') return null;
  const code = context.known.stock.partners[side].get(name);
  if (code !== undefined) return partnerIdOf(side, code);
  if (side === 'distributor') {
    const names = [...context.known.stock.partners.distributor.keys()].slice(0, 6);
    cursor.note('partner', 'partner.unknown', { expected: names.join('、') });
    return null;
  }
  const own = name.slice(0, longestCode);
  if (!context.customers.has(own) && !context.known.customers.has(own))
    context.customers.set(own, { code: own, name, region: '', province: '', city: '', phone: '' });
  return partnerIdOf('customer', own);
}

/** Why; in words that nobody taught us it is 'other', with the words as a remark. */
function readReason(cursor: RowCursor, kind: WrittenKind): { reason: StockReason | null; remark: string } {
  const text = cursor.text('reason');
  if (text === '') return { reason: null, remark: '' };
  const reason = readReasonWord(text);
  if (reason !== undefined) return { reason, remark: '' };
  if (!needsReason.includes(kind)) return { reason: null, remark: text };
  cursor.note('reason', 'word.unknown', { found: text });
  return { reason: 'other', remark: text };
}

function readCondition(cursor: RowCursor): StockSheetLine['condition'] {
  const text = cursor.text('condition');
  if (text === '') return undefined;
  const condition = readConditionWord(text);
  if (condition === undefined)
    cursor.note('condition', 'word.unknown', { found: text, severity: 'rejection' });
  return condition;
}

function readMoved(cursor: RowCursor): Quantity | null {
  const moved = cursor.quantity('quantity');
  if (moved === null && !cursor.refused('quantity')) cursor.note('quantity', 'quantity.missing');
  if (moved === 0) cursor.note('quantity', 'quantity.zero');
  return moved === 0 ? null : moved;
}

/** The batch as the file names it. What goes out must be known; what comes in may be new. */
function readLot(
  cursor: RowCursor,
  context: PlanContext,
  productCode: string,
  isIncoming: boolean,
): StockSheetLine['lot'] | undefined {
  if (isIncoming) return readIncomingLot(cursor, context, productCode);
  const code = readLotCode(cursor, context, productCode);
  return code === null ? null : { lotId: lotKey(productCode, code) };
}

function readRow(cursor: RowCursor, context: PlanContext): MovementRow | null {
  const kind = readKind(cursor);
  const number = cursor.text('documentNumber');
  const day = readDocumentDay(cursor, context);
  const partner = kind === undefined ? null : readPartner(cursor, context, kind);
  const warehouse = readWarehouseCode(cursor, context);
  const toWarehouse = kind === 'transfer_out' ? readWarehouseCode(cursor, context, 'toWarehouse') : '';
  const product = readProduct(cursor, context.products);
  if (product !== null && !context.products.has(product.code))
    cursor.note('productCode', 'product.unknown', { found: product.code });
  const quantity = readMoved(cursor);
  const { reason, remark } = readReason(cursor, kind ?? 'issue');
  const condition = kind === 'customer_return' ? readCondition(cursor) : undefined;
  const unitPrice = cursor.money('unitPrice');
  if ((unitPrice ?? 0) < 0) cursor.note('unitPrice', 'number.invalid', { expected: '≥ 0' });
  const note = [remark, cursor.text('note')].filter((text) => text !== '').join(' ');
  const isIncoming =
    kind !== undefined && (comesIn.includes(kind) || (kind === 'adjustment' && (quantity ?? 0) > 0));
  const lot = product === null ? undefined : readLot(cursor, context, product.code, isIncoming);
  if (cursor.rejected || kind === undefined || day === null || lot === undefined) return null;
  if (product === null || quantity === null) return null;
  const line: StockSheetLine = {
    productId: product.code,
    quantity,
    lot,
    // The file says what was taken; that it was not the first to expire is told and does not hinder.
    lotReason: note === '' ? number || cursor.sheet : note,
    unitPrice,
    ...(condition === undefined ? {} : { condition }),
    ...(note === '' ? {} : { note }),
  };
  return {
    kind,
    number,
    day,
    partner,
    warehouse,
    toWarehouse,
    reason,
    productCode: product.code,
    quantity,
    line,
  };
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask, book: DocumentBook): boolean {
  const { cursor } = task;
  const row = readRow(cursor, context);
  if (row === null) return false;
  const { kind, number, day, partner, warehouse, toWarehouse, reason, productCode, quantity, line } = row;
  const lotId = line.lot !== null && line.lot !== undefined && 'lotId' in line.lot ? line.lot.lotId : '';
  const content = [
    kind,
    number,
    partner ?? '',
    warehouse,
    toWarehouse,
    day,
    productCode,
    lotId,
    quantity,
    reason ?? '',
  ];
  const key = newDocumentKey(context, task, content);
  if (key === null) return true;
  const head = {
    kind,
    day,
    warehouseId: warehouse,
    ...(toWarehouse === '' ? {} : { toWarehouseId: toWarehouse }),
    ...(partner === null ? {} : { partnerId: partner }),
    ...(reason === null || !needsReason.includes(kind) ? {} : { reason }),
    note: number,
  };
  book.add(number, head, { line, place: { sheet: cursor.sheet, row: cursor.row }, key });
  return false;
}

/** Reads the documents of one sheet; they are planned when all of the file are read. */
export function readMovements(context: PlanContext, task: SheetTask, book: DocumentBook): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task, book));
    task.tick();
  }
}
