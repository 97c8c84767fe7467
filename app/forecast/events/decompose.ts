import { effectKinds, interceptColumn, trendColumn } from './design.ts';
import type { Design, EffectKind } from './design.ts';
import type { EventFit } from './fit.ts';
import { demandOf, logForecast } from './predict.ts';

/** One share of a forecast, in base units: what it would lack without this effect, given the effects before it. */
export interface EffectShare {
  readonly kind: EffectKind;
  /** 双11, 春节, cold …; empty where the kind says all. */
  readonly name: string;
  readonly amount: number;
}

/** The forecast of one day and what it is made of. The amounts add up to `demand` exactly. */
export interface DayForecast {
  readonly demand: number;
  readonly shares: readonly EffectShare[];
}

/**
 * The forecasts of the `horizon` days behind the fit, taken apart.
 *
 * Effects multiply, so a share depends on what stands before it. The order is that of `effectKinds`: the daily level
 * (with the trend, a mean weekday and what recent days say), then season, weekday, month, closure, make-up day,
 * holidays, events, promotion, weather, names within a kind in order of the design. Each share is the demand with all
 * effects up to it less the demand with those before it, so that shares add up. A closed day has the level, and a closure that takes
 * it away. Values lie on a binary grid (2⁻⁴⁰ of the largest), on which sums of doubles are exact in any order.
 */
export function decomposed(design: Design, fit: EventFit, horizon: number): DayForecast[] {
  const groups = groupsOf(design);
  const usualWeekday = meanWeekday(design, fit);
  const days = Array.from({ length: horizon }, (_, ahead) => {
    const steps = stepsOf(design, fit, fit.end + ahead, groups);
    let log = usualWeekday;
    return groups.map((group, position) => {
      log += (steps[position] ?? 0) - (group.kind === 'weekday' ? usualWeekday : 0);
      return demandOf(fit, log);
    });
  });
  const largest = Math.max(...days.flat(), Number.MIN_VALUE);
  const grid = 2 ** Math.max(-1074, Math.ceil(Math.log2(largest)) - 40);
  return days.map((demands, ahead) => shared(groups, demands, grid, design.closed[fit.end + ahead] === 1));
}

interface Group {
  readonly kind: EffectKind;
  readonly name: string;
  readonly columns: ReadonlySet<number>;
}

function groupsOf(design: Design): Group[] {
  const groups: (Group & { readonly columns: Set<number> })[] = [];
  for (const kind of effectKinds) {
    for (const [position, column] of design.columns.entries()) {
      if (column.kind !== kind) continue;
      const group = groups.find((one) => one.kind === kind && one.name === column.name);
      if (group === undefined) groups.push({ kind, name: column.name, columns: new Set([position]) });
      else group.columns.add(position);
    }
  }
  return groups;
}

/** The change of the logarithm that each group brings on one day; the first holds whatever belongs to no column. */
function stepsOf(design: Design, fit: EventFit, day: number, groups: readonly Group[]): number[] {
  const byColumn = new Map<number, number>();
  for (let row = design.rowStart[day] ?? 0; row < (design.rowStart[day + 1] ?? 0); row += 1) {
    const position = design.index[row] ?? 0;
    if (position === interceptColumn || position === trendColumn) continue;
    byColumn.set(position, (design.value[row] ?? 0) * (fit.coefficients[position] ?? 0));
  }
  const steps = groups.map(({ columns }) => {
    let step = 0;
    for (const [position, part] of byColumn) if (columns.has(position)) step += part;
    return step;
  });
  const others = steps.reduce((sum, step) => sum + step, 0);
  steps[0] = logForecast(design, fit, day) - others;
  return steps;
}

/** The mean weekday effect over the open days that were fitted: it belongs to the level. */
function meanWeekday(design: Design, fit: EventFit): number {
  let sum = 0;
  let days = 0;
  for (let day = Math.max(0, fit.end - 364); day < fit.end; day += 1) {
    if (design.closed[day] === 1) continue;
    days += 1;
    for (let row = design.rowStart[day] ?? 0; row < (design.rowStart[day + 1] ?? 0); row += 1) {
      const position = design.index[row] ?? 0;
      if (design.columns[position]?.kind !== 'weekday') continue;
      sum += (design.value[row] ?? 0) * (fit.coefficients[position] ?? 0);
    }
  }
  return days === 0 ? 0 : sum / days;
}

function shared(
  groups: readonly Group[],
  demands: readonly number[],
  grid: number,
  closed: boolean,
): DayForecast {
  const onGrid = demands.map((demand) => Math.round(demand / grid) * grid);
  if (closed) {
    const level = onGrid[0] ?? 0;
    const shares = [
      { kind: 'level', name: '', amount: level },
      { kind: 'closure', name: '', amount: -level },
    ] as const;
    return { demand: 0, shares: level === 0 ? [] : shares };
  }
  const shares: EffectShare[] = [];
  let before = 0;
  for (const [position, { kind, name }] of groups.entries()) {
    const amount = (onGrid[position] ?? 0) - before;
    before = onGrid[position] ?? 0;
    if (amount !== 0) shares.push({ kind, name, amount });
  }
  return { demand: before, shares };
}

/** Shares of several days together: one line for each effect, in the order of their first day. */
export function summedShares(days: readonly DayForecast[]): EffectShare[] {
  const sums = new Map<string, EffectShare>();
  for (const { shares } of days) {
    for (const { kind, name, amount } of shares) {
      const key = `${kind} ${name}`;
      sums.set(key, { kind, name, amount: (sums.get(key)?.amount ?? 0) + amount });
    }
  }
  return [...sums.values()].toSorted((a, b) => effectKinds.indexOf(a.kind) - effectKinds.indexOf(b.kind));
}
