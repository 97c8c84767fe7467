import { appError } from '#app/core/errors.ts';
import type { PurchaseState } from '#app/orders/purchase-states.ts';
import type { OrderedLine } from '#app/orders/plan-purchase.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** An order to HQ as far as it decides what may be done with it. */
export interface StoredPurchase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly planId: string | null;
  readonly state: Omit<PurchaseState, 'lines'> & { readonly lines: readonly OrderedLine[] };
}

/** The order of this number, ours or HQ's. Fails with `notFound`. */
export async function getPurchaseByNumber(
  db: ReadAccess | WriteAccess,
  number: string,
): Promise<StoredPurchase> {
  const found = await db
    .selectFrom('purchase_order')
    .select('id')
    .where((of) => of.or([of('number', '=', number), of('supplier_number', '=', number)]))
    .orderBy((of) => of('number', '=', number), 'desc')
    .executeTakeFirst();
  if (found === undefined || number === '') throw appError('notFound', { what: 'purchaseOrder', id: number });
  return readPurchaseState(db, found.id);
}

/** Fails with `notFound`. */
export async function readPurchaseState(db: ReadAccess | WriteAccess, id: string): Promise<StoredPurchase> {
  const order = await db
    .selectFrom('purchase_order')
    .select(['number', 'version', 'status', 'confirmed_at', 'plan_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (order === undefined) throw appError('notFound', { what: 'purchaseOrder', id });
  const lines = await db
    .selectFrom('purchase_line')
    .select(['line', 'quantity', 'confirmed', 'received'])
    .where('order_id', '=', id)
    .orderBy('line')
    .execute();
  const { number, version, status, confirmed_at, plan_id } = order;
  return {
    id,
    number,
    version,
    planId: plan_id,
    state: { status, isConfirmed: confirmed_at !== null, lines },
  };
}
