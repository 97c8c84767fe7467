import { appError } from '#app/core/errors.ts';
import type { OrderProblem } from '#app/core/order-problems.ts';
import { errorsOf } from '#app/orders/order-problem.ts';
import type { PurchaseConfirmation } from '#app/orders/order-sheet.ts';
import { planConfirmation } from '#app/orders/plan-purchase.ts';
import { readPurchaseState } from '#db/queries/orders/purchase-state.ts';
import type { StoredPurchase } from '#db/queries/orders/purchase-state.ts';
import { writeConfirmation } from '#db/queries/orders/purchase-writes.ts';
import { reopenPlan } from '#db/queries/reorder-plans.ts';
import type { Write } from '#db/store.ts';

import type { Context } from '../server/context.ts';
import { changePurchase, changePurchaseWithin, noWork } from './change-purchase.ts';
import type { ChangedPurchase, SeenOrder } from './change-purchase.ts';
import { usualArrival } from './write-purchase.ts';

/** Sends a draft: from here on it counts as on order, and is expected when orders to its supplier usually arrive. */
export function sendPurchase(context: Context, seen: SeenOrder): Promise<ChangedPurchase> {
  return changePurchase(context, seen, 'send', async ({ trx }) => {
    const order = await trx
      .selectFrom('purchase_order')
      .select(['supplier_id', 'expected_day'])
      .where('id', '=', seen.id)
      .executeTakeFirstOrThrow();
    if (order.expected_day !== null) return;
    const expected_day = await usualArrival(trx, order.supplier_id, context.clock.today());
    await trx.updateTable('purchase_order').set({ expected_day }).where('id', '=', seen.id).execute();
  });
}

/**
 * Notes HQ's answer; lines that it does not name stay as they are. An order of which nothing is open then is closed. Fails as
 * {@link changePurchase}, and with `order.invalid`, which names every problem at once.
 */
export async function confirmPurchase(
  context: Context,
  seen: SeenOrder,
  answer: PurchaseConfirmation,
): Promise<ChangedPurchase & { readonly warnings: readonly OrderProblem[] }> {
  let warnings: readonly OrderProblem[] = [];
  const changed = await changePurchase(
    context,
    seen,
    'confirm',
    async (write, order) => {
      const confirmed = await applyConfirmation(write, order, answer);
      warnings = confirmed.warnings;
      return confirmed.state;
    },
    answer,
  );
  return { ...changed, warnings };
}

/** Writes an answer into the lines; gives what the order is then. */
export async function applyConfirmation(
  { trx }: Write,
  order: StoredPurchase,
  answer: PurchaseConfirmation,
): Promise<{
  readonly state: { readonly lines: StoredPurchase['state']['lines']; readonly isConfirmed: true };
  readonly warnings: readonly OrderProblem[];
}> {
  const plan = planConfirmation(answer, order.state.lines);
  const problems = errorsOf(plan.problems);
  if (problems.length > 0) throw appError('order.invalid', { problems });
  const named = new Set(answer.lines.map(({ line }) => line));
  await writeConfirmation(
    trx,
    order.id,
    answer,
    plan.lines.filter(({ line }) => named.has(line)),
  );
  return { state: { lines: plan.lines, isConfirmed: true }, warnings: plan.problems };
}

/**
 * Takes an order back of which nothing has arrived: it no longer counts as on order, and the plan it came from is open again
 * unless a newer one exists.
 */
export async function cancelPurchase(
  context: Context,
  seen: SeenOrder,
): Promise<ChangedPurchase & { readonly reopened: boolean }> {
  const terms = { actor: context.actor, now: context.clock.now() };
  const audit = {
    actor: context.actor,
    action: 'purchaseOrder.cancel',
    entity: 'purchase_order',
    entityId: seen.id,
  };
  return context.store.transact(audit, async (write) => {
    const { planId } = await readPurchaseState(write.trx, seen.id);
    const changed = await changePurchaseWithin(write, seen, 'cancel', noWork, terms);
    return { ...changed, reopened: planId === null ? false : await reopenPlan(write.trx, planId) };
  });
}
