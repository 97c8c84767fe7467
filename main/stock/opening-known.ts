import type { BusinessDay } from '#app/core/business-day.ts';
import type { LotDays } from '#app/stock/expiry.ts';
import { findByLotCode } from '#app/stock/lot-code.ts';
import type { WriteAccess } from '#db/store.ts';

import { lotOf } from './opening-line.ts';
import type { OpeningLine } from './opening-line.ts';

export interface KnownLot extends LotDays {
  readonly id: string;
  readonly code: string;
}

export interface KnownProduct {
  readonly id: string;
  readonly shelfLifeDays: number | null;
  readonly lots: readonly KnownLot[];
}

/** What the store knows of what lines of opening stock name. */
export interface KnownOpening {
  readonly products: ReadonlyMap<string, KnownProduct>;
  readonly warehouses: ReadonlyMap<string, string>;
  /** By product, warehouse and lot id. */
  readonly balances: ReadonlyMap<string, number>;
}

/** The batch of the product that a line names. */
export function knownLot(product: KnownProduct | undefined, line: OpeningLine): KnownLot | undefined {
  const code = lotOf(line);
  return code === undefined || product === undefined ? undefined : findByLotCode(product.lots, code);
}

export async function readKnown(trx: WriteAccess, lines: readonly OpeningLine[]): Promise<KnownOpening> {
  const codes = [...new Set(lines.map((line) => line.productCode))];
  const products = await trx
    .selectFrom('product')
    .select(['id', 'code', 'shelf_life_days as shelfLifeDays'])
    .where('code', 'in', codes)
    .execute();
  const warehouses = await trx.selectFrom('warehouse').select(['id', 'code', 'name']).execute();
  const ids = products.map((product) => product.id);
  const lots = await trx.selectFrom('lot').selectAll().where('product_id', 'in', ids).execute();
  const lotsOfProduct = Map.groupBy(lots, (lot) => lot.product_id);
  const balances = await trx.selectFrom('stock_balance').selectAll().where('product_id', 'in', ids).execute();
  return {
    products: new Map(
      products.map(({ id, code, shelfLifeDays }) => [
        code,
        { id, shelfLifeDays, lots: (lotsOfProduct.get(id) ?? []).map(knownLotOf) },
      ]),
    ),
    warehouses: new Map(
      warehouses.flatMap(({ id, code, name }) => [[name, id] as const, [code, id] as const]),
    ),
    balances: new Map(
      balances.map((row) => [`${row.product_id} ${row.warehouse_id} ${row.lot_key}`, row.on_hand]),
    ),
  };
}

function knownLotOf(lot: {
  readonly id: string;
  readonly code: string;
  readonly production_day: BusinessDay | null;
  readonly expiry_day: BusinessDay | null;
}): KnownLot {
  return { id: lot.id, code: lot.code, productionDay: lot.production_day, expiryDay: lot.expiry_day };
}
