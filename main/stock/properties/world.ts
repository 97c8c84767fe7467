import { sql } from 'kysely';

import { addDays, businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { newId } from '#db/ids.ts';
import type { Write } from '#db/store.ts';

/** Places and partners that every sequence uses, and products of its own. */
export interface World {
  readonly block: string;
  readonly allow: string;
  readonly transit: string;
  readonly hold: string;
  readonly supplier: string;
  readonly distributor: string;
}

export interface Goods {
  readonly loose: string;
  readonly other: string;
  /** Kept by batch. */
  readonly batched: string;
  /** One `loose` and two `other`. */
  readonly set: string;
}

const at = '2026-11-22T08:00:00.000Z';
const firstDay = businessDay('2026-10-01');

export function dayOf(offset: number): BusinessDay {
  return addDays(firstDay, offset);
}

export async function createWorld({ trx, bulk }: Write): Promise<World> {
  const [allow, distributor] = [newId(), newId()];
  bulk.insert(
    'warehouse',
    ['id', 'code', 'name', 'negative', 'created_at'],
    [[allow, 'LOOSE', '可负仓', 'allow', at]],
  );
  bulk.insert(
    'partner',
    ['id', 'kind', 'code', 'name', 'created_at', 'updated_at'],
    [[distributor, 'distributor', 'D1', '邻区总代', at, at]],
  );
  const warehouses = await trx.selectFrom('warehouse').select(['id', 'code', 'kind']).execute();
  const supplier = await trx
    .selectFrom('partner')
    .select('id')
    .where('kind', '=', 'supplier')
    .executeTakeFirstOrThrow();
  const find = (code: string): string => warehouses.find((warehouse) => warehouse.code === code)?.id ?? '';
  return {
    block: find('MAIN'),
    allow,
    transit: find('TRANSIT'),
    hold: find('HOLD'),
    supplier: supplier.id,
    distributor,
  };
}

export function createGoods({ bulk }: Write, sequence: number): Goods {
  const goods = { loose: newId(), other: newId(), batched: newId(), set: newId() };
  bulk.insert(
    'product',
    ['id', 'code', 'name', 'kind', 'lot_control', 'created_at', 'updated_at'],
    Object.entries(goods).map(([name, id]) => [
      id,
      `${name}-${sequence}`,
      name,
      name === 'set' ? 'set' : 'goods',
      name === 'batched' ? 1 : 0,
      at,
      at,
    ]),
  );
  bulk.insert(
    'product_component',
    ['set_id', 'component_id', 'quantity'],
    [
      [goods.set, goods.loose, 1],
      [goods.set, goods.other, 2],
    ],
  );
  return goods;
}

export interface LedgerRow {
  readonly seq: number;
  readonly document: string;
  readonly kind: string;
  readonly role: string;
  readonly day: BusinessDay;
  readonly product: string;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly quantity: number;
  readonly cost: number;
}

/** Every movement of these products, in the order of posting. */
export async function ledgerOf({ trx }: Write, goods: Goods): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    SELECT seq, document_id AS document, kind, role, day, product_id AS product, warehouse_id AS warehouse, lot_id AS lot,
      quantity, cost_fen AS cost FROM stock_ledger
    WHERE product_id IN (${sql.join(Object.values(goods))}) ORDER BY seq`.execute(trx);
  return rows;
}
