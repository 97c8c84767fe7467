/**
 * The first `end` values with unknown ones (NaN) filled, for methods that need every value: from the same step of the seasons
 * beside it, else on the line between its neighbours, else the nearest known one. Without any known value all are 0.
 */
export function fillMissing(values: Float64Array, end: number, season: number): Float64Array {
  const filled = values.slice(0, end);
  if (!filled.some(Number.isNaN)) return filled;
  const known = (index: number): number => (index >= 0 && index < end ? (values[index] ?? NaN) : NaN);
  for (let index = 0; index < end; index += 1) {
    if (!Number.isNaN(filled[index] ?? NaN)) continue;
    const around = season > 1 ? meanOf(known(index - season), known(index + season)) : NaN;
    filled[index] = Number.isNaN(around) ? between(values, end, index) : around;
  }
  return filled;
}

function meanOf(left: number, right: number): number {
  if (Number.isNaN(left)) return right;
  return Number.isNaN(right) ? left : (left + right) / 2;
}

function between(values: Float64Array, end: number, index: number): number {
  let before = index - 1;
  while (before >= 0 && Number.isNaN(values[before] ?? NaN)) before -= 1;
  let after = index + 1;
  while (after < end && Number.isNaN(values[after] ?? NaN)) after += 1;
  const [left, right] = [
    before < 0 ? NaN : (values[before] ?? NaN),
    after >= end ? NaN : (values[after] ?? NaN),
  ];
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : right;
  if (Number.isNaN(right)) return left;
  return left + ((right - left) * (index - before)) / (after - before);
}
