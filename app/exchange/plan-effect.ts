import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import { confirmedChange } from './plan-confirmations.ts';
import { stockKeyParts } from './known-store.ts';
import type { ImportEffect } from './plan-types.ts';
import type { PlannedStockLine } from './planned-types.ts';
import { usedCustomers } from './plan-used.ts';
import type { PlanContext } from './sheet-plan.ts';
import type { ShortStock } from './short-stock.ts';

/** Totals are for reading: beyond what an integer can hold they stop at the largest. */
function bounded(value: number): number {
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value));
}

/** The whole consequence of the file, in business numbers. */
export function effectOf(context: PlanContext, short: ShortStock): ImportEffect {
  const { products, stock, purchases, documents, counts, sets, barcodes } = context;
  const planned = [...products.planned.values()];
  const receipts = documents.filter(({ sheet }) => sheet.kind === 'receipt').length;
  return {
    productsAdded: planned.filter(({ action }) => action === 'insert').length,
    productsChanged: planned.filter(({ action }) => action === 'update').length,
    customersAdded: usedCustomers(context).length,
    ...salesEffect(context),
    stockLines: stock.length,
    stockQuantity: bounded(stock.reduce((sum, line) => sum + line.difference, 0)),
    stockValue: bounded(stock.reduce((sum, line) => sum + (line.unitCost ?? 0) * line.difference, 0)) as Fen,
    costUnknown: stock.filter((line) => isWithoutCost(context, line)).length,
    purchaseLines: purchases.length,
    confirmedOrders: context.confirmations.size,
    confirmedChange: bounded(confirmedChange(context)),
    setsChanged: sets.size,
    barcodesAdded: barcodes.length,
    weatherDays: context.weather.length,
    weatherChanged: context.weather.filter(({ isNew }) => !isNew).length,
    calendarDays: context.calendarDays.length,
    promotionsAdded: context.promotions.size,
    receipts,
    movements: documents.length - receipts,
    countedLines: counts.length,
    stockChange: stockChange(context) + short.keptQuantity,
    belowZero: short.belowZero,
    blocked: short.blocked,
    crossed: short.crossed,
  };
}

type SalesEffect = Pick<ImportEffect, 'ordersAdded' | 'linesAdded' | 'salesAmount' | 'firstDay' | 'lastDay'>;

function salesEffect({ orders }: PlanContext): SalesEffect {
  let lines = 0;
  let amount = 0;
  let firstDay: BusinessDay | null = null;
  let lastDay: BusinessDay | null = null;
  for (const order of orders) {
    lines += order.lines.length;
    for (const line of order.lines) amount += line.amount ?? 0;
    if (firstDay === null || order.day < firstDay) firstDay = order.day;
    if (lastDay === null || order.day > lastDay) lastDay = order.day;
  }
  return {
    ordersAdded: orders.length,
    linesAdded: lines,
    salesAmount: bounded(amount) as Fen,
    firstDay,
    lastDay,
  };
}

function isWithoutCost({ products }: PlanContext, { unitCost, productCode }: PlannedStockLine): boolean {
  return unitCost === null && (products.values(productCode)?.purchasePrice ?? null) === null;
}

/** Over own warehouses and those where goods wait; what is on its way between them is counted where it arrives. */
function stockChange({ book, known }: PlanContext): number {
  let sum = 0;
  for (const [key, { quantities }] of book.logs) {
    if (known.stock.warehouses.get(stockKeyParts(key).warehouse)?.kind === 'transit') continue;
    for (const quantity of quantities) sum += quantity;
  }
  return bounded(sum);
}
