export type Pattern = 'smooth' | 'erratic' | 'intermittent' | 'lumpy';

const longestInterval = 1.32;
const largestVariation = 0.49;

/**
 * The kind of demand (Syntetos, Boylan & Croston, “On the categorization of demand patterns”, JORS 56 (2005) 495–503): by the
 * mean interval between steps with demand (ADI, 1.32) and the squared coefficient of variation of their sizes (CV², .49).
 */
export function patternOf(values: Float64Array): Pattern {
  let [known, count, sum, squares] = [0, 0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    known += 1;
    if (value <= 0) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  const varied = count > 0 && (squares * count) / (sum * sum) - 1 >= largestVariation;
  if (known / Math.max(1, count) < longestInterval) return varied ? 'erratic' : 'smooth';
  return varied ? 'lumpy' : 'intermittent';
}
