import { sql } from 'kysely';

import type { ReadAccess, WriteAccess } from '../store.ts';
import { expiryStagesByCategory } from './stock/expiry-policy.ts';

export interface CategoryPolicy {
  readonly category: string;
  readonly products: number;
  /** Days before expiry, the farthest first; null where the common ones hold. */
  readonly expiryStages: readonly number[] | null;
}

/** Every category that has products or stages of its own, by name. */
export async function listCategoryPolicies(db: ReadAccess): Promise<CategoryPolicy[]> {
  const stages = await expiryStagesByCategory(db);
  const { rows } = await sql<{ category: string; products: number }>`
    SELECT category, count(*) AS products FROM product WHERE category <> '' GROUP BY category`.execute(db);
  const counts = new Map(rows.map(({ category, products }) => [category, products]));
  return [...new Set([...counts.keys(), ...stages.keys()])]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((category) => ({
      category,
      products: counts.get(category) ?? 0,
      expiryStages: stages.get(category) ?? null,
    }));
}

/** Gives a category stages of its own, or with null the common ones. */
export async function saveCategoryPolicy(
  trx: WriteAccess,
  { category, expiryStages }: Omit<CategoryPolicy, 'products'>,
): Promise<void> {
  if (expiryStages === null) {
    await trx.deleteFrom('category_policy').where('category', '=', category).execute();
    return;
  }
  const expiry_stages = JSON.stringify(expiryStages);
  await trx
    .insertInto('category_policy')
    .values({ category, expiry_stages })
    .onConflict((conflict) => conflict.column('category').doUpdateSet({ expiry_stages }))
    .execute();
}
