import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';

import type { WarehouseKind } from '#app/stock/stock-words.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';

export interface WarehouseView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly kind: WarehouseKind;
  readonly negative: 'block' | 'allow';
  readonly onHand: number;
}

/** The default one first, those where stock is not available last. */
export async function listWarehouses(db: ReadAccess | WriteAccess): Promise<WarehouseView[]> {
  const warehouses = await db
    .selectFrom('warehouse')
    .select(['id', 'code', 'name', 'is_default', 'kind', 'negative'])
    .orderBy('is_default', 'desc')
    .orderBy(sql`kind = 'own'`, 'desc')
    .orderBy('code')
    .execute();
  const held = await db
    .selectFrom('stock_balance')
    .select(['warehouse_id', (of) => of.fn.sum<number>('on_hand').as('quantity')])
    .groupBy('warehouse_id')
    .execute();
  const quantities = new Map(held.map((row) => [row.warehouse_id, row.quantity]));
  return warehouses.map(({ id, code, name, is_default, kind, negative }) => ({
    id,
    code,
    name,
    isDefault: is_default === 1,
    kind,
    negative,
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
