import type { BusinessDay } from '../../core/business-day.ts';
import type { DemandLine } from './types.ts';

/** What one order took of a product in all, returns to it taken off. */
export interface NetOrder {
  readonly orderId: string;
  readonly day: BusinessDay;
  readonly quantity: number;
}

/** Sums lines by order and day; a return goes to the order it takes back from, where known. Lines after `lastDay` are not known yet. */
export function netOrders(lines: readonly DemandLine[], lastDay: BusinessDay): readonly NetOrder[] {
  const orders = new Map<string, { orderId: string; day: BusinessDay; quantity: number }>();
  for (const line of lines) {
    if (line.day > lastDay) continue;
    const { orderId, day } = line.original ?? line;
    const key = `${orderId}\n${day}`;
    const order = orders.get(key);
    if (order === undefined) orders.set(key, { orderId, day, quantity: line.quantity });
    else order.quantity += line.quantity;
  }
  return [...orders.values()].filter(({ quantity }) => quantity !== 0);
}
