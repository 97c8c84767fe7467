/** Coefficients, highest power first, of Wichura's three rational approximations: [numerator, denominator]. */
const middle = [
  [59.10937472, 159.29113202, 50.434271938, 3.3871327179],
  [67.1875636, 78.757757664, 17.895169469, 1],
] as const;
const shoulder = [
  [0.17023821103, 1.3067284816, 2.75681539, 1.4234372777],
  [0.12021132975, 0.7370016425, 1],
] as const;
const tail = [
  [0.017337203997, 0.42868294337, 3.081226386, 6.657905115],
  [0.012258202635, 0.24197894225, 1],
] as const;

/**
 * The standard normal quantile: the z with P(Z ≤ z) = `probability`, to about seven digits (Wichura, algorithm AS 241,
 * PPND7, Applied Statistics 37 (1988) 477–484). Throws a RangeError outside 0 < probability < 1.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`not a probability: ${probability}`);
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(middle, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const value = r <= 5 ? ratio(shoulder, r - 1.6) : ratio(tail, r - 5);
  return q < 0 ? -value : value;
}

function ratio(parts: readonly [readonly number[], readonly number[]], x: number): number {
  return polynomial(parts[0], x) / polynomial(parts[1], x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
}
