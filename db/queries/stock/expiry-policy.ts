import { defaultExpiryStages } from '#app/stock/expiry.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** Stages of the categories that have their own; {@link stagesFor} gives those of any. */
export type ExpiryStages = ReadonlyMap<string, readonly number[]>;

/** Days before expiry at which stock of a category moves to its next stage, the farthest first. */
export async function expiryStagesByCategory(db: ReadAccess | WriteAccess): Promise<ExpiryStages> {
  const rows = await db.selectFrom('category_policy').selectAll().orderBy('category').execute();
  return new Map(
    rows.flatMap(({ category, expiry_stages }) => {
      const stages = (JSON.parse(expiry_stages) as unknown[])
        .filter((days): days is number => Number.isSafeInteger(days) && Number(days) >= 0)
        .toSorted((a, b) => b - a);
      return stages.length === 0 ? [] : [[category, stages] as const];
    }),
  );
}

/** A category's own stages, else the common ones. */
export function stagesFor(stages: ExpiryStages, category: string): readonly number[] {
  return stages.get(category) ?? defaultExpiryStages;
}
