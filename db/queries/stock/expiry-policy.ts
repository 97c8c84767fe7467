import type { ReadAccess, WriteAccess } from '../../store.ts';
import { getSettings } from '../settings.ts';

/** Stages of the categories that have their own, and those common to all others; {@link stagesFor} gives those of any. */
export interface ExpiryStages extends ReadonlyMap<string, readonly number[]> {
  readonly common: readonly number[];
}

/** Days before expiry at which stock of a category moves to its next stage, the farthest first. */
export async function expiryStagesByCategory(db: ReadAccess | WriteAccess): Promise<ExpiryStages> {
  const rows = await db.selectFrom('category_policy').selectAll().orderBy('category').execute();
  const { expiryStages: common } = await getSettings(db);
  const own = new Map(
    rows.flatMap(({ category, expiry_stages }) => {
      const stages = (JSON.parse(expiry_stages) as unknown[])
        .filter((days): days is number => Number.isSafeInteger(days) && Number(days) >= 0)
        .toSorted((a, b) => b - a);
      return stages.length === 0 ? [] : [[category, stages] as const];
    }),
  );
  return Object.assign(own, { common });
}

/** A category's own stages, else the common ones. */
export function stagesFor(stages: ExpiryStages, category: string): readonly number[] {
  return stages.get(category) ?? stages.common;
}
