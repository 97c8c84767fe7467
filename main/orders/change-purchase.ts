import { appError } from '#app/core/errors.ts';
import { purchaseRefusal, statusAfter } from '#app/orders/purchase-states.ts';
import type { PurchaseAction, PurchaseOrderStatus, PurchaseState } from '#app/orders/purchase-states.ts';
import { keepOrderVersion, refuseStale } from '#db/queries/orders/order-versions.ts';
import { readPurchaseState } from '#db/queries/orders/purchase-state.ts';
import type { StoredPurchase } from '#db/queries/orders/purchase-state.ts';
import { endPurchaseChange } from '#db/queries/orders/purchase-writes.ts';
import type { Write } from '#db/store.ts';

import type { Context } from '../server/context.ts';

/** An order in the version that the person saw. */
export interface SeenOrder {
  readonly id: string;
  readonly version: number;
}

export interface ChangedPurchase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: PurchaseOrderStatus;
}

/** What a change made of the order's lines, where it made anything of them. */
type Work = (write: Write, order: StoredPurchase) => Promise<Partial<PurchaseState> | void>;

/** A change of nothing but the state. */
export const noWork: Work = () => Promise.resolve();

/**
 * Does one thing with an order to HQ, as one transaction with its audit row. Fails with `notFound`, with
 * `stock.documentChanged`, which says what someone else changed since the person looked, and with `order.refused`, which says why
 * its state does not allow it; then nothing is written.
 */
export async function changePurchase(
  context: Context,
  seen: SeenOrder,
  action: Exclude<PurchaseAction, 'receive'>,
  work: Work = noWork,
  detail: unknown = {},
): Promise<ChangedPurchase> {
  const audit = {
    actor: context.actor,
    action: `purchaseOrder.${action}`,
    entity: 'purchase_order',
    entityId: seen.id,
    detail,
  };
  return context.store.transact(audit, (write) =>
    changePurchaseWithin(write, seen, action, work, { actor: context.actor, now: context.clock.now() }),
  );
}

/** As {@link changePurchase}, within a transaction that is under way. */
export async function changePurchaseWithin(
  write: Write,
  seen: SeenOrder,
  action: Exclude<PurchaseAction, 'receive'>,
  work: Work,
  terms: { readonly actor: string; readonly now: Date },
): Promise<ChangedPurchase> {
  const { trx } = write;
  const order = await readPurchaseState(trx, seen.id);
  await refuseStale(trx, 'purchase_order', order, seen.version);
  const reason = purchaseRefusal(action, order.state);
  const { id, number, version, state } = order;
  if (reason !== null) throw appError('order.refused', { number, action, status: state.status, reason });
  await keepOrderVersion(trx, 'purchase_order', order, terms);
  const after = { ...state, ...(await work(write, order)) };
  const status = statusAfter(action, after);
  const at = terms.now.toISOString();
  await endPurchaseChange(
    trx,
    order,
    {
      status,
      ...(action === 'send' ? { sentAt: at } : {}),
      ...(action === 'confirm' ? { confirmedAt: at } : {}),
    },
    terms.now,
  );
  return { id, number, version: version + 1, status };
}
