/** Sums over promised weeks that have passed, in units; what every figure of accuracy is worked out from. */
export interface AccuracySums {
  /** Weeks of products that were compared. */
  readonly compared: number;
  /** Of them, within the band. */
  readonly inside: number;
  readonly sold: number;
  /** Σ(promised − sold). */
  readonly error: number;
  /** Σ|promised − sold|. */
  readonly absolute: number;
  /** The same had one promised what the last week sold. */
  readonly naive: number;
  /** The same had one promised the mean of the last eight weeks. */
  readonly average: number;
}

export const noSums: AccuracySums = {
  compared: 0,
  inside: 0,
  sold: 0,
  error: 0,
  absolute: 0,
  naive: 0,
  average: 0,
};

export interface PromisedWeek {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly naive: number;
  readonly average: number;
}

/** One promised week beside what was sold in it. Pieces are whole: a band is wide enough where it reaches the next whole one. */
export function compare(promised: PromisedWeek, sold: number): AccuracySums {
  return {
    compared: 1,
    inside: Math.floor(promised.low) <= sold && sold <= Math.ceil(promised.high) ? 1 : 0,
    sold,
    error: promised.expected - sold,
    absolute: Math.abs(promised.expected - sold),
    naive: Math.abs(promised.naive - sold),
    average: Math.abs(promised.average - sold),
  };
}

export function addSums(a: AccuracySums, b: AccuracySums): AccuracySums {
  return {
    compared: a.compared + b.compared,
    inside: a.inside + b.inside,
    sold: a.sold + b.sold,
    error: a.error + b.error,
    absolute: a.absolute + b.absolute,
    naive: a.naive + b.naive,
    average: a.average + b.average,
  };
}

export interface AccuracyFigures {
  /** 1 − Σ|error| / Σ sold: below zero where the error is larger than what was sold. */
  readonly accuracy: number;
  /** Σ error / Σ sold: above zero where too much was promised. */
  readonly bias: number;
  /** Share of weeks within the band of 10 to 90 %: .8 where the band says the truth. */
  readonly coverage: number;
  /** Accuracy above that of the last week's sales, and of the mean of eight weeks: .05 is five points. */
  readonly overNaive: number;
  readonly overAverage: number;
}

/** Null where nothing was sold, of which no share can be taken. */
export function accuracyFigures(sums: AccuracySums): AccuracyFigures | null {
  if (sums.sold <= 0 || sums.compared === 0) return null;
  return {
    accuracy: 1 - sums.absolute / sums.sold,
    bias: sums.error / sums.sold,
    coverage: sums.inside / sums.compared,
    overNaive: (sums.naive - sums.absolute) / sums.sold,
    overAverage: (sums.average - sums.absolute) / sums.sold,
  };
}
