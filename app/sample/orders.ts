import type { BusinessDay } from '../core/business-day.ts';
import { fen } from '../core/fen.ts';
import type { Fen } from '../core/fen.ts';
import { quantity } from '../core/quantity.ts';

import { eventFactor } from './calendar.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { isWithin } from './demand.ts';
import type { ProductDemand } from './demand.ts';
import type { Random } from './random.ts';
import type { Shelves } from './shelves.ts';
import type { SampleCustomer, SampleMovement, SampleOrderLine } from './types.ts';

interface Wish {
  readonly product: number;
  readonly units: number;
}

export interface DayInput {
  readonly random: Random;
  readonly entries: readonly CatalogueEntry[];
  readonly demand: readonly ProductDemand[];
  readonly shelves: Shelves;
  readonly customers: readonly SampleCustomer[];
  /** Running sums of how much each customer buys, for those who are customers by this day. */
  readonly buying: readonly number[];
  readonly warehouses: number;
  readonly day: number;
  readonly date: BusinessDay;
}

export interface FilledOrder {
  readonly customer: number;
  readonly lines: SampleOrderLine[];
  readonly movements: SampleMovement[];
}

const linesOfOrder = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5] as const;

/** The orders of one day, as far as there was stock for them. */
export function playDay(input: DayInput): FilledOrder[] {
  const { random } = input;
  const wishes = wishesOf(input);
  const orders: FilledOrder[] = [];
  for (let at = 0; at < wishes.length;) {
    const count = random.pick(linesOfOrder);
    const order = fill(input, random.weighted(input.buying), wishes.slice(at, at + count));
    if (order.lines.length > 0) orders.push(order);
    at += count;
  }
  return orders;
}

function wishesOf({ random, entries, demand, day }: DayInput): Wish[] {
  const wishes: Wish[] = [];
  for (let product = 0; product < entries.length; product++) {
    const count = random.poisson(demand[product]?.lines[day] ?? 0);
    const usual = entries[product]?.row.perLine ?? 1;
    for (let line = 0; line < count; line++) wishes.push({ product, units: 1 + random.poisson(usual - 1) });
  }
  random.shuffle(wishes);
  return wishes;
}

function fill(input: DayInput, customer: number, wishes: readonly Wish[]): FilledOrder {
  const lines: SampleOrderLine[] = [];
  const movements: SampleMovement[] = [];
  const seen = new Set<number>();
  for (const wish of wishes) {
    if (seen.has(wish.product)) continue;
    seen.add(wish.product);
    const warehouse = warehouseFor(input, customer, wish);
    const taken = input.shelves.take(warehouse, wish.product, wish.units, input.day);
    if (taken.length === 0) continue;
    movements.push(...taken);
    const units = -taken.reduce((sum, movement) => sum + movement.quantity, 0);
    const unitPrice = priceOf(input, wish.product);
    lines.push({
      product: wish.product,
      warehouse,
      quantity: quantity(units),
      unitPrice,
      amount: fen(unitPrice * units),
    });
  }
  return { customer, lines, movements };
}

/** The customer's own warehouse, or the first that has enough; the own one too when none has. */
function warehouseFor(input: DayInput, customer: number, wish: Wish): number {
  const own = input.customers[customer]?.warehouse ?? 0;
  for (let step = 0; step < input.warehouses; step++) {
    const warehouse = (own + step) % input.warehouses;
    if (input.shelves.onHand(warehouse, wish.product, input.day) >= wish.units) return warehouse;
  }
  return own;
}

/** List price, less in promotions and around the large sales events, a little less for some. */
function priceOf({ random, entries, demand, day, date }: DayInput, product: number): Fen {
  const list = entries[product]?.product.listPrice ?? 0;
  const event = eventFactor(date);
  if (event > 2.5) return fen(Math.round((list * 0.8) / 10) * 10);
  if (event > 1.5 || isWithin(demand[product]?.promotions ?? [], day))
    return fen(Math.round((list * 0.85) / 10) * 10);
  return fen(random.chance(0.2) ? Math.round((list * 0.95) / 10) * 10 : list);
}
