import { sql } from 'kysely';

import type { CountLineState, CountProgress } from '#app/stock/count-states.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { countRows, countRowTables } from './stocktake-rows.ts';

export interface CategoryProgress extends CountProgress {
  readonly category: string;
  /** Counted lines whose difference is not 0. */
  readonly differences: number;
}

/** What differences of counted lines come to; money in fen. */
export interface CountTotals {
  /** With a difference. */
  readonly lines: number;
  readonly surplusUnits: number;
  readonly shortUnits: number;
  readonly surplusAmount: number;
  readonly shortAmount: number;
  /** Lines with a difference whose cost is not known. */
  readonly unpriced: number;
}

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
  const { rows } = await sql<Part>`
    WITH ${countRowTables(id)} SELECT category, state, count(*) AS lines, count(counted) AS counted,
      ifnull(sum(difference <> 0), 0) AS differences,
      ifnull(sum(max(0, difference)), 0) AS surplusUnits, ifnull(sum(max(0, -difference)), 0) AS shortUnits,
      ifnull(sum(max(0, amount)), 0) AS surplusAmount, ifnull(sum(max(0, -amount)), 0) AS shortAmount,
      ifnull(sum(difference <> 0 AND amount IS NULL), 0) AS unpriced
    FROM ${countRows(id)} GROUP BY category, state ORDER BY category`.execute(db);
  const categories = [...Map.groupBy(rows, ({ category }) => category)].map(([category, parts]) => ({
    category,
    ...progressOf(parts),
    differences: parts.reduce((sum, { differences }) => sum + differences, 0),
  }));
  const totals = (holds: (state: CountLineState) => boolean): CountTotals =>
    rows.filter(({ state }) => holds(state)).reduce(addTotals, none);
  return {
    progress: progressOf(rows),
    categories,
    open: totals((state) => state !== 'posted'),
    ready: totals((state) => state === 'ready'),
    posted: totals((state) => state === 'posted'),
  };
}

/** Lines of one category in one state. */
interface Part extends CountTotals {
  readonly category: string;
  readonly state: CountLineState;
  readonly counted: number;
  readonly differences: number;
}

function progressOf(parts: readonly Part[]): CountProgress {
  const inState = (wanted: CountLineState): number =>
    parts.reduce((sum, { state, lines }) => sum + (state === wanted ? lines : 0), 0);
  return {
    lines: parts.reduce((sum, { lines }) => sum + lines, 0),
    counted: parts.reduce((sum, { counted }) => sum + counted, 0),
    recount: inState('recount'),
    undecided: inState('undecided'),
    ready: inState('ready'),
    posted: inState('posted'),
  };
}

function addTotals(sum: CountTotals, part: Part): CountTotals {
  return {
    lines: sum.lines + part.differences,
    surplusUnits: sum.surplusUnits + part.surplusUnits,
    shortUnits: sum.shortUnits + part.shortUnits,
    surplusAmount: sum.surplusAmount + part.surplusAmount,
    shortAmount: sum.shortAmount + part.shortAmount,
    unpriced: sum.unpriced + part.unpriced,
  };
}
