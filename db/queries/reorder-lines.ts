import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { Quantity } from '#app/core/quantity.ts';
import type { OverrideReason } from '#app/forecast/promises/override-reasons.ts';
import type { DemandClass, ForecastMethod } from '#app/forecast/types.ts';
import { coverDays, reorderRisk } from '#app/replenishment/suggest.ts';
import type {
  ExplanationPart,
  LineTerms,
  ReorderLineStatus,
  ReorderLineView,
} from '#app/replenishment/types.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';
import {
  riskRank,
  sortable,
  sqlMoq,
  sqlOrderPrice,
  sqlPackSize,
  urgency,
  views,
} from './reorder-line-columns.ts';
import { containing, searchWords } from './search-text.ts';

/**
 * A page of a plan's lines, the most urgent first. Filters: `view` (all, toOrder, late, edited, dropped), `category`, `risk`.
 * Fails with `input.invalid` on a column or view that does not exist.
 */
export async function listReorderLines(
  db: ReadAccess,
  planId: string,
  query: ListQuery,
): Promise<ListPage<ReorderLineView>> {
  const found = matching(db, planId, query);
  const { total } = await found
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await ordered(selectView(found), query.sort)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { rows: rows.map(viewOf), total };
}

/** Every line of the plan, by code. */
export async function listAllReorderLines(
  db: ReadAccess,
  planId: string,
): Promise<readonly ReorderLineView[]> {
  const rows = await selectView(linesOf(db, planId)).orderBy('product.code').execute();
  return rows.map(viewOf);
}

/** Every line of the plan that is to be ordered, by code. */
export async function listLinesToOrder(
  db: ReadAccess | WriteAccess,
  planId: string,
): Promise<readonly (ReorderLineView & { readonly barcode: string | null })[]> {
  const rows = await selectView(linesOf(db, planId).where(views.toOrder ?? sql<boolean>`TRUE`))
    .select('product.barcode')
    .orderBy('product.code')
    .execute();
  return rows.map((row) => ({ ...viewOf(row), barcode: row.barcode }));
}

export async function findReorderLine(
  db: ReadAccess | WriteAccess,
  planId: string,
  productId: string,
): Promise<ReorderLineView | undefined> {
  const row = await selectView(
    linesOf(db, planId).where('line.product_id', '=', productId),
  ).executeTakeFirst();
  return row === undefined ? undefined : viewOf(row);
}

export async function updateReorderLine(
  trx: WriteAccess,
  planId: string,
  productId: string,
  change: { readonly ordered: number; readonly status: ReorderLineStatus },
): Promise<void> {
  await trx
    .updateTable('reorder_line')
    .set(change)
    .where('plan_id', '=', planId)
    .where('product_id', '=', productId)
    .execute();
}

