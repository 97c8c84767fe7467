import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';

import { appError } from '#app/core/errors.ts';
import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListQuery } from '#app/core/listing.ts';

import { searchPatterns } from '../search-text.ts';

export type Condition = RawBuilder<SqlBool>;

/** Columns a list can be sorted by: name → expression. */
export type Sortable = Readonly<Record<string, RawBuilder<unknown>>>;

/** The ORDER BY terms of a list: what was asked for, or `fallback`. Fails with `input.invalid` for an unknown column. */
export function orderOf(
  sortable: Sortable,
  { sort }: Pick<ListQuery, 'sort'>,
  fallback: NonNullable<ListQuery['sort']>,
): RawBuilder<unknown> {
  const { column, direction } = sort ?? fallback;
  const expression = Object.hasOwn(sortable, column) ? sortable[column] : undefined;
  if (expression === undefined) {
    throw appError('input.invalid', {
      field: 'sort',
      found: column,
      expected: Object.keys(sortable).join(' | '),
    });
  }
  return direction === 'asc' ? sql`${expression} ASC` : sql`${expression} DESC`;
}

/** A page size that takes every row, for exports. */
export const everyRow = Number.MAX_SAFE_INTEGER;

export function limitOf({ page, pageSize }: Pick<ListQuery, 'page' | 'pageSize'>): RawBuilder<unknown> {
  return sql`LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

/** Every word must be found in at least one of the expressions. */
export function searchConditions(
  search: string,
  ...expressions: readonly RawBuilder<unknown>[]
): Condition[] {
  return searchPatterns(search).map((patterns) =>
    anyOf(expressions.flatMap((expression) => patterns.map((pattern) => isLike(expression, pattern)))),
  );
}

function isLike(expression: RawBuilder<unknown>, pattern: string): Condition {
  return sql`${expression} LIKE ${pattern} ESCAPE '\\'`;
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`TRUE` : sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}

/** A filter's value, or undefined where it is absent or empty. */
export function filterOf({ filters }: Pick<ListQuery, 'filters'>, name: string): string | undefined {
  const value = filters[name];
  return value === undefined || value === '' ? undefined : value;
}

/** As {@link filterOf} for a day. Fails with `input.invalid`. */
export function dayFilterOf(query: Pick<ListQuery, 'filters'>, name: string): BusinessDay | undefined {
  const value = filterOf(query, name);
  if (value === undefined) return undefined;
  const day = parseBusinessDay(value);
  if (day === undefined)
    throw appError('input.invalid', { field: name, found: value, expected: 'YYYY-MM-DD' });
  return day;
}

/** `from` and `to` filters, both ends included. */
export function dayRange(query: Pick<ListQuery, 'filters'>, column: RawBuilder<unknown>): Condition[] {
  const from = dayFilterOf(query, 'from');
  const to = dayFilterOf(query, 'to');
  return [
    ...(from === undefined ? [] : [sql<SqlBool>`${column} >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`${column} <= ${to}`]),
  ];
}
