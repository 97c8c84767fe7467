import type { Database } from 'better-sqlite3';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { catalogue } from '#app/sample/catalogue.ts';
import type { Bulk } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';
import { productSearchText } from '#db/queries/search-text.ts';

export interface ScaleIds {
  readonly products: readonly string[];
  /** Two of each product. */
  readonly lots: readonly string[];
  readonly warehouses: readonly string[];
  readonly customers: readonly string[];
  readonly supplier: string;
}

export interface MastersToFill {
  readonly products: number;
  readonly customers: number;
  readonly today: BusinessDay;
}

const now = new Date(0).toISOString();

/** What a unit of the product at this place costs, in fen: the same always, so that every pool is its quantity at that cost. */
export function unitCostOf(product: number): number {
  return 900 + (product % 97) * 50;
}

export function fillMasters(database: Database, bulk: Bulk, options: MastersToFill): ScaleIds {
  const one = (sql: string): string => String(database.prepare(sql).pluck().get());
  const ids: ScaleIds = {
    products: Array.from({ length: options.products }, newId),
    lots: Array.from({ length: options.products * 2 }, newId),
    warehouses: [one("SELECT id FROM warehouse WHERE kind = 'own'"), newId(), newId()],
    customers: Array.from({ length: options.customers }, newId),
    supplier: one("SELECT id FROM partner WHERE kind = 'supplier'"),
  };
  bulk.insert(
    'warehouse',
    ['id', 'code', 'name', 'negative', 'created_at'],
    [
      [ids.warehouses[1] ?? '', 'W2', '二号仓', 'block', now],
      [ids.warehouses[2] ?? '', 'W3', '三号仓', 'allow', now],
    ],
  );
  fillProducts(bulk, ids, options.today);
  fillCustomers(bulk, ids);
  return ids;
}

function fillProducts(bulk: Bulk, ids: ScaleIds, today: BusinessDay): void {
  const kinds = catalogue();
  bulk.insert(
    'product',
    [
      'id',
      'code',
      'name',
      'search_text',
      'category',
      'subcategory',
      'unit',
      'pack_size',
      'list_price_fen',
      'purchase_price_fen',
      'created_at',
      'updated_at',
    ],
    ids.products.map((id, index) => {
      const like = kinds[index % kinds.length]?.product;
      const code = `P${String(index + 1).padStart(5, '0')}`;
      const name = `${like?.name ?? ''} ${Math.floor(index / kinds.length) + 1}号`;
      return [
        id,
        code,
        name,
        productSearchText(code, name, null),
        like?.category ?? '',
        like?.subcategory ?? '',
        like?.unit ?? '',
        like?.packSize ?? 1,
        like?.listPrice ?? null,
        unitCostOf(index),
        now,
        now,
      ];
    }),
  );
  bulk.insert(
    'lot',
    ['id', 'product_id', 'code', 'expiry_day', 'created_at'],
    ids.lots.map((id, index) => [
      id,
      ids.products[index >> 1] ?? '',
      `L${index % 2}`,
      addDays(today, (index % 37) * 30 - 60),
      now,
    ]),
  );
}

function fillCustomers(bulk: Bulk, { customers }: ScaleIds): void {
  bulk.insert(
    'partner',
    ['id', 'kind', 'code', 'name', 'region', 'province', 'city', 'created_at', 'updated_at'],
    customers.map((id, index) => [
      id,
      'customer',
      `C${String(index + 1).padStart(6, '0')}`,
      `客户${index + 1}`,
      '东区',
      '浙江省',
      '杭州市',
      now,
      now,
    ]),
  );
}
