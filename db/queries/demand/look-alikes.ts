import type { LookAlike } from '#app/forecast/demand/look-alike.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

export interface LookAlikeRecord extends LookAlike {
  readonly productId: string;
  readonly version: number;
  /** Of the other product. */
  readonly code: string;
  readonly name: string;
}

/** What is to sell like what, of some products. */
export function readLookAlikes(
  db: ReadAccess | WriteAccess,
  productIds: readonly string[],
): Promise<LookAlikeRecord[]> {
  return db
    .selectFrom('look_alike')
    .innerJoin('product as other', 'other.id', 'look_alike.other_product_id')
    .select([
      'look_alike.product_id as productId',
      'look_alike.other_product_id as otherProductId',
      'look_alike.factor_percent as factorPercent',
      'look_alike.version',
      'other.code',
      'other.name',
    ])
    .where('look_alike.product_id', 'in', productIds)
    .execute();
}

/** Writes or takes away what a product is to sell like, over the version that was read. */
export async function writeLookAlike(
  trx: WriteAccess,
  productId: string,
  like: LookAlike | null,
  { version, actor, now }: { readonly version: number; readonly actor: string; readonly now: Date },
): Promise<void> {
  await trx.deleteFrom('look_alike').where('product_id', '=', productId).execute();
  if (like === null) return;
  const at = now.toISOString();
  await trx
    .insertInto('look_alike')
    .values({
      product_id: productId,
      other_product_id: like.otherProductId,
      factor_percent: like.factorPercent,
      actor,
      version: version + 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
}
