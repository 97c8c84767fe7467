import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { newId } from '#db/ids.ts';
import type { Store } from '#db/store.ts';

export interface SeedProduct {
  readonly code: string;
  readonly name?: string;
  readonly category?: string;
  readonly packSize?: number;
  readonly moq?: number;
  readonly leadDays?: number | null;
  readonly listPriceFen?: number | null;
  readonly status?: 'active' | 'inactive';
  /** Net sales by day, counted from the first day of the seed. */
  readonly sales: readonly { readonly offset: number; readonly quantity: number }[];
}

/** Products with a sales history, straight into the tables: for tests and benchmarks. Gives the ids by code. */
export async function seedHistory(
  store: Store,
  firstDay: BusinessDay,
  products: readonly SeedProduct[],
): Promise<ReadonlyMap<string, string>> {
  const at = '2019-01-01T00:00:00.000Z';
  const ids = new Map(products.map((product) => [product.code, newId()]));
  const order = newId();
  await store.transact({ actor: 'seed', action: 'seed', entity: 'product' }, async ({ bulk }) => {
    bulk.insert(
      'product',
      [
        'id',
        'code',
        'name',
        'search_text',
        'category',
        'unit',
        'pack_size',
        'moq',
        'lead_days',
        'list_price_fen',
        'status',
        'created_at',
        'updated_at',
      ],
      products.map((product) => [
        ids.get(product.code) ?? '',
        product.code,
        product.name ?? product.code,
        `${product.code} ${product.name ?? ''}`.toLowerCase(),
        product.category ?? '',
        '支',
        product.packSize ?? 1,
        product.moq ?? 1,
        product.leadDays ?? null,
        product.listPriceFen ?? null,
        product.status ?? 'active',
        at,
        at,
      ]),
    );
    bulk.insert(
      'sales_order',
      ['id', 'number', 'day', 'mode', 'created_at'],
      [[order, 'D1', firstDay, 'history', at]],
    );
    for (const product of products) {
      bulk.insert(
        'sales_line',
        ['id', 'order_id', 'line', 'day', 'product_id', 'quantity'],
        product.sales.map((sale) => [
          newId(),
          order,
          1,
          addDays(firstDay, sale.offset),
          ids.get(product.code) ?? '',
          sale.quantity,
        ]),
      );
    }
  });
  return ids;
}

/** `quantity` every `every` days over `days` days. */
export function steadySales(
  days: number,
  quantity: number,
  every = 1,
): { offset: number; quantity: number }[] {
  return Array.from({ length: Math.ceil(days / every) }, (_, index) => ({ offset: index * every, quantity }));
}
