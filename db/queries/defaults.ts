import { newId } from '../ids.ts';
import type { WriteAccess } from '../store.ts';

export const headquartersCode = 'HQ';
export const mainWarehouseCode = 'MAIN';

/** What a store cannot do without: one warehouse to put stock into, and HQ to order from. */
export async function ensureDefaults(trx: WriteAccess, now: Date): Promise<void> {
  const created_at = now.toISOString();
  const warehouse = await trx.selectFrom('warehouse').select('id').limit(1).executeTakeFirst();
  if (warehouse === undefined) {
    await trx
      .insertInto('warehouse')
      .values({ id: newId(), code: mainWarehouseCode, name: '主仓', is_default: 1, created_at })
      .execute();
  }
  const supplier = await trx
    .selectFrom('partner')
    .select('id')
    .where('kind', '=', 'supplier')
    .limit(1)
    .executeTakeFirst();
  if (supplier === undefined) {
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
