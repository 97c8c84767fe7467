import { sql } from 'kysely';

import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';

export interface ProductRow {
  readonly id: string;
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: number;
  readonly moq: number;
  readonly leadDays: number | null;
  readonly listPrice: Fen | null;
  readonly status: 'active' | 'inactive';
  readonly onHand: number;
  readonly version: number;
}

const sortable: Sortable = {
  code: sql`product.code`,
  name: sql`product.name`,
  barcode: sql`product.barcode`,
  category: sql`product.category`,
  subcategory: sql`product.subcategory`,
  unit: sql`product.unit`,
  packSize: sql`product.pack_size`,
  moq: sql`product.moq`,
  leadDays: sql`product.lead_days`,
  listPrice: sql`product.list_price_fen`,
  status: sql`product.status`,
};

/** Products by code. Search: code, name, barcode, pinyin. Filters: `category`, `subcategory`, `status`. */
export async function listProducts(db: ReadAccess, query: ListQuery): Promise<ListPage<ProductRow>> {
  const where = allOf(conditionsOf(query));
  const { rows } = await sql<ProductRow>`
    SELECT product.id, product.code, barcode, product.name, category, subcategory, unit, pack_size AS packSize, moq,
      lead_days AS leadDays, list_price_fen AS listPrice, status, version,
      (SELECT ifnull(sum(on_hand), 0) FROM stock_balance WHERE product_id = product.id) AS onHand
    FROM product WHERE ${where}
    ORDER BY ${orderOf(sortable, query, { column: 'code', direction: 'asc' })}, product.code
    ${limitOf(query)}`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM product WHERE ${where}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.total ?? 0 };
}

function conditionsOf(query: ListQuery): Condition[] {
  const conditions = searchConditions(query.search, sql`product.search_text`);
  for (const name of ['category', 'subcategory', 'status'] as const) {
    const value = filterOf(query, name);
    if (value !== undefined) conditions.push(sql`${sql.ref(`product.${name}`)} = ${value}`);
  }
  return conditions;
}

/** Categories with their subcategories and how many products each has, for filters. */
export async function listCategories(
  db: ReadAccess,
): Promise<{ category: string; subcategory: string; products: number }[]> {
  return db
    .selectFrom('product')
    .select(['category', 'subcategory', (of) => of.fn.countAll<number>().as('products')])
    .groupBy(['category', 'subcategory'])
    .orderBy('category')
    .orderBy('subcategory')
    .execute();
}
