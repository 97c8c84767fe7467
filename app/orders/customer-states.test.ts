import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  allowedCustomerOrderActions,
  customerOrderRefusal,
  customerStatusAfter,
  isReserving,
  statusAfterIssues,
} from './customer-states.ts';
import type { CustomerOrderAction, CustomerOrderState, CustomerOrderStatus } from './customer-states.ts';
import { openOfCustomer } from './open-quantity.ts';

const units = fc.integer({ min: 1, max: 20 });
const newOrder = fc.array(units, { minLength: 1, maxLength: 3 }).map((quantities): CustomerOrderState => ({
  status: 'open',
  lines: quantities.map((quantity) => ({ quantity, issued: 0 })),
}));
const step = fc.record({
  action: fc.constantFrom<CustomerOrderAction | 'withdraw'>(
    'edit',
    'issue',
    'issue',
    'close',
    'reopen',
    'cancel',
    'withdraw',
  ),
  line: fc.nat({ max: 2 }),
  quantity: units,
});

/** From each state, those that one step can lead to. */
const next: Readonly<Record<CustomerOrderStatus, readonly CustomerOrderStatus[]>> = {
  open: ['open', 'partly_issued', 'closed', 'cancelled'],
  partly_issued: ['open', 'partly_issued', 'closed'],
  closed: ['open', 'partly_issued', 'closed'],
  cancelled: ['open', 'cancelled'],
};

test('whatever is done in whatever order, nothing issued is lost and what is held is owed', () => {
  const reached = new Set<CustomerOrderStatus>();
  fc.assert(
    fc.property(newOrder, fc.array(step, { maxLength: 25 }), (first, steps) => {
      let order = first;
      const issues: { line: number; quantity: number }[] = [];
      const move = (at: number, by: number): CustomerOrderState => ({
        ...order,
        lines: order.lines.map((line, index) =>
          index === at ? { ...line, issued: line.issued + by } : line,
        ),
      });
      for (const { action, quantity, ...one } of steps) {
        const before = order.status;
        const line = one.line % order.lines.length;
        if (action === 'withdraw') {
          const issue = issues.pop();
          if (issue === undefined) continue;
          order = move(issue.line, -issue.quantity);
          order = { ...order, status: statusAfterIssues(order) };
        } else if (customerOrderRefusal(action, order) !== null) {
          expect(allowedCustomerOrderActions(order)).not.toContain(action);
          continue;
        } else {
          if (action === 'issue') {
            issues.push({ line, quantity });
            order = move(line, quantity);
          }
          order = { ...order, status: customerStatusAfter(action, order) };
        }
        reached.add(order.status);
        expect(next[before]).toContain(order.status);
        order.lines.forEach(({ issued }, at) => {
          const booked = issues.filter((issue) => issue.line === at);
          expect(issued).toBe(booked.reduce((sum, issue) => sum + issue.quantity, 0));
        });
        if (isReserving(order.status))
          expect(order.lines.some((one_) => openOfCustomer(one_) > 0)).toBe(true);
        if (order.status === 'cancelled') expect(issues).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
  expect(reached.size).toBe(4);
});
