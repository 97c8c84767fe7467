import { sql } from 'kysely';

import { freeSince } from '#app/stock/fefo.ts';
import type { LotBalance } from '#app/stock/fefo.ts';
import type { LotFacts, ProductFacts, StockFacts } from '#app/stock/plan-types.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { readOrderFacts, readOriginFacts } from './facts-related.ts';
import { reservedInWarehouse } from './reserved.ts';

type Access = ReadAccess | WriteAccess;

/** All that planning a sheet needs to know of the store; a few queries, whatever the number of lines. */
export async function readStockFacts(db: Access, sheet: StockSheet): Promise<StockFacts> {
  const products = await readProducts(
    db,
    sheet.lines.map(({ productId }) => productId),
  );
  const ids = JSON.stringify([...products.keys()]);
  const lots = await readLots(db, ids, sheet);
  const warehouses = await db.selectFrom('warehouse').select(['id', 'name', 'kind']).execute();
  const partner =
    sheet.partnerId === undefined || sheet.partnerId === null
      ? undefined
      : await db.selectFrom('partner').select('kind').where('id', '=', sheet.partnerId).executeTakeFirst();
  return {
    products,
    lots: new Map(lots.flatMap((lot) => (lot.lotId === null ? [] : [[lot.lotId, lot as LotFacts] as const]))),
    balances: balancesOf(lots),
    // What other orders of customers hold; its own goes out with it.
    reserved: await reservedInWarehouse(db, [...products.keys()], {
      warehouseId: sheet.warehouseId,
      exceptOrderId: sheet.orderId ?? null,
    }),
    warehouses: new Map(warehouses.map((warehouse) => [warehouse.id, warehouse])),
    transitWarehouseId: warehouses.find(({ kind }) => kind === 'transit')?.id ?? '',
    quarantineWarehouseId: warehouses.find(({ kind }) => kind === 'quarantine')?.id ?? '',
    partnerKind: partner?.kind ?? null,
    origin: await readOriginFacts(db, sheet),
    order: await readOrderFacts(db, sheet),
  };
}

/** The products of the lines, with those that sets among them are made of. */
async function readProducts(db: Access, ids: readonly string[]): Promise<Map<string, ProductFacts>> {
  const asked = JSON.stringify([...new Set(ids)]);
  const components = await sql<{ setId: string; productId: string; quantity: number }>`
    SELECT set_id AS setId, component_id AS productId, quantity FROM product_component
    WHERE set_id IN (SELECT value FROM json_each(${asked}))`.execute(db);
  const all = JSON.stringify([...new Set([...ids, ...components.rows.map(({ productId }) => productId)])]);
  const { rows } = await sql<
    Omit<ProductFacts, 'components' | 'lotControl'> & { readonly lotControl: 0 | 1 }
  >`
    SELECT id, code, name, kind, lot_control AS lotControl, shelf_life_days AS shelfLifeDays,
      coalesce(purchase_price_fen, list_price_fen, 0) AS price
    FROM product WHERE id IN (SELECT value FROM json_each(${all}))`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        lotControl: row.lotControl === 1,
        components: components.rows.filter(({ setId }) => setId === row.id),
      },
    ]),
  );
}

type LotRow = LotBalance & { readonly productId: string };

/** Every batch of the products, with what lies of it in the warehouse, and what lies there without a batch. */
async function readLots(db: Access, productIds: string, { warehouseId, day }: StockSheet): Promise<LotRow[]> {
  const { rows } = await sql<LotRow>`
    SELECT lot.id AS lotId, lot.product_id AS productId, lot.code, lot.production_day AS productionDay,
      lot.expiry_day AS expiryDay, lot.certificate_number AS certificate, lot.status, ifnull(b.on_hand, 0) AS onHand
    FROM lot LEFT JOIN stock_balance AS b ON b.product_id = lot.product_id AND b.warehouse_id = ${warehouseId}
      AND b.lot_key = lot.id
    WHERE lot.product_id IN (SELECT value FROM json_each(${productIds}))
    UNION ALL
    SELECT NULL, product_id, '', NULL, NULL, '', 'normal', on_hand FROM stock_balance
    WHERE product_id IN (SELECT value FROM json_each(${productIds})) AND warehouse_id = ${warehouseId} AND lot_key = ''`.execute(
    db,
  );
  const later = await movedLater(db, productIds, { warehouseId, day });
  return rows.map((row) => ({
    ...row,
    free: freeSince(row.onHand, later.get(`${row.productId} ${row.lotId ?? ''}`) ?? []),
  }));
}

/** What moved after the day of the sheet, by product and batch, the newest day first. */
async function movedLater(
  db: Access,
  productIds: string,
  { warehouseId, day }: Pick<StockSheet, 'warehouseId' | 'day'>,
): Promise<Map<string, { readonly moved: number }[]>> {
  const { rows } = await sql<{ key: string; moved: number }>`
    SELECT l.product_id || ' ' || ifnull(l.lot_id, '') AS key, sum(l.quantity) AS moved
    FROM json_each(${productIds}) AS asked CROSS JOIN stock_ledger AS l INDEXED BY stock_ledger_product
      ON l.product_id = asked.value AND l.day > ${day} AND l.warehouse_id = ${warehouseId}
    GROUP BY l.product_id, l.lot_id, l.day ORDER BY l.day DESC`.execute(db);
  return Map.groupBy(rows, ({ key }) => key);
}

function balancesOf(lots: readonly LotRow[]): Map<string, LotBalance[]> {
  const balances = new Map<string, LotBalance[]>();
  for (const lot of lots) {
    if (lot.onHand === 0) continue;
    const list = balances.get(lot.productId);
    if (list) list.push(lot);
    else balances.set(lot.productId, [lot]);
  }
  return balances;
}
