import { addDays, dayNumber, weekStart } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';
import { netOrders } from '../demand/net-orders.ts';
import type { CleanDemand, DemandLine } from '../demand/types.ts';

/**
 * What was really sold by week (its Monday), single large orders and all: a promise is measured against what came. Undefined for
 * weeks that are not over, and for weeks with a day on which there was nothing to sell.
 */
export function soldByWeek(
  lines: readonly DemandLine[],
  clean: CleanDemand,
): (week: BusinessDay) => number | undefined {
  const sold = new Map<BusinessDay, number>();
  for (const { day, quantity } of netOrders(lines, clean.lastDay)) {
    const week = weekStart(day);
    sold.set(week, (sold.get(week) ?? 0) + quantity);
  }
  const first = dayNumber(clean.firstDay);
  return (week) => {
    if (addDays(week, 6) > clean.lastDay) return undefined;
    const from = dayNumber(week) - first;
    for (let day = Math.max(0, from); day < from + 7; day += 1)
      if (Number.isNaN(clean.daily[day] ?? 0)) return undefined;
    return Math.max(0, sold.get(week) ?? 0);
  };
}
