import { sql } from 'kysely';

import type { CountLineState, CountProgress } from '#app/stock/count-states.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { countRows, countRowTables } from './stocktake-rows.ts';

export interface CategoryProgress extends CountProgress {
  readonly category: string;
  /** Counted lines whose difference is not 0. */
  readonly differences: number;
}

/** Differences of the lines that were counted, posted or not; money in fen. */
export interface CountTotals {
  readonly lines: number;
  readonly surplusUnits: number;
  readonly shortUnits: number;
  readonly surplusAmount: number;
  readonly shortAmount: number;
  /** Lines with a difference whose cost is not known. */
  readonly unpriced: number;
}

const sums = sql`count(*) AS lines, ifnull(sum(counted IS NOT NULL), 0) AS counted,
  ifnull(sum(state = 'recount'), 0) AS recount, ifnull(sum(state = 'undecided'), 0) AS undecided,
  ifnull(sum(state = 'ready'), 0) AS ready, ifnull(sum(state = 'posted'), 0) AS posted`;

const none: CountTotals = {
  lines: 0,
  surplusUnits: 0,
  shortUnits: 0,
  surplusAmount: 0,
  shortAmount: 0,
  unpriced: 0,
};

export interface CountFigures {
  readonly progress: CountProgress;
  readonly categories: CategoryProgress[];
  /** Of all lines that are not posted, of those among them that can be, and of those that are. */
  readonly open: CountTotals;
  readonly ready: CountTotals;
  readonly posted: CountTotals;
}

/** How far a stocktake is, in all and by category, and what its differences come to. */
export async function countProgress(db: ReadAccess | WriteAccess, id: string): Promise<CountFigures> {
  const { rows: categories } = await sql<CategoryProgress>`
    WITH ${countRowTables(id)} SELECT category, ${sums}, ifnull(sum(difference <> 0), 0) AS differences
    FROM ${countRows(id)} GROUP BY category ORDER BY category`.execute(db);
  const { rows: totals } = await sql<CountTotals & { readonly state: CountLineState }>`
    WITH ${countRowTables(id)} SELECT state, count(*) AS lines,
      ifnull(sum(max(0, difference)), 0) AS surplusUnits, ifnull(sum(max(0, -difference)), 0) AS shortUnits,
      ifnull(sum(max(0, amount)), 0) AS surplusAmount, ifnull(sum(max(0, -amount)), 0) AS shortAmount,
      ifnull(sum(amount IS NULL), 0) AS unpriced
    FROM ${countRows(id)} WHERE difference <> 0 GROUP BY 1`.execute(db);
  const of = (holds: (state: CountLineState) => boolean): CountTotals =>
    totals.filter(({ state }) => holds(state)).reduce(addTotals, none);
  return {
    progress: categories.reduce<CountProgress>(add, {
      lines: 0,
      counted: 0,
      recount: 0,
      undecided: 0,
      ready: 0,
      posted: 0,
    }),
    categories,
    open: of((state) => state !== 'posted'),
    ready: of((state) => state === 'ready'),
    posted: of((state) => state === 'posted'),
  };
}

function addTotals(sum: CountTotals, part: CountTotals): CountTotals {
  return {
    lines: sum.lines + part.lines,
    surplusUnits: sum.surplusUnits + part.surplusUnits,
    shortUnits: sum.shortUnits + part.shortUnits,
    surplusAmount: sum.surplusAmount + part.surplusAmount,
    shortAmount: sum.shortAmount + part.shortAmount,
    unpriced: sum.unpriced + part.unpriced,
  };
}

function add(sum: CountProgress, part: CountProgress): CountProgress {
  return {
    lines: sum.lines + part.lines,
    counted: sum.counted + part.counted,
    recount: sum.recount + part.recount,
    undecided: sum.undecided + part.undecided,
    ready: sum.ready + part.ready,
    posted: sum.posted + part.posted,
  };
}
