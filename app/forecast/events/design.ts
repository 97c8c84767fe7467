import type { BusinessDay } from '../../core/business-day.ts';

/** What an effect is shown as, in the order in which shares are given out (see decompose.ts). */
export const effectKinds = [
  'level',
  'season',
  'weekday',
  'month',
  'closure',
  'makeUpDay',
  'holiday',
  'event',
  'promotion',
  'weather',
] as const;
export type EffectKind = (typeof effectKinds)[number];

/** One regressor. Its coefficient is a change of the logarithm of demand for each unit of `values`. */
export interface EffectColumn {
  /** The same regressor has the same key for every product, so that coefficients can be pooled. */
  readonly key: string;
  readonly kind: EffectKind;
  /** A name to show (双11, 春节); empty where the kind says all. */
  readonly name: string;
  /** How large the coefficient usually is (a standard deviation): the prior of the ridge. */
  readonly spread: number;
  /** One value a day. */
  readonly values: Float64Array;
}

/** The regressors of one product over `length` days from `firstDay`, as a sparse matrix by rows (one row a day). */
export interface Design {
  readonly firstDay: BusinessDay;
  readonly length: number;
  readonly columns: readonly Omit<EffectColumn, 'values'>[];
  readonly closed: Uint8Array;
  readonly rowStart: Int32Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/** Columns 0 and 1 of every design. */
export const interceptColumn = 0;
export const trendColumn = 1;

/** Days of one unit of the trend column. */
export const trendUnit = 365.25;

/** Puts columns together behind the intercept and the trend; columns that are zero on every day are left out. */
export function designOf(firstDay: BusinessDay, closed: Uint8Array, given: readonly EffectColumn[]): Design {
  const length = closed.length;
  const trend = Float64Array.from({ length }, (_, day) => day / trendUnit);
  const columns: EffectColumn[] = [
    { key: 'level', kind: 'level', name: '', spread: 100, values: new Float64Array(length).fill(1) },
    { key: 'trend', kind: 'level', name: '', spread: 0.3, values: trend },
    ...given.filter((column) => column.values.some((value) => value !== 0)),
  ];
  const { rowStart, index, value } = sparseRows(columns, length);
  return {
    firstDay,
    length,
    columns: columns.map(({ values: _values, ...column }) => column),
    closed,
    rowStart,
    index,
    value,
  };
}

/** The non-zero values by day. Thousands of products each have such a table: it is counted first and filled in place. */
function sparseRows(columns: readonly EffectColumn[], length: number) {
  const rowStart = new Int32Array(length + 1);
  for (const { values } of columns) {
    for (let day = 0; day < length; day += 1)
      if (values[day] !== 0) rowStart[day + 1] = (rowStart[day + 1] ?? 0) + 1;
  }
  for (let day = 0; day < length; day += 1)
    rowStart[day + 1] = (rowStart[day + 1] ?? 0) + (rowStart[day] ?? 0);
  const index = new Int32Array(rowStart[length] ?? 0);
  const value = new Float64Array(index.length);
  const next = rowStart.slice(0, length);
  for (const [position, { values }] of columns.entries()) {
    for (let day = 0; day < length; day += 1) {
      if (values[day] === 0) continue;
      const place = next[day] ?? 0;
      index[place] = position;
      value[place] = values[day] ?? 0;
      next[day] = place + 1;
    }
  }
  return { rowStart, index, value };
}
