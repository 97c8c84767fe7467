import type { BusinessDay } from '../core/business-day.ts';
import { addDays } from '../core/business-day.ts';
import { quantity } from '../core/quantity.ts';

import { catalogue } from './catalogue.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { planDemand } from './demand.ts';
import type { ProductDemand } from './demand.ts';
import { openStock, receiveStock } from './deliveries.ts';
import type { Supply } from './deliveries.ts';
import { createLots } from './lots.ts';
import { playDay } from './orders.ts';
import { runningSums, sampleConsultants, sampleCustomers } from './people.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { costOf, createShelves } from './shelves.ts';
import type {
  SampleCustomer,
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
  return {
    firstDay,
    lastDay: addDays(today, -1),
    products: entries.map((entry) => entry.product),
    warehouses,
    supplier,
    consultants,
    customers,
    lots: lots.all,
    documents,
    orders,
    purchases: [openPurchase(random, entries, demand, today)],
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
    lines: selling.slice(0, 10).map((index) => ({
      product: index,
      quantity: quantity((entries[index]?.product.packSize ?? 1) * 2),
      unitPrice: costOf(entries[index]),
    })),
  };
}
