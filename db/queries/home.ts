import { sql } from 'kysely';

import { addDays, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { ReadAccess } from '../store.ts';
import { findLastSaleDay } from './demand.ts';
import { countIncompleteReceipts } from './lists/inspections.ts';
import { findPlan } from './reorder-plans.ts';
import { countCustomerOrders } from './orders/customer-list.ts';
import { countPurchases } from './orders/purchase-list.ts';
import { sqlExpired, sqlWillExpire } from './stock/expired-sql.ts';
import { sqlNearUntil } from './stock/near-expiry.ts';
import type { NearExpiry } from './stock/near-expiry.ts';

export interface HomeSummary {
  /** Neither products nor sales: the first page shows where to begin. */
  readonly empty: boolean;
  readonly today: BusinessDay;
  /** Not after today: a day typed wrongly must not empty the chart. */
  readonly lastSaleDay: BusinessDay | null;
  readonly products: number;
  readonly customers: number;
  readonly salesLines: number;
  readonly stockUnits: number;
  readonly openOrders: number;
  /** Orders to HQ that were to arrive before today, and today. */
  readonly overdueOrders: number;
  readonly ordersToday: number;
  /** Orders of customers that were wanted before today. */
  readonly overdueCustomerOrders: number;
  /** Of the open plan; 0 without one. */
  readonly toOrder: number;
  readonly late: number;
  /** Committed and not undone. */
  readonly imports: number;
  /** Lots with stock that expire soon, and those that did. */
  readonly expiring: number;
  readonly expired: number;
  /** Receipts whose inspection records lack something. */
  readonly incompleteReceipts: number;
  /** Balances below zero: where the warehouse blocks them, and where it allows them until the entries that are missing are made. */
  readonly problems: readonly {
    readonly kind: 'negativeStock' | 'negativeAllowed';
    readonly count: number;
  }[];
  /** Up to the week of the last sale, gap-free. */
  readonly salesByWeek: readonly { readonly week: BusinessDay; readonly amount: Fen }[];
}

const shownWeeks = 26;

/** What the first page shows. Every part is read from an index or a small table, whatever the size of ledger and sales. */
export async function homeSummary(
  db: ReadAccess,
  { today, ...near }: NearExpiry & { readonly today: BusinessDay },
): Promise<HomeSummary> {
  const counts = await sql<Counts>`SELECT
    (SELECT count(*) FROM product) AS products,
    (SELECT count(*) FROM partner WHERE kind = 'customer') AS customers,
    (SELECT count(*) FROM sales_line) AS salesLines,
    (SELECT ifnull(sum(on_hand), 0) FROM stock_balance) AS stockUnits,
    (SELECT count(*) FROM stock_balance WHERE on_hand < 0 AND warehouse_id IN (${placesThat('block')})) AS negative,
    (SELECT count(*) FROM stock_balance WHERE on_hand < 0 AND warehouse_id IN (${placesThat('allow')})) AS negativeAllowed,
    (SELECT count(*) FROM import WHERE status = 'committed') AS imports,
    (SELECT count(*) FROM lot JOIN product ON product.id = lot.product_id
      WHERE ${sqlWillExpire(sql`lot.expiry_day`, today)} AND lot.expiry_day <= ${sqlNearUntil(near, sql`product.category`)}
        AND ${isHeld}) AS expiring,
    (SELECT count(*) FROM lot WHERE ${sqlExpired(sql`expiry_day`, today)} AND ${isHeld}) AS expired`.execute(
    db,
  );
  const { negative, negativeAllowed, ...found } = counts.rows[0] as Counts;
  const purchases = await countPurchases(db, today);
  const lastSaleDay = (await findLastSaleDay(db, today)) ?? null;
  const plan = await db
    .selectFrom('reorder_plan')
    .select('id')
    .where('status', '=', 'open')
    .executeTakeFirst();
  const planned = plan === undefined ? undefined : await findPlan(db, plan.id, today);
  return {
    empty: found.products === 0 && found.salesLines === 0,
    today,
    lastSaleDay,
    ...found,
    openOrders: purchases.open,
    overdueOrders: purchases.overdue,
    ordersToday: purchases.today,
    overdueCustomerOrders: (await countCustomerOrders(db, today)).overdue,
    incompleteReceipts: await countIncompleteReceipts(db),
    toOrder: planned?.counts.toOrder ?? 0,
    late: planned?.counts.late ?? 0,
    problems: [
      { kind: 'negativeStock' as const, count: negative },
      { kind: 'negativeAllowed' as const, count: negativeAllowed },
    ].filter(({ count }) => count > 0),
    salesByWeek: lastSaleDay === null ? [] : await salesByWeek(db, lastSaleDay),
  };
}

interface Counts extends Pick<
  HomeSummary,
  'products' | 'customers' | 'salesLines' | 'stockUnits' | 'imports' | 'expiring' | 'expired'
> {
  readonly negative: number;
  readonly negativeAllowed: number;
}

const placesThat = (rule: 'block' | 'allow') => sql`SELECT id FROM warehouse WHERE negative = ${rule}`;

const isHeld = sql`EXISTS (SELECT 1 FROM stock_balance AS b
  WHERE b.product_id = lot.product_id AND b.lot_id = lot.id AND b.on_hand > 0)`;

async function salesByWeek(db: ReadAccess, last: BusinessDay): Promise<{ week: BusinessDay; amount: Fen }[]> {
  const from = addDays(weekStart(last), -7 * (shownWeeks - 1));
  const days = await salesByDay(db, from, last).execute();
  const weeks = new Map<BusinessDay, number>();
  for (let week = 0; week < shownWeeks; week++) weeks.set(addDays(from, week * 7), 0);
  for (const { day, amount } of days) {
    const week = weekStart(day);
    weeks.set(week, (weeks.get(week) ?? 0) + amount);
  }
  return [...weeks].map(([week, amount]) => ({ week, amount: amount as Fen }));
}

function salesByDay(db: ReadAccess, from: BusinessDay, until: BusinessDay) {
  return db
    .selectFrom('sales_line')
    .select(['day', sql<number>`total(amount_fen)`.as('amount')])
    .where('day', '>=', from)
    .where('day', '<=', until)
    .groupBy('day');
}
