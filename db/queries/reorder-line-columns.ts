import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { Fen } from '#app/core/fen.ts';

/** Expressions over `reorder_line AS line`, `product` and `forecast`. */

/** As `reorderRisk`: what is there and coming does not last until an order placed now arrives. */
export const isLate: RawBuilder<unknown> = sql`
  (line.demand_per_day > 0 AND line.available + line.on_order < line.demand_per_day * line.lead_days)`;

/** Days short of the lead time; the larger, the more urgent. */
export const urgency = sql`
  iif(line.demand_per_day > 0, line.lead_days - (line.available + line.on_order) / line.demand_per_day, -1e9)`;
/** 0 late … 3 no demand: the order in which risks are shown and filtered. */
export const riskRank = sql`CASE WHEN line.demand_per_day <= 0 THEN 3 WHEN ${isLate} THEN 0
  WHEN line.available + line.on_order < line.demand_per_day * (line.lead_days + line.review_days) THEN 1 ELSE 2 END`;

/** What an order to HQ costs a unit: its purchase price where that is known, else the list price. Null where neither is. */
export const sqlOrderPrice = sql<Fen | null>`coalesce(product.purchase_price_fen, product.list_price_fen)`;

/** As the line was worked out; what stands on the card in plans from before policies. */
export const sqlMoq = sql<number>`ifnull(line.moq, product.moq)`;
export const sqlPackSize = sql<number>`ifnull(line.pack_size, product.pack_size)`;

/** Expressions to sort by, under the names of {@link ReorderLineView}. */
export const sortable: Readonly<Record<string, RawBuilder<unknown>>> = {
  risk: riskRank,
  code: sql`product.code`,
  name: sql`product.name`,
  category: sql`product.category`,
  unit: sql`product.unit`,
  packSize: sqlPackSize,
  moq: sqlMoq,
  price: sqlOrderPrice,
  available: sql`line.available`,
  onOrder: sql`line.on_order`,
  demandPerDay: sql`line.demand_per_day`,
  leadDays: sql`line.lead_days`,
  reviewDays: sql`line.review_days`,
  safetyStock: sql`line.safety_stock`,
  coverDays: sql`iif(line.demand_per_day > 0, max(0, line.available) / line.demand_per_day, 1e18)`,
  method: sql`forecast.method`,
  demandClass: sql`forecast.demand_class`,
  abcXyz: sql`forecast.abc_xyz`,
  suggested: sql`line.suggested`,
  ordered: sql`line.ordered`,
  packs: sql`line.ordered * 1.0 / ${sqlPackSize}`,
  amount: sql`line.ordered * ifnull(${sqlOrderPrice}, 0)`,
  status: sql`line.status`,
  note: sql`line.status`,
};

/** What the tabs above the list show. */
export const views: Readonly<Record<string, RawBuilder<boolean>>> = {
  all: sql`TRUE`,
  toOrder: sql`line.ordered > 0 AND line.status <> 'dropped'`,
  late: sql`${isLate}`,
  edited: sql`line.ordered <> line.suggested AND line.status <> 'dropped'`,
  dropped: sql`line.status = 'dropped'`,
};
