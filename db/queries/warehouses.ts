import { appError } from '#app/core/errors.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';

export interface WarehouseView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly onHand: number;
}

/** The default one first. */
export async function listWarehouses(db: ReadAccess | WriteAccess): Promise<WarehouseView[]> {
  const warehouses = await db
    .selectFrom('warehouse')
    .select(['id', 'code', 'name', 'is_default'])
    .orderBy('is_default', 'desc')
    .orderBy('code')
    .execute();
  const held = await db
    .selectFrom('stock_balance')
    .select(['warehouse_id', (of) => of.fn.sum<number>('on_hand').as('quantity')])
    .groupBy('warehouse_id')
    .execute();
  const quantities = new Map(held.map((row) => [row.warehouse_id, row.quantity]));
  return warehouses.map(({ id, code, name, is_default }) => ({
    id,
    code,
    name,
    isDefault: is_default === 1,
    onHand: quantities.get(id) ?? 0,
  }));
}

/** Fails with `code.taken` for a code or name that another warehouse has. Gives its id. */
export async function insertWarehouse(
  trx: WriteAccess,
  { code, name }: { code: string; name: string },
  now: Date,
): Promise<string> {
  const taken = await trx
    .selectFrom('warehouse')
    .select('code')
    .where((of) => of.or([of('code', 'in', [code, name]), of('name', 'in', [code, name])]))
    .executeTakeFirst();
  if (taken !== undefined) throw appError('code.taken', { what: 'warehouse', code: taken.code });
  const id = newId();
  await trx.insertInto('warehouse').values({ id, code, name, created_at: now.toISOString() }).execute();
  return id;
}
