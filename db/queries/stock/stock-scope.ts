import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import type { ReadAccess } from '../../store.ts';

/** Days of sales, and of the cost of what was sold, that rates are worked out from. */
export const rateDays = 90;
/** A forecast is used while it is no older than this. */
const freshDays = 31;

/** What figures of stock are about: the day they are looked at, and one warehouse or all. */
export interface StockScope {
  readonly day: BusinessDay;
  /** Null for all. An unknown code is a warehouse in which nothing is. */
  readonly warehouse: { readonly id: string; readonly isDefault: boolean } | null;
  /** The forecast whose rates are used; null for the sales themselves. Forecasts are of all warehouses. */
  readonly runId: string | null;
}

export async function readStockScope(
  db: ReadAccess,
  { day, warehouseCode }: { readonly day: BusinessDay; readonly warehouseCode?: string | undefined },
): Promise<StockScope> {
  if (warehouseCode !== undefined) {
    const found = await db
      .selectFrom('warehouse')
      .select(['id', 'is_default'])
      .where('code', '=', warehouseCode)
      .executeTakeFirst();
    const warehouse = { id: found?.id ?? '', isDefault: found?.is_default === 1 };
    return { day, warehouse, runId: null };
  }
  const run = await db
    .selectFrom('forecast_run')
    .select('id')
    .where('as_of', '<=', day)
    .where('as_of', '>', addDays(day, -freshDays))
    .orderBy('as_of', 'desc')
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return { day, warehouse: null, runId: run?.id ?? null };
}

/** `AND <column> = the scope's warehouse`, or nothing where the scope is all of them. */
export function andHere({ warehouse }: StockScope, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return warehouse === null ? sql`` : sql`AND ${column} = ${warehouse.id}`;
}
