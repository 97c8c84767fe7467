/** What a series sold in the newest weeks (`now`) and in the weeks they are compared with (`before`), over `weeks` pairs. */
export interface Comparison {
  readonly now: number;
  readonly before: number;
  readonly weeks: number;
}

/** Weeks of evidence that the group's growth is worth against the series' own. */
const priorWeeks = 4;
/** Weeks of evidence that no growth at all is worth against the group's. */
const groupPriorWeeks = 3;
const groupLimits = { least: 0.5, most: 2 };

export function addComparisons(comparisons: readonly Comparison[]): Comparison {
  let [now, before, weeks] = [0, 0, 0];
  for (const part of comparisons) {
    now += part.now;
    before += part.before;
    weeks = Math.max(weeks, part.weeks);
  }
  return { now, before, weeks };
}

/** The growth of many series together, drawn to 1 where few weeks speak for it. */
export function groupGrowth({ now, before, weeks }: Comparison): number {
  if (!(before > 0) || !(now > 0)) return 1;
  const ratio = Math.min(groupLimits.most, Math.max(groupLimits.least, now / before));
  return ratio ** (weeks / (weeks + groupPriorWeeks));
}

/**
 * The growth of one series against the season before, drawn to that of its group: `weeks` of its own weigh against
 * {@link priorWeeks} of the group's (empirical Bayes; Efron & Morris, “Data Analysis Using Stein's Estimator”, JASA 70 (1975)
 * 311–319). A jump beyond `limits` is a matter for a person, not for a seasonal factor.
 */
export function shrunkGrowth(own: Comparison, group: number, limits = groupLimits): number {
  if (!(own.before > 0) || own.weeks === 0) return group;
  const ratio = own.now / own.before;
  const weight = own.weeks / (own.weeks + priorWeeks);
  // What no longer sells at all may have been given up: the less of the old season, the longer it has been silent.
  if (!(ratio > 0)) return (1 - weight) * group;
  const shrunk = ratio ** weight * group ** (1 - weight);
  return Math.min(limits.most, Math.max(limits.least, shrunk));
}
