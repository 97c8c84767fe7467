import type { MarkInput } from '#app/forecast/demand/mark-input.ts';
import { insertMark, removeMark } from '#db/queries/demand/demand-marks.ts';
import type { MarkRecord } from '#db/queries/demand/demand-marks.ts';
import { getProduct } from '#db/queries/products.ts';

import type { Context } from '../server/context.ts';

/** Writes what a person knows of some days; gives the mark's id and version, which taking it away asks for. */
export function addMark(
  { store, actor, clock }: Context,
  mark: MarkInput,
): Promise<{ readonly id: string; readonly version: number }> {
  const audit = { actor, action: 'demand.mark', entity: 'product', entityId: mark.productId, detail: mark };
  return store.transact(audit, async ({ trx }) => {
    await getProduct(trx, mark.productId);
    if (mark.otherProductId !== null) await getProduct(trx, mark.otherProductId);
    return { id: await insertMark(trx, mark, { actor, now: clock.now() }), version: 1 };
  });
}

/** Takes a mark away and gives it as it was: adding it again is the undo. */
export async function takeMarkAway(
  { store, actor }: Context,
  mark: { readonly id: string; readonly version: number },
): Promise<MarkRecord> {
  const audit = { actor, action: 'demand.unmark', entity: 'demand_mark', entityId: mark.id, detail: mark };
  return store.transact(audit, ({ trx }) => removeMark(trx, mark));
}
