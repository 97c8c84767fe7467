import { appError } from '#app/core/errors.ts';
import type { LookAlike, LookAlikeInput } from '#app/forecast/demand/look-alike.ts';
import { readLookAlikes, writeLookAlike } from '#db/queries/demand/look-alikes.ts';
import { getProduct } from '#db/queries/products.ts';

import type { Context } from '../server/context.ts';

/**
 * Names what a young product will sell like, or takes it away; gives what it was before, which an undo writes again, and the version
 * that it has now. Fails with `edit.conflict` where someone else changed it meanwhile.
 */
export function setLookAlike(
  { store, actor, clock }: Context,
  { productId, like, version }: LookAlikeInput,
): Promise<{ readonly before: LookAlike | null; readonly version: number }> {
  const audit = {
    actor,
    action: like === null ? 'demand.unlike' : 'demand.like',
    entity: 'product',
    entityId: productId,
    detail: like ?? {},
  };
  return store.transact(audit, async ({ trx }) => {
    const { name } = await getProduct(trx, productId);
    if (like !== null) await getProduct(trx, like.otherProductId);
    const [stored] = await readLookAlikes(trx, [productId]);
    if ((stored?.version ?? 0) !== version) throw appError('edit.conflict', { what: 'product', name });
    await writeLookAlike(trx, productId, like, { version, actor, now: clock.now() });
    const before =
      stored === undefined
        ? null
        : { otherProductId: stored.otherProductId, factorPercent: stored.factorPercent };
    return { before, version: like === null ? 0 : version + 1 };
  });
}
