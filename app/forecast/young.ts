/** The first weeks of a product, which another new one may resemble. */
const firstWeeks = 8;
/** Weeks of the group's experience that a product without any of its own starts with. */
const borrowedWeeks = 2;

/**
 * Expected units a week of a product that has sold for a few weeks only: its own mean, drawn towards what products of its group sold in
 * their first weeks by how little is known of it (Bühlmann's credibility: n / (n + k)). Less than a week counts as a week, or one sale
 * would become a daily one. `group` null where the group knows nothing either.
 */
export function youngLevel(daily: ArrayLike<number>, group: number | null): number {
  const { sum, days } = knownSum(daily, daily.length);
  const own = (sum / Math.max(7, days)) * 7;
  if (group === null) return own;
  const weeks = days / 7;
  return (own * weeks + group * borrowedWeeks) / (weeks + borrowedWeeks);
}

/** The middle of what products sold a week in their first eight weeks; null without any that is old enough. */
export function firstWeeksOf(histories: readonly ArrayLike<number>[]): number | null {
  const levels = histories
    .filter((daily) => daily.length >= 7 * firstWeeks)
    .map((daily) => (knownSum(daily, 7 * firstWeeks).sum / (7 * firstWeeks)) * 7)
    .toSorted((left, right) => left - right);
  return levels[levels.length >> 1] ?? null;
}

/**
 * Variance of a day's demand when orders come like a compound Poisson process: rate · E[size²] = Σ size² / days
 * (Ross, “Introduction to Probability Models”, 5.4.2). Unlike a sample variance it is there from the first sale on, and
 * unlike a plain Poisson variance it knows that a wholesaler sells by the box.
 */
export function dayVariance(daily: ArrayLike<number>): number {
  let [squares, days] = [0, 0];
  for (let day = 0; day < daily.length; day += 1) {
    const value = daily[day] ?? NaN;
    if (Number.isNaN(value)) continue;
    squares += value * value;
    days += 1;
  }
  return squares / Math.max(7, days);
}

/** The first eight weeks of a named look-alike as they stand for another product; undefined where it sold nothing in them. */
export function alikeDays(daily: ArrayLike<number>, factorPercent: number): readonly number[] | undefined {
  const days = Array.from(
    { length: Math.min(7 * firstWeeks, daily.length) },
    (_, day) => ((daily[day] ?? NaN) * factorPercent) / 100,
  );
  return knownSum(days, days.length).sum > 0 ? days : undefined;
}

/**
 * Expected units a week of a young product and the variance of a day, of its own days and those of a named look-alike, which stands
 * in for its group: see {@link youngLevel}. Of a product that has never sold, the look-alike's alone.
 */
export function alikeLevel(
  own: ArrayLike<number>,
  alike: ArrayLike<number>,
): { readonly perWeek: number; readonly variance: number } {
  const weeks = knownSum(own, own.length).days / 7;
  const variance = (dayVariance(own) * weeks + dayVariance(alike) * borrowedWeeks) / (weeks + borrowedWeeks);
  return { perWeek: youngLevel(own, youngLevel(alike, null)), variance };
}

function knownSum(daily: ArrayLike<number>, length: number): { sum: number; days: number } {
  let [sum, days] = [0, 0];
  for (let day = 0; day < Math.min(length, daily.length); day += 1) {
    const value = daily[day] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    days += 1;
  }
  return { sum, days };
}
