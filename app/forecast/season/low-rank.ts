const mostTurns = 40;

/**
 * The part of some rows of equal length that a few common shapes explain: the truncated singular value decomposition
 * (Eckart & Young, “The approximation of one matrix by another of lower rank”, Psychometrika 1 (1936) 211–218), one shape after
 * the other by power iteration. What stores or products of one kind have in common stays, the noise of each is dropped.
 * All values finite.
 */
export function lowRank(rows: readonly Float64Array[], rank: number): Float64Array[] {
  const left = rows.map((row) => row.slice());
  const common = rows.map((row) => new Float64Array(row.length));
  for (let shape = 0; shape < Math.min(rank, rows.length); shape += 1) {
    const direction = leadingShape(left, shape);
    if (direction === undefined) break;
    for (const [index, row] of left.entries()) {
      const share = dot(row, direction);
      const target = common[index];
      for (let week = 0; week < row.length; week += 1) {
        const part = share * (direction[week] ?? 0);
        row[week] = (row[week] ?? 0) - part;
        if (target !== undefined) target[week] = (target[week] ?? 0) + part;
      }
    }
  }
  return common;
}

/** Undefined where nothing is left to explain. */
function leadingShape(rows: readonly Float64Array[], shape: number): Float64Array | undefined {
  const width = rows[0]?.length ?? 0;
  // Any start that is not at right angles to the answer will do; the same one gives the same forecast every time.
  let direction = Float64Array.from(
    { length: width },
    (_, week) => Math.sin(1 + 1.37 * (shape + 1) * week) + 0.1,
  );
  if (!normalise(direction)) return undefined;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const next = new Float64Array(width);
    for (const row of rows) {
      const share = dot(row, direction);
      for (let week = 0; week < width; week += 1) next[week] = (next[week] ?? 0) + share * (row[week] ?? 0);
    }
    if (!normalise(next)) return undefined;
    const turned = 1 - Math.abs(dot(next, direction));
    direction = next;
    if (turned < 1e-10) break;
  }
  return direction;
}

function normalise(vector: Float64Array): boolean {
  const length = Math.sqrt(dot(vector, vector));
  if (!(length > 0) || !Number.isFinite(length)) return false;
  for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] ?? 0) / length;
  return true;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
