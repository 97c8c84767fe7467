import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { addDays, daysBetween, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { PlannedSalesLine } from '#app/exchange/planned-types.ts';
import type { ImportPlan } from '#app/exchange/plan-types.ts';
import { planImport } from '#app/exchange/plan.ts';
import { optionsOf, storeOf } from '#app/exchange/testing.ts';
import { readWorkbook } from '#main/exchange/reading/read-workbook.ts';

import { onlineRetail, rihua } from '../data.ts';

export type WeeklyData = 'rihua' | 'onlineRetail';

export interface WeeklyDemand {
  readonly id: string;
  /** ISO weeks from the one of the first sale to the last whole week of the data. */
  readonly weekly: Float64Array;
}

const known = new Map<WeeklyData, readonly WeeklyDemand[]>();

/**
 * Weekly demand of every product, cleaned by the project's own import; read once. Undefined where the data is absent.
 *
 * The published figures of Online Retail count what was sold at a price: returns are left out, not netted (netted, naive scores
 * .829 in place of .817), and so are stock corrections at no price; lines that repeat in one invoice count each. Charges
 * (postage, fees) are no demand.
 */
export function weeklyDemand(name: WeeklyData): readonly WeeklyDemand[] | undefined {
  const before = known.get(name);
  if (before !== undefined) return before;
  const lines = name === 'rihua' ? rihuaLines() : onlineRetailLines();
  if (lines === undefined) return undefined;
  const demand = weeklyOf(lines);
  known.set(name, demand);
  return demand;
}

function rihuaLines(): PlannedSalesLine[] | undefined {
  if (rihua === undefined) return undefined;
  const plan = planImport(readWorkbook(readFileSync(rihua), { name: '日化.xlsx' }), optionsOf(), storeOf());
  return linesOf(plan);
}

function onlineRetailLines(): PlannedSalesLine[] | undefined {
  return onlineRetailGoods()?.filter(({ quantity }) => quantity > 0);
}

/** What was sold and taken back (below zero) of goods at a price; undefined where the data is absent. */
export function onlineRetailGoods(): PlannedSalesLine[] | undefined {
  if (onlineRetail === undefined) return undefined;
  const bytes = gunzipSync(readFileSync(onlineRetail));
  const workbook = readWorkbook(bytes, { name: 'online_retail.csv' });
  const plan = planImport(workbook, optionsOf({ keepRepeated: true }), storeOf());
  const services = new Set(
    plan.products.filter(({ values }) => values.kind === 'service').map(({ code }) => code),
  );
  return linesOf(plan).filter(
    ({ productCode, unitPrice }) => unitPrice !== null && unitPrice > 0 && !services.has(productCode),
  );
}

function linesOf(plan: ImportPlan): PlannedSalesLine[] {
  return plan.orders.flatMap(({ lines }) => lines);
}

/** The last week counts only where the data reaches its Sunday: half a week is no week. */
function weeklyOf(lines: readonly PlannedSalesLine[]): WeeklyDemand[] {
  let last = lines[0]?.day;
  for (const { day } of lines) if (last === undefined || day > last) last = day;
  if (last === undefined) return [];
  const end = weekStart(addDays(last, 1));
  const days = new Map<BusinessDay, BusinessDay>();
  const products = new Map<string, { first: BusinessDay; weeks: Map<BusinessDay, number> }>();
  for (const { productCode, day, quantity } of lines) {
    const week = days.get(day) ?? weekStart(day);
    days.set(day, week);
    const product = products.get(productCode) ?? { first: week, weeks: new Map<BusinessDay, number>() };
    products.set(productCode, product);
    if (week < product.first) product.first = week;
    product.weeks.set(week, (product.weeks.get(week) ?? 0) + quantity);
  }
  return [...products].flatMap(([id, { first, weeks }]) => {
    const weekly = new Float64Array(Math.max(0, daysBetween(first, end) / 7));
    for (const [week, quantity] of weeks) {
      const index = daysBetween(first, week) / 7;
      if (index < weekly.length) weekly[index] = Math.max(0, quantity);
    }
    return weekly.length === 0 ? [] : [{ id, weekly }];
  });
}
