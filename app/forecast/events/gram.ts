import type { Design } from './design.ts';

/**
 * X′WX of the known days before each of `ends` (ascending), with weights that halve every `halfLife` days back from that end. One
 * walk over the days serves all ends: weights of one end are those of another times a constant. Each is `size × size` with
 * only the part on and below the diagonal filled, rows and columns as in `design.columns`.
 */
export function gramsAt(
  design: Design,
  values: Float64Array,
  ends: readonly number[],
  halfLife: number,
): Float64Array[] {
  const size = design.columns.length;
  const { rowStart, index, value } = design;
  const gram = new Float64Array(size * size);
  const last = ends.at(-1) ?? 0;
  const grams: Float64Array[] = [];
  let day = 0;
  for (const end of ends) {
    for (; day < end; day += 1) {
      if (!isFitted(design, values, day)) continue;
      const weight = 2 ** ((day - last) / halfLife);
      const stop = rowStart[day + 1] as number;
      for (let row = rowStart[day] as number; row < stop; row += 1) {
        const scaled = weight * (value[row] as number);
        const start = (index[row] as number) * size;
        // Columns ascend within a day, so those up to `row` are the ones on and below the diagonal.
        for (let other = rowStart[day] as number; other <= row; other += 1) {
          const cell = start + (index[other] as number);
          gram[cell] = (gram[cell] as number) + scaled * (value[other] as number);
        }
      }
    }
    const scale = 2 ** ((last - end) / halfLife);
    grams.push(gram.map((cell) => cell * scale));
  }
  return grams;
}

/** A day counts in a fit when its demand is known and the door was open. */
export function isFitted(design: Design, values: Float64Array, day: number): boolean {
  return design.closed[day] !== 1 && Number.isFinite(values[day]);
}

/** Adds one day to X′WX and X′Wz. */
export function addDay(
  design: Design,
  day: number,
  weight: number,
  target: number,
  gram: Float64Array,
  cross: Float64Array,
): void {
  const { rowStart, index, value } = design;
  const size = cross.length;
  const stop = rowStart[day + 1] as number;
  for (let row = rowStart[day] as number; row < stop; row += 1) {
    const position = index[row] as number;
    const scaled = weight * (value[row] as number);
    cross[position] = (cross[position] as number) + scaled * target;
    for (let other = rowStart[day] as number; other <= row; other += 1) {
      const cell = position * size + (index[other] as number);
      gram[cell] = (gram[cell] as number) + scaled * (value[other] as number);
    }
  }
}

/** Σ x·β of one day. */
export function rowTimes(design: Design, day: number, coefficients: Float64Array): number {
  let sum = 0;
  const stop = design.rowStart[day + 1] ?? 0;
  for (let row = design.rowStart[day] ?? 0; row < stop; row += 1) {
    sum += (design.value[row] as number) * (coefficients[design.index[row] as number] as number);
  }
  return sum;
}

/** X′Wz over the days before `end`. */
export function crossProducts(
  design: Design,
  logs: Float64Array,
  end: number,
  halfLife: number,
): Float64Array {
  const sums = new Float64Array(design.columns.length);
  for (let day = 0; day < end; day += 1) {
    const log = logs[day] as number;
    if (Number.isNaN(log)) continue;
    const weighted = log * 2 ** ((day - end) / halfLife);
    const stop = design.rowStart[day + 1] as number;
    for (let row = design.rowStart[day] as number; row < stop; row += 1) {
      const position = design.index[row] as number;
      sums[position] = (sums[position] as number) + weighted * (design.value[row] as number);
    }
  }
  return sums;
}
