import { addDays, businessDay, daysBetween, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { demandSeries } from '#app/forecast/demand-series.ts';
import type { DayRange } from '#app/forecast/demand/types.ts';
import { resolveTerms } from '#app/replenishment/resolve-terms.ts';
import type { CommonTerms } from '#app/replenishment/resolve-terms.ts';
import type { DemandSeries } from '#app/forecast/types.ts';
import { historyWeeks } from '#app/what-if/parameters.ts';
import type { ReplayProduct } from '#app/what-if/types.ts';
import { demandByDay, findLastSaleDay, productsAtATime } from '#db/queries/demand.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import { stockOutDays } from '#db/queries/demand/stock-out-days.ts';
import { readPolicyFacts, supplierByProduct } from '#db/queries/policy-facts.ts';
import type { ReadAccess } from '#db/store.ts';

/** Goods arrive with two thirds of their shelf life left: what a buyer may insist on (允收期). */
const lifeLeftOnArrival = 2 / 3;

const everBefore = businessDay('1900-01-01');

export interface StoredReplayProduct extends ReplayProduct {
  readonly id: string;
  readonly category: string;
  readonly series: DemandSeries;
  /** The demand that forecasts start from: NaN on days without stock. */
  readonly known: Float64Array;
}

export interface ReplayHistory {
  readonly products: readonly StoredReplayProduct[];
  /** Products whose history before the replay is too short. */
  readonly leftOut: number;
}

/** The Sunday of the last whole week of sales, and the weeks from the first sale until then; undefined without any. */
export async function findKnownWeeks(
  db: ReadAccess,
  today: BusinessDay,
): Promise<{ readonly lastDay: BusinessDay; readonly weeks: number } | undefined> {
  const last = await findLastSaleDay(db, today);
  const first = await db.selectFrom('sales_line').select('day').orderBy('day').limit(1).executeTakeFirst();
  if (last === undefined || first === undefined) return undefined;
  const lastDay = addDays(weekStart(addDays(last, 1)), -1);
  return { lastDay, weeks: Math.max(0, Math.floor((daysBetween(first.day, lastDay) + 1) / 7)) };
}

/** Every active product that can be replayed over the last `days` days until `lastDay`. */
export async function readReplayProducts(
  db: ReadAccess,
  request: {
    readonly lastDay: BusinessDay;
    readonly days: number;
    /** Of every product; null: what its policies say. */
    readonly leadDays: number | null;
    readonly usual: Omit<CommonTerms, 'asOf'>;
  },
): Promise<ReplayHistory> {
  const rows = await productRows(db);
  const facts = await readPolicyFacts(db, request.lastDay);
  const suppliers = await supplierByProduct(db);
  const headquarters = (await getHeadquarters(db)).id;
  const common = { ...request.usual, asOf: request.lastDay };
  const products: StoredReplayProduct[] = [];
  let leftOut = 0;
  for (let start = 0; start < rows.length; start += productsAtATime) {
    const some = rows.slice(start, start + productsAtATime);
    const ids = some.map(({ id }) => id);
    const sales = await demandByDay(db, ids, request.lastDay);
    const empty = await stockOutDays(db, ids, everBefore, request.lastDay);
    for (const row of some) {
      const series = demandSeries(sales.get(row.id) ?? [], request.lastDay);
      if (series.daily.length === 0) continue;
      if (series.daily.length - request.days < 7 * historyWeeks) {
        leftOut += 1;
        continue;
      }
      const product = { ...row, leadDays: row.lead_days, packSize: row.pack_size };
      const supplierId = suppliers.get(row.id) ?? headquarters;
      const terms = resolveTerms({ ...product, supplierId }, common, facts);
      products.push({
        id: row.id,
        category: row.category,
        series,
        known: withoutStockOuts(series, empty.get(row.id) ?? []),
        daily: series.daily,
        leadDays: request.leadDays ?? terms.leadDays,
        moq: terms.moq,
        packSize: terms.packSize,
        shelfDays: row.shelf_life_days === null ? null : Math.floor(row.shelf_life_days * lifeLeftOnArrival),
        cost: row.cost ?? 0,
        price: row.list_price_fen ?? row.cost ?? 0,
      });
    }
  }
  return { products, leftOut };
}

/** Days on which nothing could be sold are unknown, not days without demand. */
function withoutStockOuts(series: DemandSeries, empty: readonly DayRange[]): Float64Array {
  const known = Float64Array.from(series.daily);
  for (const { firstDay, lastDay } of empty) {
    const from = Math.max(0, daysBetween(series.firstDay, firstDay));
    const until = Math.min(known.length, daysBetween(series.firstDay, lastDay) + 1);
    for (let day = from; day < until; day += 1) if (known[day] === 0) known[day] = Number.NaN;
  }
  return known;
}

/** With what a unit costs: the average of what lies there, else the purchase price, else the list price. */
async function productRows(db: ReadAccess) {
  const pools = await db
    .selectFrom('stock_pool')
    .groupBy('product_id')
    .select(['product_id', (of) => of.fn.sum<number>('quantity').as('quantity')])
    .select((of) => of.fn.sum<number>('cost_fen').as('cost'))
    .execute();
  const averages = new Map(
    pools
      .filter(({ quantity, cost }) => quantity > 0 && cost > 0)
      .map(({ product_id: id, quantity, cost }) => [id, cost / quantity]),
  );
  const rows = await db
    .selectFrom('product')
    .select([
      'id',
      'category',
      'lead_days',
      'moq',
      'pack_size',
      'shelf_life_days',
      'list_price_fen',
      'purchase_price_fen',
    ])
    .where('status', '=', 'active')
    .where('kind', '<>', 'service')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    cost: averages.get(row.id) ?? row.purchase_price_fen ?? row.list_price_fen,
  }));
}
