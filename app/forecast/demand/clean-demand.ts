import { addDays, dayFromNumber, dayNumber } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';
import { cancelReturns } from '../demand-series.ts';
import { changeOf, isNormal, offsetsOf, takeOut } from './apply-marks.ts';
import { bulkLimit } from './bulk-limit.ts';
import { netOrders } from './net-orders.ts';
import type { NetOrder } from './net-orders.ts';
import { markStockOuts } from './stock-outs.ts';
import type { CleanDemand, DayRange, DemandChange, DemandLine, DemandMark } from './types.ts';
import { weeklyValues } from './weekly-values.ts';

export interface DemandKnowledge {
  readonly lines: readonly DemandLine[];
  /** Days on which there was nothing to sell, from the ledger. */
  readonly stockOuts: readonly DayRange[];
  /** Of the product itself. */
  readonly marks: readonly DemandMark[];
  /** Substitutions of other products, bought in place of this one. */
  readonly movedIn: readonly DemandMark[];
}

/**
 * The demand of one product from its first sale to `lastDay`, on everyday terms: returns are netted to their sale where known
 * and else as {@link import('../demand-series.ts').demandSeries} does; orders far above what is usual count as far as
 * {@link bulkLimit}; what a person marked is taken out or moved; days without stock are missing, never zero. Everything that
 * was changed is listed, in order of days. Never throws; without demand `daily` is empty and `firstDay` is `lastDay`.
 */
export function cleanDemand(knowledge: DemandKnowledge, lastDay: BusinessDay): CleanDemand {
  const { marks } = knowledge;
  const orders = netOrders(knowledge.lines, lastDay);
  const { counted, changes } = limitOrders(orders, marks);
  const begun = knowledge.movedIn.filter(({ firstDay }) => firstDay <= lastDay);
  const starts = [
    ...counted.filter(({ quantity }) => quantity > 0).map(({ day }) => day),
    ...begun.map(({ firstDay }) => firstDay),
  ];
  if (starts.length === 0) return nothing(lastDay, changes);
  const first = dayNumber(starts.reduce((a, b) => (a < b ? a : b)));
  const daily = dailyOf(counted, first, dayNumber(lastDay));
  for (const mark of marks) {
    const { kind, firstDay, lastDay: until, id: markId } = mark;
    if (kind === 'normal') changes.push({ kind, firstDay, lastDay: until, markId });
    else if (kind !== 'stockOut') changes.push(changeOf(mark, takeOut(daily, mark, first)));
  }
  const wanted = new Set<number>();
  for (const mark of begun) changes.push(moveIn(daily, mark, first, wanted));
  const start = daily.findIndex((value) => value > 0);
  if (start < 0) return nothing(lastDay, changes);
  const series = { daily: daily.slice(start), first: first + start, wanted };
  changes.push(...markStockOuts(series, knowledge.stockOuts, marks));
  const firstDay = dayFromNumber(series.first);
  const { weeks, weekly } = weeklyValues(firstDay, series.daily);
  return { firstDay, lastDay, daily: series.daily, weeks, weekly, changes: inOrder(changes) };
}

/** Orders above what is usual, cut to it and listed. */
function limitOrders(
  orders: readonly NetOrder[],
  marks: readonly DemandMark[],
): { counted: readonly NetOrder[]; changes: DemandChange[] } {
  const limit = bulkLimit(orders.map(({ quantity }) => quantity).filter((quantity) => quantity > 0));
  const changes: DemandChange[] = [];
  const counted = orders.map((order) => {
    const { day, orderId, quantity } = order;
    if (quantity <= limit || isNormal(marks, day)) return order;
    changes.push({ kind: 'bulkOrder', day, orderId, quantity, limit });
    return { ...order, quantity: limit };
  });
  return { counted, changes };
}

function dailyOf(orders: readonly NetOrder[], first: number, last: number): Float64Array {
  const net = Array.from({ length: last - first + 1 }, () => 0);
  for (const { day, quantity } of orders) {
    const offset = dayNumber(day) - first;
    if (offset >= 0) net[offset] = (net[offset] ?? 0) + quantity;
  }
  return Float64Array.from(cancelReturns(net));
}

/** What was bought in place of the product was demand for it, evenly over the days of the mark. */
function moveIn(daily: Float64Array, mark: DemandMark, first: number, wanted: Set<number>): DemandChange {
  const { from, to } = offsetsOf(mark, first, daily.length);
  const quantity = mark.quantity ?? 0;
  for (let day = from; day <= to && quantity > 0; day += 1) {
    daily[day] = (daily[day] || 0) + quantity / (to - from + 1);
    wanted.add(first + day);
  }
  const { firstDay, lastDay, id: markId, productId: otherProductId } = mark;
  return { kind: 'movedIn', firstDay, lastDay, quantity, otherProductId, markId };
}

function inOrder(changes: readonly DemandChange[]): readonly DemandChange[] {
  const dayOf = (change: DemandChange): BusinessDay => ('day' in change ? change.day : change.firstDay);
  return changes.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

function nothing(lastDay: BusinessDay, changes: readonly DemandChange[]): CleanDemand {
  return {
    firstDay: lastDay,
    lastDay,
    daily: new Float64Array(),
    weeks: [],
    weekly: new Float64Array(),
    changes: inOrder(changes),
  };
}

/** The part that was known at the end of `day`. What was changed later than that is still changed. */
export function cleanUntil(demand: CleanDemand, day: BusinessDay): CleanDemand {
  if (day >= demand.lastDay) return demand;
  const length = dayNumber(day) - dayNumber(demand.firstDay) + 1;
  if (length <= 0) return nothing(day, demand.changes);
  const daily = demand.daily.slice(0, length);
  return {
    ...demand,
    lastDay: addDays(demand.firstDay, length - 1),
    daily,
    ...weeklyValues(demand.firstDay, daily),
  };
}
