import { sql } from 'kysely';

import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { accuracyFigures } from '#app/forecast/promises/accuracy.ts';
import type { AccuracyFigures, AccuracySums } from '#app/forecast/promises/accuracy.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from '../lists/paging.ts';
import type { Condition, Sortable } from '../lists/paging.ts';

export type ProductAccuracyRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly compared: number;
  readonly sold: number;
} & {
  /** Null where nothing was sold. */
  readonly [Figure in keyof AccuracyFigures]: number | null;
};

const share = (above: string) => sql.raw(`(${above}) / nullif(a.sold, 0)`);

const sortable: Sortable = {
  code: sql`product.code`,
  name: sql`product.name`,
  category: sql`product.category`,
  sold: sql`a.sold`,
  compared: sql`a.compared`,
  accuracy: share('a.sold - a.absolute'),
  bias: share('a.error'),
  coverage: sql`1.0 * a.inside / a.compared`,
  overNaive: share('a.naive - a.absolute'),
  overAverage: share('a.average - a.absolute'),
};

/** Products by what came of their promises, those first whose error is largest in units. Filters: `horizon` (1 … 8; all without it). */
export async function listProductAccuracy(
  db: ReadAccess,
  query: ListQuery,
): Promise<ListPage<ProductAccuracyRow>> {
  const where = allOf(conditionsOf(query));
  const order =
    query.sort === undefined
      ? sql`a.absolute DESC`
      : orderOf(sortable, query, { column: 'code', direction: 'asc' });
  const from = sql`FROM accuracy_product AS a JOIN product ON product.id = a.product_id WHERE ${where}`;
  const { rows } = await sql<
    AccuracySums & Pick<ProductAccuracyRow, 'id' | 'code' | 'name' | 'category' | 'unit'>
  >`
    SELECT product.id, product.code, product.name, product.category, product.unit, a.compared, a.inside, a.sold, a.error,
      a.absolute, a.naive, a.average
    ${from} ORDER BY ${order}, product.code ${limitOf(query)}`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db);
  return {
    rows: rows.map(({ id, code, name, category, unit, ...sums }) => {
      const { compared, sold } = sums;
      const figures = accuracyFigures(sums) ?? unknown;
      return { id, code, name, category, unit, compared, sold, ...figures };
    }),
    total: count.rows[0]?.total ?? 0,
  };
}

const unknown = { accuracy: null, bias: null, coverage: null, overNaive: null, overAverage: null };

function conditionsOf(query: ListQuery): Condition[] {
  return [
    sql`a.horizon = ${Number(filterOf(query, 'horizon') ?? '0')}`,
    ...searchConditions(query.search, sql`product.search_text`, sql`product.code`, sql`product.name`),
  ];
}
