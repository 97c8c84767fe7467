import { normalQuantile } from '../forecast/quantiles/normal-quantile.ts';

/**
 * Whole days by which the order of a review comes later (or earlier) than its lead time: normal with standard deviation
 * `spreadDays`, drawn from `seed` and the review alone, so that every rule meets the same suppliers.
 */
export function leadShift(seed: number, review: number, spreadDays: number): number {
  if (!(spreadDays > 0)) return 0;
  return Math.round(normalQuantile(uniform(seed, review)) * spreadDays);
}

/** A number strictly between 0 and 1 (the finisher of MurmurHash3 on seed and index). */
function uniform(seed: number, index: number): number {
  let mixed = (seed ^ Math.imul(index + 1, 0x9e3779b9)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (((mixed ^ (mixed >>> 16)) >>> 0) + 0.5) / 4_294_967_296;
}
