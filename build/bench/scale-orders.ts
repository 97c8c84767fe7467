import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Random } from '#app/sample/random.ts';
import type { Bulk } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';

import { unitCostOf } from './scale-masters.ts';
import type { ScaleIds } from './scale-masters.ts';

const purchaseOrders = 200;
const customerOrders = 500;
const linesOfOrder = 10;
const now = new Date(0).toISOString();

/** Open orders of both kinds: what is on its way and what is reserved. */
export function fillOrders(
  bulk: Bulk,
  random: Random,
  { supplier, products, customers, warehouses }: ScaleIds,
  today: BusinessDay,
): void {
  const line = (id: string, place: number) => {
    const product = random.integer(0, products.length - 1);
    return { id, place, product, productId: products[product] ?? '' };
  };
  const lines = (id: string) => Array.from({ length: linesOfOrder }, (_, index) => line(id, index + 1));
  const purchases = Array.from({ length: purchaseOrders }, newId);
  bulk.insert(
    'purchase_order',
    ['id', 'number', 'supplier_id', 'day', 'expected_day', 'status', 'created_at', 'updated_at'],
    purchases.map((id, index) => [
      id,
      `CG-A1-${String(index).padStart(6, '0')}`,
      supplier,
      addDays(today, -(index % 60)),
      addDays(today, 14 - (index % 30)),
      index % 4 === 0 ? 'partly_received' : 'sent',
      now,
      now,
    ]),
  );
  bulk.insert(
    'purchase_line',
    ['order_id', 'line', 'product_id', 'quantity', 'received', 'unit_price_fen'],
    purchases
      .flatMap(lines)
      .map(({ id, place, product, productId }) => [
        id,
        place,
        productId,
        120,
        place % 4 === 0 ? 60 : 0,
        unitCostOf(product),
      ]),
  );
  const orders = Array.from({ length: customerOrders }, newId);
  bulk.insert(
    'customer_order',
    ['id', 'number', 'partner_id', 'warehouse_id', 'day', 'status', 'created_at', 'updated_at'],
    orders.map((id, index) => [
      id,
      `XD-A1-${String(index).padStart(6, '0')}`,
      random.pick(customers),
      warehouses[index % warehouses.length] ?? '',
      addDays(today, -(index % 20)),
      'open',
      now,
      now,
    ]),
  );
  bulk.insert(
    'customer_order_line',
    ['order_id', 'line', 'product_id', 'quantity', 'unit_price_fen'],
    orders.flatMap(lines).map(({ id, place, productId }) => [id, place, productId, 3, 9900]),
  );
}
