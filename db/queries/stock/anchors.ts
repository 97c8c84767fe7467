import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { CountedBalance } from '#app/core/stock-problems.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import type { WriteAccess } from '../../store.ts';
import type { StockDocumentToPost } from './posting-types.ts';
import type { StockKey } from './stock-keys.ts';

/** A balance that entries would change behind a count of it. */
export interface CrossedAnchor extends StockKey {
  /** Of the first count after the entries. */
  readonly countDay: BusinessDay;
  readonly number: string;
  /** Sum of the entries before this count and not before an earlier one. */
  readonly quantity: number;
  readonly documentId: string;
}

interface Anchor {
  readonly place: number;
  readonly day: BusinessDay;
  readonly number: string;
  readonly documentId: string;
}

/** The counts that the documents contradict, each with what lies between it and the count before it. */
export async function crossedAnchors(
  trx: WriteAccess,
  documents: readonly StockDocumentToPost[],
): Promise<CrossedAnchor[]> {
  const any = await trx.selectFrom('stock_anchor').select('day').limit(1).executeTakeFirst();
  if (any === undefined) return [];
  const keys = [...changesByKey(documents).values()];
  const asked = JSON.stringify(
    keys.map(({ key, days }) => [
      key.productId,
      key.warehouseId,
      key.lotId ?? '',
      days.map(({ day }) => day).toSorted()[0],
    ]),
  );
  const { rows } = await sql<Anchor>`
    SELECT asked.key AS place, a.day, d.number, d.id AS documentId
    FROM json_each(${asked}) AS asked CROSS JOIN stock_anchor AS a ON a.product_id = asked.value ->> 0
      AND a.warehouse_id = asked.value ->> 1 AND a.lot_key = asked.value ->> 2 AND a.day > asked.value ->> 3
    JOIN stock_document AS d ON d.id = a.document_id GROUP BY asked.key, a.day ORDER BY asked.key, a.day`.execute(
    trx,
  );
  const counts = Map.groupBy(rows, ({ place }) => place);
  return keys.flatMap(({ key, days }, place) => {
    let before: BusinessDay | undefined;
    return (counts.get(place) ?? []).flatMap(({ day: countDay, number, documentId }): CrossedAnchor[] => {
      let quantity = 0;
      for (const { day, change, beforeCount } of days) {
        const isBefore = (count: BusinessDay): boolean => day < count || (beforeCount && day === count);
        if (isBefore(countDay) && (before === undefined || !isBefore(before))) quantity += change;
      }
      before = countDay;
      return quantity === 0 ? [] : [{ ...key, countDay, number, documentId, quantity }];
    });
  });
}

interface Change {
  readonly day: BusinessDay;
  readonly change: number;
  readonly beforeCount: boolean;
}

/** What the documents do to each balance. */
function changesByKey(
  documents: readonly StockDocumentToPost[],
): Map<string, { readonly key: StockKey; readonly days: Change[] }> {
  const changes = new Map<string, { readonly key: StockKey; readonly days: Change[] }>();
  for (const { day, beforeCount = false, lines } of documents) {
    for (const { productId, warehouseId, lotId, quantity } of lines) {
      if (quantity === 0) continue;
      const name = `${productId} ${warehouseId} ${lotId ?? ''}`;
      const known = changes.get(name) ?? { key: { productId, warehouseId, lotId }, days: [] };
      known.days.push({ day, change: quantity, beforeCount });
      changes.set(name, known);
    }
  }
  return changes;
}

/** Fails with `stock.beforeCount`, which names every count that the documents would contradict. */
export async function refuseCrossed(trx: WriteAccess, crossed: readonly CrossedAnchor[]): Promise<void> {
  if (crossed.length === 0) return;
  const counts: CountedBalance[] = [];
  for (const { productId, warehouseId, lotId, countDay, number, documentId, quantity } of crossed) {
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
      documentId,
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
