import type { WarehouseKind } from '#app/stock/stock-words.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';

export const headquartersCode = 'HQ';
const mainWarehouseCode = 'MAIN';

/** Where goods wait that cannot be sold, and where they are between two own warehouses. */
const waitingWarehouses = [
  { code: 'HOLD', name: '待处理仓', kind: 'quarantine' },
  { code: 'TRANSIT', name: '在途仓', kind: 'transit' },
] as const;

/** Whether the store has what {@link ensureDefaults} would give it; so that opening a store that has need not wait to write. */
export async function hasDefaults(db: ReadAccess | WriteAccess): Promise<boolean> {
  if (!(await hasWarehouse(db)) || !(await hasSupplier(db))) return false;
  for (const { kind } of waitingWarehouses) if (!(await hasWarehouse(db, kind))) return false;
  return true;
}

/** What a store cannot do without: one warehouse to put stock into, and HQ to order from. */
export async function ensureDefaults(trx: WriteAccess, now: Date): Promise<void> {
  const created_at = now.toISOString();
  if (!(await hasWarehouse(trx))) {
    await trx
      .insertInto('warehouse')
      .values({ id: newId(), code: mainWarehouseCode, name: '主仓', is_default: 1, created_at })
      .execute();
  }
  for (const warehouse of waitingWarehouses) {
    if (await hasWarehouse(trx, warehouse.kind)) continue;
    await trx
      .insertInto('warehouse')
      .values({ id: newId(), ...warehouse, negative: 'block', created_at })
      .execute();
  }
  if (!(await hasSupplier(trx))) {
    await trx
      .insertInto('partner')
      .values({
        id: newId(),
        kind: 'supplier',
        code: headquartersCode,
        name: '总部',
        created_at,
        updated_at: created_at,
      })
      .execute();
  }
}

async function hasWarehouse(db: ReadAccess | WriteAccess, kind: WarehouseKind = 'own'): Promise<boolean> {
  const found = db.selectFrom('warehouse').select('id').where('kind', '=', kind).limit(1);
  return (await found.executeTakeFirst()) !== undefined;
}

async function hasSupplier(db: ReadAccess | WriteAccess): Promise<boolean> {
  const found = db.selectFrom('partner').select('id').where('kind', '=', 'supplier').limit(1);
  return (await found.executeTakeFirst()) !== undefined;
}

/** What people call the warehouse that is meant where none is named. */
export async function defaultWarehouseName(db: ReadAccess): Promise<string> {
  const { name } = await db
    .selectFrom('warehouse')
    .select('name')
    .where('is_default', '=', 1)
    .executeTakeFirstOrThrow();
  return name;
}
