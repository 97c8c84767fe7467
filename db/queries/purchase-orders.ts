import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { PurchaseLineView, PurchaseOrderRow, PurchaseOrderView } from '#app/orders/purchase-types.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, Write, WriteAccess } from '../store.ts';
import { headquartersCode } from './defaults.ts';
import { nextDocumentNumber } from './document-numbers.ts';
import { containing } from './search-text.ts';

export interface PurchaseOrderToInsert {
  readonly number: string;
  readonly supplierId: string;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay;
  readonly planId: string;
  readonly lines: readonly {
    readonly productId: string;
    readonly quantity: number;
    readonly unitPrice: Fen | null;
  }[];
}

/** The next free number of the day: an order of the same number may have come in from a file, written here or on another PC. */
export async function nextOrderNumber(trx: WriteAccess, device: string, day: BusinessDay): Promise<string> {
  for (;;) {
    const number = await nextDocumentNumber(trx, 'purchase_order', device, day);
    const taken = trx.selectFrom('purchase_order').select('id').where('number', '=', number);
    if ((await taken.executeTakeFirst()) === undefined) return number;
  }
}

/** Writes an order as sent: from here on it counts as on order. */
export async function insertPurchaseOrder(
  { trx, bulk }: Write,
  order: PurchaseOrderToInsert,
  now: Date,
): Promise<string> {
  const id = newId();
  const at = now.toISOString();
  await trx
    .insertInto('purchase_order')
    .values({
      id,
      number: order.number,
      supplier_id: order.supplierId,
      day: order.day,
      expected_day: order.expectedDay,
      status: 'sent',
      plan_id: order.planId,
      created_at: at,
      updated_at: at,
    })
    .execute();
  bulk.insert(
    'purchase_line',
    ['order_id', 'line', 'product_id', 'quantity', 'unit_price_fen'],
    order.lines.map((line, index) => [id, index + 1, line.productId, line.quantity, line.unitPrice]),
  );
  return id;
}

/** HQ; where a store has no supplier of that code, its first supplier. */
export async function getHeadquarters(db: ReadAccess | WriteAccess) {
  return db
    .selectFrom('partner')
    .select(['id', 'code', 'name', 'lead_days'])
    .where('kind', '=', 'supplier')
    .orderBy(sql`code = ${headquartersCode}`, 'desc')
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
}

const sortable: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`purchase_order.number`,
  day: sql`purchase_order.day`,
  expectedDay: sql`purchase_order.expected_day`,
  status: sql`purchase_order.status`,
  supplier: sql`supplier`,
  lines: sql`lines`,
  units: sql`units`,
  received: sql`received`,
  amount: sql`amount`,
};

/** A page of orders, the newest first. Filters: `status`. Search: number, supplier. */
export async function listPurchaseOrders(
  db: ReadAccess,
  { search, sort, filters, page, pageSize }: ListQuery,
): Promise<ListPage<PurchaseOrderRow>> {
  let orders = ordersOf(db);
  const status = filters['status'] ?? '';
  if (status !== '') orders = orders.where(sql<boolean>`purchase_order.status = ${status}`);
  if (search !== '') {
    const pattern = containing(search);
    orders = orders.where(
      sql<boolean>`(purchase_order.number LIKE ${pattern} ESCAPE '\\' OR partner.name LIKE ${pattern} ESCAPE '\\')`,
    );
  }
  const { total } = await orders
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const column =
    sort !== undefined && Object.hasOwn(sortable, sort.column) ? sortable[sort.column] : undefined;
  if (sort !== undefined && column === undefined) {
    throw appError('input.invalid', {
      field: 'sort',
      found: sort.column,
      expected: Object.keys(sortable).join(' | '),
    });
  }
  const rows = await selectRow(orders)
    .orderBy(column ?? sql`purchase_order.day`, sort?.direction ?? 'desc')
    .orderBy('purchase_order.number', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows: rows.map(rowOf), total };
}

export async function findPurchaseOrder(
  db: ReadAccess | WriteAccess,
  id: string,
): Promise<PurchaseOrderView | undefined> {
  const row = await selectRow(ordersOf(db))
    .select('purchase_order.note')
    .where('purchase_order.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { order: rowOf(row), note: row.note, lines: await linesOf(db, id) };
}

async function linesOf(db: ReadAccess | WriteAccess, id: string): Promise<PurchaseLineView[]> {
  const lines = await db
    .selectFrom('purchase_line')
    .innerJoin('product', 'product.id', 'purchase_line.product_id')
    .where('order_id', '=', id)
    .orderBy('line')
    .select([
      'line',
      'product_id',
      'code',
      'barcode',
      'name',
      'unit',
      'pack_size',
      'quantity',
      'received',
      'unit_price_fen',
    ])
    .execute();
  return lines.map((line) => ({
    line: line.line,
    productId: line.product_id,
    code: line.code,
    barcode: line.barcode,
    name: line.name,
    unit: line.unit,
    packSize: line.pack_size,
    quantity: line.quantity,
    received: line.received,
    unitPrice: line.unit_price_fen,
    amount: line.unit_price_fen === null ? null : ((line.unit_price_fen * line.quantity) as Fen),
  }));
}

/** Gives the id of the plan the order came from, if it came from one. */
export async function cancelPurchaseOrder(trx: WriteAccess, id: string, now: Date): Promise<string | null> {
  const { plan_id } = await trx
    .updateTable('purchase_order')
    .set((of) => ({ status: 'cancelled', updated_at: now.toISOString(), version: of('version', '+', 1) }))
    .where('id', '=', id)
    .returning('plan_id')
    .executeTakeFirstOrThrow();
  return plan_id;
}

function ordersOf(db: ReadAccess | WriteAccess) {
  return db.selectFrom('purchase_order').innerJoin('partner', 'partner.id', 'purchase_order.supplier_id');
}

function selectRow(orders: ReturnType<typeof ordersOf>) {
  const sum = <Value>(expression: string) =>
    sql<Value>`(SELECT ${sql.raw(expression)} FROM purchase_line WHERE order_id = purchase_order.id)`;
  return orders.select([
    'purchase_order.id',
    'purchase_order.number',
    'purchase_order.day',
    'purchase_order.expected_day',
    'purchase_order.status',
    'partner.name as supplier',
    sum<number>('count(*)').as('lines'),
    sum<number>('ifnull(sum(quantity), 0)').as('units'),
    sum<number>('ifnull(sum(received), 0)').as('received'),
    // As in plans: `sum` would fail beyond 64 bits.
    sum<Fen>('total(quantity * ifnull(unit_price_fen, 0))').as('amount'),
    sum<number>('count(*) FILTER (WHERE unit_price_fen IS NULL)').as('unpriced'),
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirstOrThrow']>>;

function rowOf(row: Row): PurchaseOrderRow {
  return {
    id: row.id,
    number: row.number,
    day: row.day,
    expectedDay: row.expected_day,
    status: row.status,
    supplier: row.supplier,
    lines: row.lines,
    units: row.units,
    received: row.received,
    amount: row.amount,
    unpriced: row.unpriced,
    cancellable: ['draft', 'sent', 'confirmed'].includes(row.status) && row.received === 0,
  };
}
