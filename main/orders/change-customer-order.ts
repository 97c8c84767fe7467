import { appError } from '#app/core/errors.ts';
import type { OrderProblem } from '#app/core/order-problems.ts';
import { customerOrderRefusal, customerStatusAfter } from '#app/orders/customer-states.ts';
import type { CustomerOrderAction, CustomerOrderStatus } from '#app/orders/customer-states.ts';
import { errorsOf } from '#app/orders/order-problem.ts';
import type { CustomerOrderSheet } from '#app/orders/order-sheet.ts';
import { planCustomerOrder } from '#app/orders/plan-customer-order.ts';
import type { CustomerOrderPlan } from '#app/orders/plan-customer-order.ts';
import { readCustomerState } from '#db/queries/orders/customer-state.ts';
import {
  endCustomerOrderChange,
  insertCustomerOrder,
  readCustomerOrderFacts,
  rewriteCustomerOrder,
} from '#db/queries/orders/customer-writes.ts';
import { nextOrderNumber } from '#db/queries/orders/order-numbers.ts';
import { keepOrderVersion, refuseStale } from '#db/queries/orders/order-versions.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { ReadAccess, WriteAccess } from '#db/store.ts';

import type { Context } from '../server/context.ts';
import type { SeenOrder } from './change-purchase.ts';

export interface ChangedCustomerOrder {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: CustomerOrderStatus;
  /** What was said and did not hinder. */
  readonly warnings: readonly OrderProblem[];
}

/** What an order as written comes to; writes nothing. `orderId` null for a new one. */
export async function previewCustomerOrder(
  context: Context,
  db: ReadAccess | WriteAccess,
  sheet: CustomerOrderSheet,
  orderId: string | null,
): Promise<CustomerOrderPlan> {
  return planCustomerOrder(sheet, await readCustomerOrderFacts(db, sheet, orderId, context.clock.today()));
}

async function validPlan(...asked: Parameters<typeof previewCustomerOrder>): Promise<CustomerOrderPlan> {
  const plan = await previewCustomerOrder(...asked);
  const problems = errorsOf(plan.problems);
  if (problems.length > 0) throw appError('order.invalid', { problems });
  return plan;
}

/** Writes a new order; what it asks for is held for it. Fails with `order.invalid`, which names every problem at once. */
export async function createCustomerOrder(
  context: Context,
  sheet: CustomerOrderSheet,
): Promise<ChangedCustomerOrder> {
  // Filled while the order is made: the audit row is written last.
  const detail: { orderId?: string; number?: string; lines?: number } = {};
  const audit = { actor: context.actor, action: 'customerOrder.create', entity: 'customer_order', detail };
  return context.store.transact(audit, async (write) => {
    const plan = await validPlan(context, write.trx, sheet, null);
    const { device } = await getSettings(write.trx);
    const number = await nextOrderNumber(write.trx, 'customer_order', device, sheet.day);
    const id = await insertCustomerOrder(write, { number, sheet, lines: plan.lines }, context.clock.now());
    Object.assign(detail, { orderId: id, number, lines: plan.lines.length });
    return { id, number, version: 1, status: 'open', warnings: plan.problems };
  });
}

/**
 * Does one thing with an order of a customer, as one transaction with its audit row; `sheet` is what an edit writes. Fails with
 * `notFound`, `stock.documentChanged` (which says what changed since), `order.refused` (why not) and `order.invalid`.
 */
export async function changeCustomerOrder(
  context: Context,
  seen: SeenOrder,
  action: Exclude<CustomerOrderAction, 'issue'>,
  sheet?: CustomerOrderSheet,
): Promise<ChangedCustomerOrder> {
  const audit = {
    actor: context.actor,
    action: `customerOrder.${action}`,
    entity: 'customer_order',
    entityId: seen.id,
    detail: sheet === undefined ? {} : { lines: sheet.lines.length },
  };
  const terms = { actor: context.actor, now: context.clock.now() };
  return context.store.transact(audit, async (write) => {
    const { trx } = write;
    const order = await readCustomerState(trx, seen.id);
    const { id, number, version, state } = order;
    await refuseStale(trx, 'customer_order', order, seen.version);
    const reason = customerOrderRefusal(action, state);
    if (reason !== null) throw appError('order.refused', { number, action, status: state.status, reason });
    await keepOrderVersion(trx, 'customer_order', order, terms);
    const plan = sheet === undefined ? null : await validPlan(context, trx, sheet, id);
    if (sheet !== undefined && plan !== null) await rewriteCustomerOrder(write, id, sheet, plan.lines);
    const status = customerStatusAfter(action, { ...state, lines: plan?.lines ?? state.lines });
    await endCustomerOrderChange(trx, order, status, terms.now);
    return { id, number, version: version + 1, status, warnings: plan?.problems ?? [] };
  });
}
