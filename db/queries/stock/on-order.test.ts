import { sql } from 'kysely';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { openOfCustomer, openOfPurchase } from '#app/orders/open-quantity.ts';

import { openTestStore } from '../../testing.ts';
import { sqlOnOrder, sqlOpenOfPurchaseLine } from './on-order.ts';
import { sqlOpenOfCustomerLine } from './reserved.ts';

test('the store and the domain call the same quantities open', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    const units = fc.nat({ max: 1000 });
    await fc.assert(
      fc.asyncProperty(units, fc.option(units), units, async (quantity, confirmed, done) => {
        const { rows } = await sql<{ purchase: number; customer: number }>`
          SELECT ${sqlOpenOfPurchaseLine('l')} AS purchase, ${sqlOpenOfCustomerLine('l')} AS customer
          FROM (SELECT ${quantity} AS quantity, CAST(${confirmed} AS INTEGER) AS confirmed, ${done} AS received,
            ${done} AS issued) AS l`.execute(store.read);
        expect(rows).toEqual([
          {
            purchase: openOfPurchase({ quantity, confirmed, received: done }),
            customer: openOfCustomer({ quantity, issued: done }),
          },
        ]);
      }),
      { numRuns: 300 },
    );
  } finally {
    await cleanup();
  }
});

test('what is on its way of a product is read from the index of what is open alone', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    const { rows } = await sql<{ detail: string }>`
      EXPLAIN QUERY PLAN SELECT ${sqlOnOrder(sql`${'product'}`)}`.execute(store.read);
    expect(rows.map(({ detail }) => detail).join('\n')).toContain(
      'USING COVERING INDEX purchase_line_open (product_id=?)',
    );
  } finally {
    await cleanup();
  }
});
