import { sql } from 'kysely';

import type { PromotionScope } from '#app/calendar/calendar-words.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { allOf, dayFilterOf, filterOf, limitOf, orderOf, searchConditions } from '../lists/paging.ts';
import type { Condition, Sortable } from '../lists/paging.ts';

export interface PromotionRow {
  readonly id: string;
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  readonly discount: number | null;
  readonly scope: PromotionScope;
  readonly category: string;
  /** How many were chosen; 0 for the other scopes. */
  readonly products: number;
  readonly note: string;
  readonly isCancelled: boolean;
  readonly version: number;
}

const sortable: Sortable = {
  name: sql`promotion.name`,
  firstDay: sql`promotion.first_day`,
  lastDay: sql`promotion.last_day`,
  discount: sql`promotion.discount`,
  scope: sql`promotion.scope`,
  note: sql`promotion.note`,
};

export const promotionColumns = sql`promotion.id, promotion.name, promotion.first_day AS firstDay,
  promotion.last_day AS lastDay, promotion.discount, promotion.scope, promotion.category,
  (SELECT count(*) FROM promotion_product WHERE promotion_id = promotion.id) AS products, promotion.note,
  promotion.cancelled_at AS cancelledAt, promotion.version`;

export type StoredPromotion = Omit<PromotionRow, 'isCancelled'> & { readonly cancelledAt: string | null };

export function promotionRow({ cancelledAt, ...row }: StoredPromotion): PromotionRow {
  return { ...row, isCancelled: cancelledAt !== null };
}

function conditionsOf(query: ListQuery, today: BusinessDay): Condition[] {
  const conditions: Condition[] = searchConditions(
    query.search,
    sql`promotion.name`,
    sql`promotion.category`,
    sql`promotion.note`,
  );
  const state = filterOf(query, 'state');
  if (state === 'planned') conditions.push(sql`promotion.first_day > ${today}`);
  if (state === 'running')
    conditions.push(sql`promotion.first_day <= ${today} AND promotion.last_day >= ${today}`);
  if (state === 'past') conditions.push(sql`promotion.last_day < ${today}`);
  if (state === 'cancelled') conditions.push(sql`promotion.cancelled_at IS NOT NULL`);
  else if (state !== undefined) conditions.push(sql`promotion.cancelled_at IS NULL`);
  const from = dayFilterOf(query, 'from');
  const to = dayFilterOf(query, 'to');
  if (from !== undefined) conditions.push(sql`promotion.last_day >= ${from}`);
  if (to !== undefined) conditions.push(sql`promotion.first_day <= ${to}`);
  return conditions;
}

/**
 * Promotions, the newest first. Search: name, category, note. Filters: `state` (`planned`, `running`, `past`: of those not
 * cancelled; `cancelled`), `from` and `to`: of which some day lies between.
 */
export async function listPromotions(
  db: ReadAccess | WriteAccess,
  query: ListQuery,
  today: BusinessDay,
): Promise<ListPage<PromotionRow>> {
  const where = allOf(conditionsOf(query, today));
  const { rows } = await sql<StoredPromotion>`
    SELECT ${promotionColumns} FROM promotion WHERE ${where}
    ORDER BY ${orderOf(sortable, query, { column: 'firstDay', direction: 'desc' })}, promotion.id
    ${limitOf(query)}`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM promotion WHERE ${where}`.execute(
    db,
  );
  return { rows: rows.map(promotionRow), total: count.rows[0]?.total ?? 0 };
}
