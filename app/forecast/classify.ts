import type { DemandClass, DemandSeries } from './types.ts';

/** Fewer whole weeks than this are too few to tell methods apart. */
export const fewestWeeks = 8;
const deadDays = 26 * 7;
const longestInterval = 1.32;
const largestVariation = 0.49;

/**
 * The kind of demand (Syntetos, Boylan & Croston, “On the categorization of demand patterns”, JORS 56 (2005) 495–503):
 * by the mean interval between weeks with demand (ADI, 1.32) and the squared coefficient of variation of their sizes
 * (CV², .49). Before that: `none` never sold, `dead` nothing sold in the last 26 weeks, `short` fewer than 8 whole weeks.
 */
export function classifyDemand(series: DemandSeries): DemandClass {
  const lastSale = series.daily.findLastIndex((value) => value > 0);
  if (lastSale < 0) return 'none';
  if (series.daily.length - 1 - lastSale >= deadDays) return 'dead';
  if (series.weekly.length < fewestWeeks) return 'short';
  const sizes = series.weekly.filter((value) => value > 0);
  const interval = series.weekly.length / Math.max(1, sizes.length);
  const varied = squaredVariation(sizes) >= largestVariation;
  if (interval < longestInterval) return varied ? 'erratic' : 'smooth';
  return varied ? 'lumpy' : 'intermittent';
}

function squaredVariation(sizes: readonly number[]): number {
  if (sizes.length === 0) return 0;
  const mean = sizes.reduce((sum, value) => sum + value, 0) / sizes.length;
  return sizes.reduce((sum, value) => sum + (value / mean - 1) ** 2, 0) / sizes.length;
}
