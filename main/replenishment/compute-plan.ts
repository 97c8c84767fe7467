import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { ReorderParameters, ReorderPlanView } from '#app/replenishment/types.ts';
import { planWholeOrder } from '#app/replenishment/whole-order.ts';
import type { LineChange, OrderTerms } from '#app/replenishment/whole-order.ts';
import { findLastSaleDay } from '#db/queries/demand.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import type { ComputedLine, ComputedPlan } from '#db/queries/reorder-insert.ts';
import { storeRevision } from '#db/store.ts';
import type { ReadAccess } from '#db/store.ts';

import { computeForecasts } from '../forecast/compute-forecasts.ts';
import type { Progress } from '../jobs/jobs.ts';
import { orderTermsOf, readPlanFacts } from './plan-facts.ts';
import type { AskedTerm, PlanFacts } from './plan-facts.ts';
import { planLine, termsOf } from './plan-line.ts';
import type { PlannedLine, PlannedProduct } from './plan-line.ts';

export interface PlanRequest extends Omit<ReorderParameters, 'asOf'> {
  /** The day on this PC's wall. */
  readonly today: BusinessDay;
  /** Where a person asked for a day. */
  readonly asOf?: BusinessDay | undefined;
  /** Of the whole order, where a person asked for other terms than the policies have. */
  readonly order?: { readonly [Key in keyof OrderTerms]?: number | null };
  /** Terms that a person asked for: the default policy does not count for them. */
  readonly asked?: readonly AskedTerm[];
}

/** A newest sale older than this says that the data is old, not that business stopped. */
const freshDays = 28;

interface Known {
  readonly parameters: ReorderParameters;
  /** Demand is known until here; a day without an import is not a day without demand. */
  readonly knownUntil: BusinessDay;
  readonly facts: PlanFacts;
}

/**
 * What to reorder of every active product, from one state of the store: the forecast of demand over lead time + review
 * period, and what follows from it. Reads only; {@link ComputedPlan} is plain data that crosses a thread.
 */
export async function computePlan(
  db: ReadAccess,
  request: PlanRequest,
  report: (progress: Progress) => void = () => undefined,
): Promise<ComputedPlan> {
  return db.transaction().execute(async (snapshot) => {
    const { asOf, asOfReason } = await chooseDay(snapshot, request);
    const { today, order = {}, asked = [], ...rest } = request;
    const parameters: ReorderParameters = { ...rest, asOf };
    const knownUntil = (await findLastSaleDay(snapshot, asOf)) ?? asOf;
    // What lies there lies there today, whatever day demand is known until: a lot that expired since cannot be sold.
    const stockDay = asOf > today ? asOf : today;
    const facts = await readPlanFacts(snapshot, parameters, { stockDay, knownUntil, asked });
    const lines = await computeLines(snapshot, { parameters, knownUntil, facts }, report);
    return {
      parameters,
      asOfReason,
      knownUntil,
      leadDays: (await getHeadquarters(snapshot)).lead_days ?? parameters.defaultLeadDays,
      storeRevision: await storeRevision(snapshot),
      ...orderWhole(lines, orderTermsOf(facts, order)),
    };
  });
}

async function computeLines(
  db: ReadAccess,
  known: Known,
  report: (progress: Progress) => void,
): Promise<PlannedLine[]> {
  const products = await listPlanned(db);
  const terms = products.map((product) => termsOf(product, known.facts));
  const asked = products.map(({ id, category }, index) => ({
    id,
    category,
    horizonDays: terms[index]?.horizonDays ?? known.parameters.reviewDays,
  }));
  const days = { knownUntil: known.knownUntil, asOf: known.parameters.asOf };
  const forecasts = await computeForecasts(db, asked, days, (done) =>
    report({ phase: 'forecasting', done, total: products.length }),
  );
  return products.flatMap((product, index) => {
    const [own, forecast] = [terms[index], forecasts[index]];
    return own === undefined || forecast === undefined ? [] : [planLine(product, own, forecast, known.facts)];
  });
}

function listPlanned(db: ReadAccess): Promise<PlannedProduct[]> {
  return db
    .selectFrom('product')
    .select([
      'id',
      'category',
      'lead_days as leadDays',
      'pack_size as packSize',
      'moq',
      'shelf_life_days as shelfLifeDays',
      'list_price_fen as listPrice',
      'purchase_price_fen as purchasePrice',
    ])
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
}

/** The lines as the budget and HQ's threshold leave them. */
function orderWhole(
  planned: readonly PlannedLine[],
  terms: OrderTerms,
): Pick<ComputedPlan, 'lines' | 'order'> {
  const { changes, outcome } = planWholeOrder(
    planned.map(({ order }) => order),
    terms,
  );
  const lines = planned.map(({ line, order }, index) => changed(line, order.lostUnit, changes[index]));
  return { lines, order: outcome };
}

function changed(line: ComputedLine, lostUnit: number, change: LineChange | undefined): ComputedLine {
  if (change === undefined || (change.budget === 0 && change.multiple === 0)) return line;
  const { budget, multiple, riskUnits } = change;
  return {
    ...line,
    suggested: line.suggested + budget + multiple,
    parts: [
      ...line.parts,
      ...(budget === 0 ? [] : [{ kind: 'budget' as const, quantity: budget }]),
      ...(multiple === 0 ? [] : [{ kind: 'multiple' as const, quantity: multiple }]),
    ],
    terms: { ...line.terms, riskUnits, riskAmount: Math.round(riskUnits * lostUnit) },
  };
}

/** Today while sales come in; the day of the newest sale when that is weeks ago, or everything would look dead. */
async function chooseDay(
  db: ReadAccess,
  request: PlanRequest,
): Promise<{ asOf: BusinessDay; asOfReason: ReorderPlanView['asOfReason'] }> {
  if (request.asOf !== undefined) return { asOf: request.asOf, asOfReason: 'asked' };
  const lastSale = await findLastSaleDay(db, request.today);
  if (lastSale === undefined || daysBetween(lastSale, request.today) <= freshDays) {
    return { asOf: request.today, asOfReason: 'today' };
  }
  return { asOf: lastSale, asOfReason: 'lastSale' };
}
