import fc from 'fast-check';
import { expect, test } from 'vitest';

import { openOfPurchase, shareConfirmed } from './open-quantity.ts';
import type { PurchaseQuantities } from './open-quantity.ts';
import {
  allowedPurchaseActions,
  isOnOrder,
  purchaseActions,
  purchaseRefusal,
  statusAfter,
  statusAfterReceipts,
} from './purchase-states.ts';
import type { PurchaseAction, PurchaseOrderStatus, PurchaseState } from './purchase-states.ts';

const units = fc.integer({ min: 1, max: 20 });
const newOrder = fc.array(units, { minLength: 1, maxLength: 4 }).map((quantities): PurchaseState => ({
  status: 'draft',
  isConfirmed: false,
  lines: quantities.map((quantity) => ({ quantity, confirmed: null, received: 0 })),
}));

type Step =
  | { readonly action: Exclude<PurchaseAction, 'receive'>; readonly confirmed: readonly number[] }
  | { readonly action: 'receive'; readonly line: number; readonly quantity: number }
  /** Takes the newest receipt back that still stands. */
  | { readonly action: 'withdraw' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    action: fc.constantFrom('edit', 'send', 'confirm', 'close', 'reopen', 'cancel'),
    confirmed: fc.array(fc.nat({ max: 30 }), { minLength: 4, maxLength: 4 }),
  }),
  fc.record({ action: fc.constant('receive'), line: fc.nat({ max: 3 }), quantity: units }),
  fc.record({ action: fc.constant('withdraw') }),
);

function withLine(order: PurchaseState, index: number, quantity: number): PurchaseState {
  return {
    ...order,
    lines: order.lines.map((line, at) =>
      at === index ? { ...line, received: line.received + quantity } : line,
    ),
  };
}

const from: Readonly<Record<PurchaseOrderStatus, readonly PurchaseOrderStatus[]>> = {
  draft: ['draft', 'sent', 'cancelled'],
  sent: ['sent', 'confirmed', 'partly_received', 'closed', 'cancelled'],
  confirmed: ['confirmed', 'partly_received', 'closed', 'cancelled'],
  partly_received: ['sent', 'confirmed', 'partly_received', 'closed'],
  closed: ['sent', 'confirmed', 'partly_received', 'closed'],
  cancelled: ['cancelled'],
};

test('whatever is done in whatever order, no state is skipped and nothing received is lost', () => {
  const reached = new Set<PurchaseOrderStatus>();
  fc.assert(
    fc.property(newOrder, fc.array(step, { maxLength: 25 }), (first, steps) => {
      let order = first;
      const receipts: { line: number; quantity: number }[] = [];
      for (const one of steps) {
        const before = order.status;
        if (one.action === 'withdraw') {
          const receipt = receipts.pop();
          if (receipt === undefined) continue;
          order = withLine(order, receipt.line, -receipt.quantity);
          order = { ...order, status: statusAfterReceipts(order) };
        } else {
          if (purchaseRefusal(one.action, order) !== null) {
            expect(allowedPurchaseActions(order)).not.toContain(one.action);
            continue;
          }
          if (one.action === 'receive') {
            const line = one.line % order.lines.length;
            receipts.push({ line, quantity: one.quantity });
            order = withLine(order, line, one.quantity);
          }
          if (one.action === 'confirm') {
            const lines = order.lines.map((line, at) => ({ ...line, confirmed: one.confirmed[at] ?? 0 }));
            order = { ...order, isConfirmed: true, lines };
          }
          order = { ...order, status: statusAfter(one.action, order) };
        }
        reached.add(order.status);
        expect(from[before]).toContain(order.status);
        order.lines.forEach((line, at) => {
          const booked = receipts.filter((receipt) => receipt.line === at);
          expect(line.received).toBe(booked.reduce((sum, { quantity }) => sum + quantity, 0));
        });
        // What counts as on order is owed; an order of which everything came is not on its way.
        if (isOnOrder(order.status)) expect(order.lines.some((line) => openOfPurchase(line) > 0)).toBe(true);
        if (order.status === 'cancelled') expect(receipts).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
  expect(reached.size).toBe(6);
});

const line = (quantity: number, received = 0, confirmed: number | null = null): PurchaseQuantities => ({
  quantity,
  received,
  confirmed,
});

test('each refusal says why', () => {
  const order = (status: PurchaseOrderStatus, ...lines: PurchaseQuantities[]): PurchaseState => ({
    status,
    isConfirmed: false,
    lines,
  });
  expect(purchaseRefusal('cancel', order('partly_received', line(5, 1)))).toBe('moved');
  expect(purchaseRefusal('receive', order('draft', line(5)))).toBe('status');
  expect(purchaseRefusal('reopen', order('closed', line(5, 5)))).toBe('nothingOpen');
  expect(purchaseRefusal('reopen', order('closed', line(5, 4)))).toBe(null);
  expect(allowedPurchaseActions(order('cancelled', line(5)))).toEqual([]);
  expect(allowedPurchaseActions(order('sent', line(5)))).toEqual(
    purchaseActions.filter((action) => ['confirm', 'receive', 'close', 'cancel'].includes(action)),
  );
});

test('what HQ confirms less than it sent already is not owed; one line’s excess is not taken off another', () => {
  expect(openOfPurchase(line(10, 6, 4))).toBe(0);
  expect(openOfPurchase(line(10, 6, 12))).toBe(6);
  expect(openOfPurchase(line(10, 6))).toBe(4);
  const lines = [line(10, 15), line(10, 0)];
  expect(lines.map(openOfPurchase)).toEqual([0, 10]);
});

test('a confirmed total is shared out whole over the lines of its product', () => {
  fc.assert(
    fc.property(fc.array(units, { minLength: 1, maxLength: 5 }), fc.nat({ max: 120 }), (ordered, total) => {
      const shares = shareConfirmed(ordered, total);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
      expect(shares.every((share) => share >= 0)).toBe(true);
    }),
  );
});
