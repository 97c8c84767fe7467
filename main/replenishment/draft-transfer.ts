import { appError } from '#app/core/errors.ts';
import { transfersBetween } from '#db/queries/lists/transfers.ts';
import { findCurrentPlanId } from '#db/queries/reorder-plans.ts';
import { saveDraft } from '#db/queries/stock/drafts.ts';

import type { Context } from '../server/context.ts';

export interface Journey {
  readonly fromId: string;
  readonly toId: string;
}

/** A draft of the transfer document that the current plan proposes for one journey. Fails with `replenishment.nothingAccepted`. */
export function draftTransfer(
  context: Context,
  { fromId, toId }: Journey,
): Promise<{ readonly draftId: string; readonly version: number; readonly lines: number }> {
  const audit = {
    actor: context.actor,
    action: 'replenishment.draftTransfer',
    entity: 'stock_draft',
    detail: { fromId, toId },
  };
  return context.store.transact(audit, async ({ trx }) => {
    const planId = await findCurrentPlanId(trx);
    const rows = planId === undefined ? [] : await transfersBetween(trx, planId, fromId, toId);
    if (rows.length === 0) throw appError('replenishment.nothingAccepted', {});
    const sheet = {
      kind: 'transfer_out' as const,
      day: context.clock.today(),
      warehouseId: fromId,
      toWarehouseId: toId,
      note: '',
      lines: rows.map(({ productId, quantity }) => ({ productId, quantity })),
    };
    const saved = await saveDraft(trx, { sheet }, { actor: context.actor, now: context.clock.now() });
    return { draftId: saved.id, version: saved.version, lines: rows.length };
  });
}
