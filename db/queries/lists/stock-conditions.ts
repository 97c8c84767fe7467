import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListQuery } from '#app/core/listing.ts';
import { valueClasses } from '#app/stock/count-scope.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlExpired, sqlWillExpire } from '../stock/expired-sql.ts';
import { sqlNearUntil } from '../stock/near-expiry.ts';
import type { NearExpiry } from '../stock/near-expiry.ts';
import { andHere } from '../stock/stock-scope.ts';
import type { StockScope } from '../stock/stock-scope.ts';
import { productClasses } from '../stock/value-classes.ts';
import { filterOf, searchConditions } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';

/** What is known of a product without reading its stock. */
export const ofProduct: Sortable = {
  code: sql`product.code`,
  name: sql`product.name`,
  category: sql`product.category`,
  subcategory: sql`product.subcategory`,
  unit: sql`product.unit`,
  listPrice: sql`product.list_price_fen`,
};

/** What decides which stock is expired and which is expiring. */
export interface StockDays extends NearExpiry {
  readonly today: BusinessDay;
}

/** Which products a list of stock is about, whatever lies of them: search, `category`, `class`, `product`. */
export async function productConditions(
  db: ReadAccess,
  query: ListQuery,
  scope: StockScope,
): Promise<Condition[]> {
  const conditions = [
    ...searchConditions(query.search, sql`product.search_text`),
    sql<boolean>`product.kind <> 'service'`,
  ];
  const category = filterOf(query, 'category');
  if (category !== undefined) conditions.push(sql`product.category = ${category}`);
  const product = filterOf(query, 'product');
  if (product !== undefined) conditions.push(sql`product.id = ${product}`);
  const wanted = filterOf(query, 'class');
  if (wanted !== undefined) {
    if (!valueClasses.some((name) => name === wanted))
      throw appError('input.invalid', { field: 'class', found: wanted, expected: valueClasses.join(' | ') });
    const classes = await productClasses(db, scope.day);
    const ids = [...classes].flatMap(([id, name]) => (name === wanted ? [id] : []));
    conditions.push(sql`product.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  }
  return conditions;
}

/** What must lie of a product today for the list's `view`. */
export function viewConditions(query: ListQuery, scope: StockScope, near: NearExpiry): Condition[] {
  const held = sql`SELECT product_id FROM stock_balance WHERE TRUE ${andHere(scope, sql`warehouse_id`)}`;
  switch (filterOf(query, 'view')) {
    // One product's card shows it whatever its state.
    case 'any':
      return [];
    case 'inStock':
      return [sql`product.id IN (${held} AND on_hand > 0)`];
    case 'none':
      return [sql`product.id NOT IN (${held} AND on_hand > 0)`];
    case 'negative':
      return [sql`product.id IN (${held} AND on_hand < 0)`];
    case 'expiring':
      return [
        isHeldUntil(
          scope,
          sqlWillExpire(sql`lot.expiry_day`, scope.day),
          sqlNearUntil(near, sql`product.category`),
        ),
      ];
    case 'expired':
      return [
        sql`product.id IN (${held} AND on_hand > 0
        AND lot_id IN (SELECT id FROM lot WHERE ${sqlExpired(sql`expiry_day`, scope.day)}))`,
      ];
    default:
      // A product out of use is listed only while stock of it lies somewhere.
      return [sql`(product.status = 'active' OR product.id IN (${held}))`];
  }
}

function isHeldUntil(
  scope: StockScope,
  willExpire: RawBuilder<unknown>,
  until: RawBuilder<string>,
): Condition {
  return sql`EXISTS (SELECT 1 FROM stock_balance AS b JOIN lot ON lot.id = b.lot_id
    WHERE b.product_id = product.id AND b.on_hand > 0 ${andHere(scope, sql`b.warehouse_id`)}
      AND ${willExpire} AND lot.expiry_day <= ${until})`;
}
