import type { BusinessDay } from '#app/core/business-day.ts';
import { statusAfterReceipts } from '#app/orders/purchase-states.ts';
import type { PlannedConfirmation } from '#app/exchange/planned-types.ts';
import { keepOrderVersion } from '#db/queries/orders/order-versions.ts';
import type { ChangeTerms } from '#db/queries/orders/order-versions.ts';
import { readPurchaseState } from '#db/queries/orders/purchase-state.ts';
import type { Write, WriteAccess } from '#db/store.ts';
import type { ImportChangeTable } from '#db/tables/exchange.ts';

import { changePurchaseWithin } from '../orders/change-purchase.ts';
import { applyConfirmation } from '../orders/purchase-steps.ts';
import type { BatchContext } from './apply-batch.ts';

/** What an undo puts back of an order. */
interface PurchaseBefore {
  readonly number: string;
  readonly version: number;
  readonly head: {
    readonly expected_day: BusinessDay | null;
    readonly supplier_number: string;
    readonly confirmed_at: string | null;
  };
  readonly lines: readonly { readonly line: number; readonly confirmed: number | null }[];
}

/** Writes what HQ confirmed by the one flow of confirmations; gives how many lines it was. */
export async function applyConfirmations(
  write: Write,
  confirmations: readonly PlannedConfirmation[],
  { changes, terms }: Pick<BatchContext, 'changes' | 'terms'>,
): Promise<number> {
  let lines = 0;
  for (const { orderNumber, expectedDay, supplierNumber, ...answer } of confirmations) {
    const order = await write.trx
      .selectFrom('purchase_order')
      .select(['id', 'version'])
      .where('number', '=', orderNumber)
      .executeTakeFirstOrThrow();
    await changes.keepPurchase(order.id);
    const said = {
      lines: [...answer.lines],
      ...(expectedDay === null ? {} : { expectedDay }),
      ...(supplierNumber === null ? {} : { supplierNumber }),
    };
    await changePurchaseWithin(
      write,
      order,
      'confirm',
      async (inner, current) => (await applyConfirmation(inner, current, said)).state,
      terms,
    );
    lines += answer.lines.length;
  }
  return lines;
}

export async function purchaseBefore(trx: WriteAccess, id: string): Promise<PurchaseBefore> {
  const { number, version, ...head } = await trx
    .selectFrom('purchase_order')
    .select(['number', 'version', 'expected_day', 'supplier_number', 'confirmed_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const lines = await trx
    .selectFrom('purchase_line')
    .select(['line', 'confirmed'])
    .where('order_id', '=', id)
    .execute();
  return { number, version, head, lines };
}

/** Puts an order back as it was before it was confirmed. Gives its number where someone changed it since: it stays then. */
export async function restorePurchase(
  trx: WriteAccess,
  { entity_id: id, before, version_after }: ImportChangeTable,
  terms: ChangeTerms,
): Promise<string | null> {
  const { number, head, lines } = JSON.parse(before) as PurchaseBefore;
  const order = await readPurchaseState(trx, id);
  if (order.version !== version_after) return number;
  await keepOrderVersion(trx, 'purchase_order', order, terms);
  for (const { line, confirmed } of lines)
    await trx
      .updateTable('purchase_line')
      .set({ confirmed })
      .where('order_id', '=', id)
      .where('line', '=', line)
      .execute();
  await trx.updateTable('purchase_order').set(head).where('id', '=', id).execute();
  const { state } = await readPurchaseState(trx, id);
  await trx
    .updateTable('purchase_order')
    .set({
      status: statusAfterReceipts(state),
      version: version_after + 1,
      updated_at: terms.now.toISOString(),
    })
    .where('id', '=', id)
    .execute();
  return null;
}
