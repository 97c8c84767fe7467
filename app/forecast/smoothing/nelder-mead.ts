/**
 * The smallest value of `cost` found by the downhill simplex (Nelder & Mead, “A simplex method for function minimization”, The
 * Computer Journal 7 (1965) 308–313), inside the unit cube: a point outside is moved to its edge. Deterministic.
 * `cost` may answer NaN or Infinity for points that make no sense.
 */
export function minimise(
  cost: (point: Float64Array) => number,
  start: Float64Array,
  options: { readonly step: number; readonly evaluations: number; readonly tolerance: number },
): Float64Array {
  const size = start.length;
  if (size === 0) return start;
  const simplex = startSimplex(start, options.step);
  const costs = Float64Array.from(simplex, (point) => costAt(cost, point));
  const centre = new Float64Array(size);
  let left = options.evaluations - simplex.length;
  const attempt = (weight: number, worst: Float64Array): { point: Float64Array; cost: number } => {
    const point = new Float64Array(size);
    for (let axis = 0; axis < size; axis += 1) {
      const middle = centre[axis] ?? 0;
      point[axis] = clamp(middle + weight * ((worst[axis] ?? 0) - middle));
    }
    left -= 1;
    return { point, cost: costAt(cost, point) };
  };
  while (left > 0) {
    const [low, high, second] = extremes(costs);
    const [lowest, highest] = [costs[low] ?? 0, costs[high] ?? 0];
    if (highest - lowest <= options.tolerance * (Math.abs(lowest) + options.tolerance)) break;
    const worst = simplex[high] ?? start;
    middleWithout(simplex, high, centre);
    let next = attempt(-1, worst);
    if (next.cost < lowest) {
      const further = attempt(-2, worst);
      if (further.cost < next.cost) next = further;
    } else if (next.cost >= (costs[second] ?? 0)) {
      next = next.cost < highest ? attempt(-0.5, worst) : attempt(0.5, worst);
      if (next.cost >= highest) {
        shrink(simplex, costs, low, cost);
        left -= size;
        continue;
      }
    }
    simplex[high] = next.point;
    costs[high] = next.cost;
  }
  return simplex[extremes(costs)[0]] ?? start;
}

function startSimplex(start: Float64Array, step: number): Float64Array[] {
  const simplex = [start.map(clamp)];
  for (let axis = 0; axis < start.length; axis += 1) {
    const point = start.map(clamp);
    const value = point[axis] ?? 0;
    point[axis] = value + step <= 1 ? value + step : value - step;
    simplex.push(point.map(clamp));
  }
  return simplex;
}

/** Where the smallest, the largest and the second largest cost stand. */
function extremes(costs: Float64Array): [low: number, high: number, second: number] {
  let low = 0;
  let high = 0;
  for (let index = 1; index < costs.length; index += 1) {
    if ((costs[index] ?? 0) < (costs[low] ?? 0)) low = index;
    if ((costs[index] ?? 0) >= (costs[high] ?? 0)) high = index;
  }
  let second = low;
  for (let index = 0; index < costs.length; index += 1) {
    if (index !== high && (costs[index] ?? 0) >= (costs[second] ?? 0)) second = index;
  }
  return [low, high, second];
}

function middleWithout(simplex: readonly Float64Array[], without: number, centre: Float64Array): void {
  centre.fill(0);
  for (const [index, point] of simplex.entries()) {
    if (index === without) continue;
    for (let axis = 0; axis < centre.length; axis += 1)
      centre[axis] = (centre[axis] ?? 0) + (point[axis] ?? 0) / (simplex.length - 1);
  }
}

function shrink(
  simplex: Float64Array[],
  costs: Float64Array,
  low: number,
  cost: (point: Float64Array) => number,
): void {
  const best = simplex[low];
  if (best === undefined) return;
  for (const [index, point] of simplex.entries()) {
    if (index === low) continue;
    for (let axis = 0; axis < point.length; axis += 1)
      point[axis] = ((point[axis] ?? 0) + (best[axis] ?? 0)) / 2;
    costs[index] = costAt(cost, point);
  }
}

function costAt(cost: (point: Float64Array) => number, point: Float64Array): number {
  const value = cost(point);
  return Number.isNaN(value) ? Infinity : value;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
