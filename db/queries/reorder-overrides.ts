import type { BusinessDay } from '#app/core/business-day.ts';
import type { OverrideReason } from '#app/forecast/promises/override-reasons.ts';

import type { WriteAccess } from '../store.ts';

export interface OverrideToKeep {
  readonly planId: string;
  readonly productId: string;
  readonly asOf: BusinessDay;
  readonly suggested: number;
  readonly ordered: number;
  /** Null where the person went back to what was suggested. */
  readonly reason: OverrideReason | null;
  readonly note: string;
}

/**
 * Keeps that a person ordered something else than was suggested, and why. Who goes back to the suggestion leaves a last row that says
 * so; where nothing was overridden before, none.
 */
export async function keepOverride(
  trx: WriteAccess,
  { planId, productId, asOf, suggested, ordered, reason, note }: OverrideToKeep,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> {
  if (reason === null) {
    const before = await trx
      .selectFrom('reorder_override')
      .select('created_at')
      .where('plan_id', '=', planId)
      .where('product_id', '=', productId)
      .executeTakeFirst();
    if (before === undefined) return;
  }
  const kept = { suggested, ordered, reason: reason ?? ('other' as const), note, actor };
  await trx
    .insertInto('reorder_override')
    .values({ plan_id: planId, product_id: productId, as_of: asOf, ...kept, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['plan_id', 'product_id', 'created_at']).doUpdateSet(kept))
    .execute();
}
