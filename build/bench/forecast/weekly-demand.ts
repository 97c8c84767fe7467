import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { addDays, daysBetween, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { PlannedSalesLine } from '#app/exchange/planned-types.ts';
import type { ImportPlan } from '#app/exchange/plan-types.ts';
import { bulkLimit } from '#app/forecast/demand/bulk-limit.ts';
import { planImport } from '#app/exchange/plan.ts';
import { optionsOf, storeOf } from '#app/exchange/testing.ts';
import { readWorkbook } from '#main/exchange/reading/read-workbook.ts';

import { onlineRetail, rihua } from '../data.ts';

export type WeeklyData = 'rihua' | 'onlineRetail';

export interface WeeklyDemand {
  readonly id: string;
  /** ISO weeks from the one of the first sale to the last whole week of the data. */
  readonly weekly: Float64Array;
  /** What each customer's order took, by its week's position in `weekly`. */
  readonly orders: readonly { readonly week: number; readonly quantity: number }[];
}

/** The first `end` weeks as the product would know them then: orders far above what was usual until then are held. */
export function heldWeeks({ orders, weekly }: WeeklyDemand, end: number): Float64Array {
  const known = orders.filter(({ week }) => week < end);
  const limit = bulkLimit(known.map(({ quantity }) => quantity));
  const held = weekly.slice(0, end);
  for (const { week, quantity } of known)
    if (quantity > limit) held[week] = Math.max(0, (held[week] ?? 0) - quantity + limit);
  return held;
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

function rihuaLines(): OrderLine[] | undefined {
  if (rihua === undefined) return undefined;
  const plan = planImport(readWorkbook(readFileSync(rihua), { name: '日化.xlsx' }), optionsOf(), storeOf());
  return linesOf(plan);
}

function onlineRetailLines(): OrderLine[] | undefined {
  return onlineRetailGoods()?.filter(({ quantity }) => quantity > 0);
}

/** What was sold and taken back (below zero) of goods at a price; undefined where the data is absent. */
export function onlineRetailGoods(): OrderLine[] | undefined {
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

export interface OrderLine extends PlannedSalesLine {
  readonly order: number;
}

function linesOf(plan: ImportPlan): OrderLine[] {
  return plan.orders.flatMap(({ lines }, order) => lines.map((line) => ({ ...line, order })));
}

interface WeeklySales {
  first: BusinessDay;
  readonly weeks: Map<BusinessDay, number>;
  readonly orders: Map<number, { week: BusinessDay; quantity: number }>;
}

/** The last week counts only where the data reaches its Sunday: half a week is no week. */
function weeklyOf(lines: readonly OrderLine[]): WeeklyDemand[] {
  let last = lines[0]?.day;
  for (const { day } of lines) if (last === undefined || day > last) last = day;
  if (last === undefined) return [];
  const end = weekStart(addDays(last, 1));
  const days = new Map<BusinessDay, BusinessDay>();
  const products = new Map<string, WeeklySales>();
  for (const { productCode, day, quantity, order } of lines) {
    const week = days.get(day) ?? weekStart(day);
    days.set(day, week);
    const product: WeeklySales = products.get(productCode) ?? {
      first: week,
      weeks: new Map<BusinessDay, number>(),
      orders: new Map<number, { week: BusinessDay; quantity: number }>(),
    };
    products.set(productCode, product);
    if (week < product.first) product.first = week;
    product.weeks.set(week, (product.weeks.get(week) ?? 0) + quantity);
    const taken = product.orders.get(order);
    product.orders.set(order, { week, quantity: (taken?.quantity ?? 0) + quantity });
  }
  return [...products].flatMap(([id, { first, weeks, orders }]) => {
    const weekly = new Float64Array(Math.max(0, daysBetween(first, end) / 7));
    for (const [week, quantity] of weeks) {
      const index = daysBetween(first, week) / 7;
      if (index < weekly.length) weekly[index] = Math.max(0, quantity);
    }
    const taken = [...orders.values()].map(({ week, quantity }) => ({
      week: daysBetween(first, week) / 7,
      quantity,
    }));
    return weekly.length === 0 ? [] : [{ id, weekly, orders: taken }];
  });
}
