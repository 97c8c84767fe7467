import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { CountedBalance } from '#app/core/stock-problems.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import type { WriteAccess } from '../../store.ts';
import type { StockDocumentToPost } from './posting-types.ts';
import { touchedKeys } from './stock-keys.ts';
import type { TouchedKey } from './stock-keys.ts';

/** A balance that an entry would change behind a count of it. */
export interface CrossedAnchor extends TouchedKey {
  /** Of the first count after the entry. */
  readonly countDay: BusinessDay;
  readonly number: string;
}

/** The first later count of every balance that the documents change. */
export async function crossedAnchors(
  trx: WriteAccess,
  documents: readonly StockDocumentToPost[],
): Promise<CrossedAnchor[]> {
  const any = await trx.selectFrom('stock_anchor').select('day').limit(1).executeTakeFirst();
  if (any === undefined) return [];
  const keys = touchedKeys(documents, 'all');
  const asked = JSON.stringify(
    keys.map(({ productId, warehouseId, lotId, day }) => [productId, warehouseId, lotId ?? '', day]),
  );
  const { rows } = await sql<{ place: number; day: BusinessDay; number: string }>`
    SELECT asked.key AS place, min(a.day) AS day, d.number
    FROM json_each(${asked}) AS asked CROSS JOIN stock_anchor AS a ON a.product_id = asked.value ->> 0
      AND a.warehouse_id = asked.value ->> 1 AND a.lot_key = asked.value ->> 2 AND a.day > asked.value ->> 3
    JOIN stock_document AS d ON d.id = a.document_id GROUP BY asked.key`.execute(trx);
  return rows.flatMap(({ place, day, number }) => {
    const key = keys[place];
    return key === undefined ? [] : [{ ...key, countDay: day, number }];
  });
}

/** Fails with `stock.beforeCount`, which names every count that the documents would contradict. */
export async function refuseCrossed(trx: WriteAccess, crossed: readonly CrossedAnchor[]): Promise<void> {
  if (crossed.length === 0) return;
  const counts: CountedBalance[] = [];
  for (const { productId, warehouseId, lotId, countDay, number, quantity } of crossed) {
    const names = await trx
      .selectFrom('product')
      .innerJoin('warehouse', (join) => join.on('warehouse.id', '=', warehouseId))
      .leftJoin('lot', (join) => join.on('lot.id', '=', lotId))
      .select(['product.code', 'product.name', 'warehouse.name as warehouse', 'lot.code as lot'])
      .where('product.id', '=', productId)
      .executeTakeFirstOrThrow();
    counts.push({
      product: `${names.code} ${names.name}`,
      warehouse: names.warehouse,
      lot: names.lot,
      day: countDay,
      number,
      change: quantity,
    });
  }
  throw appError('stock.beforeCount', { counts });
}

/** One adjustment for each day of a count, which takes back there what the documents change before it. */
export function compensations(
  crossed: readonly CrossedAnchor[],
  originId: string,
  actor: string,
): StockDocumentToPost[] {
  const days = [...new Set(crossed.map(({ countDay }) => countDay))].toSorted();
  return days.map((day) => {
    const here = crossed.filter(({ countDay }) => countDay === day);
    return {
      kind: 'adjustment',
      day,
      originId,
      actor,
      reason: 'correction',
      warehouseId: here[0]?.warehouseId ?? null,
      lines: here.map(({ productId, warehouseId, lotId, quantity }) => ({
        productId,
        warehouseId,
        lotId,
        quantity: -quantity,
        costFen: null,
      })),
    };
  });
}
