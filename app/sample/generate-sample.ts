import type { BusinessDay } from '../core/business-day.ts';
import { addDays } from '../core/business-day.ts';
import { fen } from '../core/fen.ts';
import { quantity } from '../core/quantity.ts';

import { catalogue } from './catalogue.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { planDemand } from './demand.ts';
import type { ProductDemand } from './demand.ts';
import { openStock, receiveStock } from './deliveries.ts';
import type { Supply } from './deliveries.ts';
import { lastDelivery } from './last-delivery.ts';
import { createLots } from './lots.ts';
import { playDay } from './orders.ts';
import { samplePromotions } from './promotions.ts';
import { runningSums, sampleConsultants, sampleCustomers } from './people.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { sampleComponents } from './sets.ts';
import { costOn, createShelves } from './shelves.ts';
import type {
  SampleCustomer,
  SampleCustomerOrder,
  SampleData,
  SampleDocument,
  SampleMovement,
  SampleOrder,
  SamplePurchase,
  SampleWarehouse,
} from './types.ts';

const defaultSampleSeed = 20_240_601;

/** Two years, a leap day included. */
const sampleDays = 731;

const warehouses: readonly SampleWarehouse[] = [
  { code: 'MAIN', name: '主仓', isDefault: true },
  { code: 'NJ', name: '南京仓', isDefault: false },
  { code: 'FZ', name: '福州仓', isDefault: false },
];

const supplier = { code: 'HQ', name: '总部', leadDays: 7 } as const;

export interface SampleInput {
  /** The day the sample is looked at: its last sale is on the day before. */
  readonly today: BusinessDay;
  readonly seed?: number;
}

/**
 * An invented cosmetics distributor with two years of trade: the same for the same day and seed. Every sale is taken from
 * stock that was there, so the movements never run below zero, and weeks without stock are weeks without sales.
 */
export function generateSample({ today, seed = defaultSampleSeed }: SampleInput): SampleData {
  const random = createRandom(seed);
  const firstDay = addDays(today, -sampleDays);
  const entries = catalogue();
  const demand = planDemand(random, entries, firstDay, sampleDays);
  const consultants = sampleConsultants(random, firstDay, sampleDays);
  const customers = sampleCustomers(random, consultants, firstDay, sampleDays);
  const shares = warehouses.map(
    (_, index) => customers.filter((customer) => customer.warehouse === index).length / customers.length,
  );
  const lots = createLots(random, entries, firstDay);
  const shelves = createShelves(entries, lots, firstDay);
  const { documents, orders } = play({ random, entries, demand, lots, shelves, shares }, customers, firstDay);
  const late = lastDelivery(entries, lots, { today, document: documents.length, day: sampleDays });
  return {
    firstDay,
    lastDay: addDays(today, -1),
    products: entries.map((entry) => entry.product),
    warehouses,
    supplier,
    consultants,
    customers,
    lots: lots.all,
    documents: [...documents, late.document],
    orders,
    purchases: [openPurchase(random, entries, demand, today), late.purchase],
    customerOrders: waitingOrders(entries, today),
    components: sampleComponents(entries),
    promotions: samplePromotions(demand, firstDay, today),
  };
}

/** Two years, day by day: what came in, and what was sold of what was there. */
function play(
  supply: Supply,
  customers: readonly SampleCustomer[],
  firstDay: BusinessDay,
): { documents: SampleDocument[]; orders: SampleOrder[] } {
  const documents: SampleDocument[] = [
    { kind: 'opening', day: firstDay, customer: null, lines: openStock(supply) },
  ];
  const orders: SampleOrder[] = [];
  const buying = runningSums(customers.map(() => 1 / (0.03 + supply.random.next())));
  const receipt = (lines: readonly SampleMovement[], day: BusinessDay): void => {
    if (lines.length > 0) documents.push({ kind: 'receipt', day, customer: null, lines });
  };
  for (let day = 0, known = 0; day < sampleDays; day++) {
    const date = addDays(firstDay, day);
    while (known < customers.length && (customers[known]?.since ?? date) <= date) known++;
    warehouses.forEach((_, warehouse) => receipt(receiveStock(supply, warehouse, day), date));
    const filled = playDay({
      ...supply,
      customers,
      buying: buying.slice(0, known),
      warehouses: warehouses.length,
      day,
      date,
    });
    filled.forEach((order, index) => {
      documents.push({ kind: 'issue', day: date, customer: order.customer, lines: order.movements });
      orders.push({
        number: `XS${date.replaceAll('-', '')}${String(index + 1).padStart(3, '0')}`,
        day: date,
        customer: order.customer,
        document: documents.length - 1,
        lines: order.lines,
      });
    });
  }
  return { documents, orders };
}

/** An order to HQ that is on its way: two packs of ten products that sell. */
function openPurchase(
  random: Random,
  entries: readonly CatalogueEntry[],
  demand: readonly ProductDemand[],
  today: BusinessDay,
): SamplePurchase {
  const selling = entries
    .map((_, index) => index)
    .filter((index) => (demand[index]?.lines[sampleDays - 1] ?? 0) > 0.3);
  random.shuffle(selling);
  return {
    day: addDays(today, -3),
    expectedDay: addDays(today, 4),
    status: 'sent',
    receivedBy: null,
    lines: selling.slice(0, 10).map((index) => ({
      product: index,
      quantity: quantity((entries[index]?.product.packSize ?? 1) * 2),
      confirmed: null,
      received: quantity(0),
      unitPrice: costOn(entries[index], sampleDays),
    })),
  };
}

/** Two shops wait for a delivery: what they ordered is reserved. */
function waitingOrders(entries: readonly CatalogueEntry[], today: BusinessDay): SampleCustomerOrder[] {
  const line = (product: number, units: number) => ({
    product,
    quantity: quantity(units),
    unitPrice: fen(Math.round((entries[product]?.product.listPrice ?? 0) * 0.9)),
  });
  return [
    {
      customer: 3,
      warehouse: 0,
      day: addDays(today, -1),
      dueDay: addDays(today, 2),
      lines: [line(25, 6), line(4, 3)],
    },
    {
      customer: 17,
      warehouse: 1,
      day: addDays(today, -2),
      dueDay: addDays(today, 1),
      lines: [line(9, 4), line(31, 2)],
    },
  ];
}
