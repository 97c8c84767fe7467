import type { MethodPaths } from './member.ts';

/** Weight of the group's experience against a look back of one series: one series alone says little about a method. */
const groupWeight = 40;
/** Ahead of the second by this much (as a logarithm of the loss), one method is taken alone. */
const clearLead = 0.05;
const best = 3;

/** Losses as logarithms, relative to the mean of all methods on the same series; NaN where nothing could be compared. */
export function relativeLosses(methods: readonly MethodPaths[]): readonly number[] {
  const logs = methods.map(({ score }) => Math.log(Math.max(score.loss, 1e-9)));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return logs.map((value) => value - mean);
}

/** The mean of the relative losses of each method over many series. */
export function pooledLosses(series: readonly (readonly MethodPaths[])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const methods of series) {
    for (const [index, loss] of relativeLosses(methods).entries()) {
      const name = methods[index]?.method ?? '';
      const of = sums.get(name) ?? { sum: 0, count: 0 };
      if (Number.isFinite(loss))
        sums.set(name, { sum: of.sum + Math.max(-2, Math.min(2, loss)), count: of.count + 1 });
    }
  }
  return new Map([...sums].map(([name, { sum, count }]) => [name, sum / count]));
}

/**
 * The methods to combine for one series, the best first: the three of different families with the smallest loss, or one that is clearly ahead. A loss is
 * the series' own, drawn towards the group's by the number of looks back (James & Stein's shrinkage with a fixed weight).
 */
export function chooseMethods(
  methods: readonly MethodPaths[],
  pooled: ReadonlyMap<string, number>,
  looks: number,
  weight = looks / (looks + groupWeight),
): readonly MethodPaths[] {
  const own = relativeLosses(methods);
  const ranked = methods
    .map((method, index) => {
      const loss = own[index] ?? NaN;
      const group = pooled.get(method.method) ?? 0;
      return { method, loss: Number.isFinite(loss) ? weight * loss + (1 - weight) * group : group };
    })
    .toSorted((left, right) => left.loss - right.loss);
  const [first, second] = ranked;
  if (first === undefined) return [];
  if (second === undefined || first.loss < second.loss - clearLead) return [first.method];
  const families = new Set<string>();
  const different = ranked.filter(({ method: { family } }) => !families.has(family) && families.add(family));
  return different.slice(0, best).map(({ method }) => method);
}
