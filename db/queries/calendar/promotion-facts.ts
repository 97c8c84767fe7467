import type { PromotionDraft, PromotionFacts } from '#app/calendar/plan-promotion.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** What the plan of this promotion needs to know. */
export async function readPromotionFacts(
  db: ReadAccess | WriteAccess,
  { products }: Pick<PromotionDraft, 'products'>,
): Promise<PromotionFacts> {
  const categories = await db
    .selectFrom('product')
    .select('category')
    .distinct()
    .where('category', '<>', '')
    .execute();
  const known =
    products.length === 0
      ? []
      : await db
          .selectFrom('product')
          .select('id')
          .where(
            'id',
            'in',
            products.map(({ productId }) => productId),
          )
          .execute();
  return {
    categories: new Set(categories.map(({ category }) => category)),
    products: new Set(known.map(({ id }) => id)),
  };
}