/** Accepts what is proposed and would be ordered. */
export async function acceptProposedLines(trx: WriteAccess, planId: string): Promise<number> {
  const result = await trx
    .updateTable('reorder_line')
    .set({ status: 'accepted' })
    .where('plan_id', '=', planId)
    .where('status', '=', 'proposed')
    .where('ordered', '>', 0)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

function linesOf(db: ReadAccess | WriteAccess, planId: string) {
  return db
    .selectFrom('reorder_line as line')
    .innerJoin('product', 'product.id', 'line.product_id')
    .where('line.plan_id', '=', planId);
}

function selectView(lines: ReturnType<typeof linesOf>) {
  return lines
    .innerJoin('reorder_plan as plan', 'plan.id', 'line.plan_id')
    .leftJoin('forecast', (join) =>
      join.onRef('forecast.run_id', '=', 'plan.run_id').onRef('forecast.product_id', '=', 'line.product_id'),
    )
    .select([
      'line.product_id',
      'line.available',
      'line.on_order',
      'line.demand_per_day',
      'line.lead_days',
      'line.review_days',
      'line.safety_stock',
      'line.suggested',
      'line.ordered',
      'line.status',
      'line.parts',
      'product.code',
      'product.name',
      'product.category',
      'product.unit',
      sqlPackSize.as('pack_size'),
      sqlMoq.as('moq'),
      'line.terms',
      overrideOf('reason').as('override_reason'),
      overrideOf('note').as('override_note'),
      sqlOrderPrice.as('price'),
      'forecast.method',
      'forecast.demand_class',
      'forecast.abc_xyz',
    ]);
}

/** Of the last override of the line. */
function overrideOf(column: 'reason' | 'note') {
  return sql<string | null>`(SELECT ${sql.ref(column)} FROM reorder_override AS o
    WHERE o.plan_id = line.plan_id AND o.product_id = line.product_id ORDER BY o.created_at DESC LIMIT 1)`;
}

function matching(db: ReadAccess, planId: string, { search, filters }: ListQuery) {
  let lines = linesOf(db, planId);
  const view = filters['view'] ?? 'all';
  const condition = Object.hasOwn(views, view) ? views[view] : undefined;
  if (condition === undefined) throw invalid('view', view, Object.keys(views));
  lines = lines.where(condition);
  const category = filters['category'] ?? '';
  if (category !== '') lines = lines.where('product.category', '=', category);
  const risk = filters['risk'] ?? '';
  if (risk !== '') {
    const rank = ['late', 'soon', 'covered', 'noDemand'].indexOf(risk);
    lines = lines.where(sql<boolean>`${riskRank} = ${rank}`);
  }
  for (const word of searchWords(search)) {
    const pattern = containing(word);
    lines = lines.where(
      sql<boolean>`(product.search_text LIKE ${pattern} ESCAPE '\\' OR product.code LIKE ${pattern} ESCAPE '\\'
        OR product.name LIKE ${pattern} ESCAPE '\\')`,
    );
  }
  return lines;
}

function ordered(lines: ReturnType<typeof selectView>, sort: ListQuery['sort']) {
  if (sort === undefined) return lines.orderBy(riskRank).orderBy(urgency, 'desc').orderBy('product.code');
  const column = Object.hasOwn(sortable, sort.column) ? sortable[sort.column] : undefined;
  if (column === undefined) throw invalid('sort', sort.column, Object.keys(sortable));
  const sorted = lines.orderBy(column, sort.direction);
  return sort.column === 'risk'
    ? sorted.orderBy(urgency, sort.direction === 'asc' ? 'desc' : 'asc').orderBy('product.code')
    : sorted.orderBy('product.code');
}

function invalid(field: string, found: string, expected: readonly string[]) {
  return appError('input.invalid', { field, found, expected: expected.join(' | ') });
}

type Row = Awaited<ReturnType<ReturnType<typeof selectView>['executeTakeFirstOrThrow']>>;

function viewOf(row: Row): ReorderLineView {
  const line = {
    available: row.available,
    onOrder: row.on_order,
    demandPerDay: row.demand_per_day,
    leadDays: row.lead_days,
    reviewDays: row.review_days,
  };
  return {
    ...line,
    productId: row.product_id,
    code: row.code,
    name: row.name,
    category: row.category,
    unit: row.unit,
    packSize: row.pack_size,
    moq: row.moq,
    price: row.price,
    safetyStock: row.safety_stock,
    coverDays: coverDays(row.available, row.demand_per_day),
    risk: reorderRisk(line),
    method: (row.method ?? 'none') as ForecastMethod,
    demandClass: (row.demand_class ?? 'none') as DemandClass,
    abcXyz: row.abc_xyz,
    suggested: row.suggested as Quantity,
    ordered: row.ordered as Quantity,
    status: row.status,
    parts: JSON.parse(row.parts) as readonly ExplanationPart[],
    // The empty object is of plans from before policies.
    override:
      row.override_reason === null || row.ordered === row.suggested
        ? null
        : { reason: row.override_reason as OverrideReason, note: row.override_note ?? '' },
    terms: row.terms === '{}' ? null : (JSON.parse(row.terms) as LineTerms),
  };
}
