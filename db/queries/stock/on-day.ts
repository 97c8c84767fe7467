import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { StockOnDay } from '#app/stock/stock-view.ts';
import type { WarehouseKind } from '#app/stock/stock-words.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

interface LotRow {
  readonly warehouseId: string;
  readonly warehouseCode: string;
  readonly warehouse: string;
  readonly warehouseKind: WarehouseKind;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  readonly cost: number;
}

type KindRow = StockOnDay['kinds'][number];
/** What documents of one kind did to a batch in a warehouse. */
type PartRow = LotRow & Pick<KindRow, 'kind' | 'entries'>;

/**
 * What lay of a product at the end of a day, by warehouse and batch, what it cost, and the kinds of documents that made it so:
 * their quantities sum to the balance. Cost is of a warehouse's whole stock: batches have none of their own. The index of the
 * product's entries is read once: its days come in order, so each day is summed as it passes and only those sums are sorted,
 * which takes half as long as sorting the entries of a product that has a hundred thousand.
 */
export async function stockOnDay(
  db: ReadAccess | WriteAccess,
  productId: string,
  day: BusinessDay,
): Promise<StockOnDay> {
  const { rows } = await sql<PartRow>`
    SELECT warehouse.id AS warehouseId, warehouse.code AS warehouseCode, warehouse.name AS warehouse,
      warehouse.kind AS warehouseKind, lot.id AS lotId, lot.code AS lot, lot.production_day AS productionDay,
      lot.expiry_day AS expiryDay, moved.kind, moved.quantity, moved.cost, moved.entries
    FROM (SELECT warehouse_id, lot_id, kind, sum(quantity) AS quantity, sum(cost) AS cost, sum(entries) AS entries
      FROM (SELECT warehouse_id, lot_id, kind, sum(quantity) AS quantity, sum(cost_fen) AS cost, count(*) AS entries
        FROM stock_ledger WHERE product_id = ${productId} AND day <= ${day} GROUP BY day, warehouse_id, lot_id, kind)
      GROUP BY warehouse_id, lot_id, kind) AS moved
    JOIN warehouse ON warehouse.id = moved.warehouse_id LEFT JOIN lot ON lot.id = moved.lot_id
    ORDER BY warehouse.is_default DESC, warehouse.code, lot.expiry_day NULLS LAST, lot.code, moved.kind`.execute(
    db,
  );
  const warehouses = byWarehouse(byLot(rows));
  return {
    day,
    quantity: sum(warehouses.map(({ quantity }) => quantity)),
    value: sum(warehouses.map(({ value }) => value)) as Fen,
    warehouses,
    kinds: byKind(rows),
  };
}

/** In the order of the rows. */
function byLot(rows: readonly PartRow[]): LotRow[] {
  const lots = new Map<string, LotRow>();
  for (const row of rows) {
    const key = `${row.warehouseId} ${row.lotId ?? ''}`;
    const { quantity, cost } = lots.get(key) ?? { quantity: 0, cost: 0 };
    lots.set(key, { ...row, quantity: quantity + row.quantity, cost: cost + row.cost });
  }
  return [...lots.values()];
}

function byKind(rows: readonly PartRow[]): KindRow[] {
  const kinds = new Map<string, KindRow>();
  for (const { kind, quantity, cost, entries } of rows) {
    const known = kinds.get(kind) ?? { kind, quantity: 0, cost: 0 as Fen, entries: 0 };
    kinds.set(kind, {
      kind,
      quantity: known.quantity + quantity,
      cost: (known.cost + cost) as Fen,
      entries: known.entries + entries,
    });
  }
  return [...kinds.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
}

function byWarehouse(rows: readonly LotRow[]): StockOnDay['warehouses'] {
  const groups = new Map<string, LotRow[]>();
  for (const row of rows) {
    const group = groups.get(row.warehouseId);
    if (group) group.push(row);
    else groups.set(row.warehouseId, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const lots = group.filter(({ quantity }) => quantity !== 0);
    const value = sum(group.map(({ cost }) => cost)) as Fen;
    if (lots.length === 0 && value === 0) return [];
    return [
      {
        warehouseId: first.warehouseId,
        code: first.warehouseCode,
        name: first.warehouse,
        kind: first.warehouseKind,
        quantity: sum(lots.map(({ quantity }) => quantity)),
        value,
        lots: lots.map(({ lotId, lot, productionDay, expiryDay, quantity }) => ({
          lotId,
          lot,
          productionDay,
          expiryDay,
          quantity,
        })),
      },
    ];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
