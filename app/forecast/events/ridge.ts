/** A ridge regression solved: coefficients, and how uncertain each is in units of the noise's variance. */
export interface RidgeSolution {
  readonly coefficients: Float64Array;
  /** Diagonal of (X′WX + Λ)⁻¹; empty unless asked for. */
  readonly spread: Float64Array;
}

/**
 * Minimises Σ w (z − xβ)² + Σ penalty (β − mean)², that is ridge regression towards `mean` (Hoerl & Kennard, “Ridge Regression”,
 * 1970), by Cholesky's decomposition. Regressors that never occurred in the fit stay at their mean exactly and cost nothing.
 * `gram` is filled on and below the diagonal.
 */
export function solveRidge(
  gram: Float64Array,
  cross: Float64Array,
  penalty: Float64Array,
  mean: Float64Array,
  wantSpread: boolean,
): RidgeSolution {
  const size = cross.length;
  const active: number[] = [];
  for (let column = 0; column < size; column += 1) {
    if ((gram[column * size + column] as number) > 1e-12) active.push(column);
  }
  const count = active.length;
  const lower = new Float64Array(count * count);
  const right = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    const from = active[row] as number;
    for (let column = 0; column <= row; column += 1) {
      lower[row * count + column] = gram[from * size + (active[column] as number)] as number;
    }
    lower[row * count + row] = (lower[row * count + row] as number) + (penalty[from] as number);
    right[row] = (cross[from] as number) + (penalty[from] as number) * (mean[from] as number);
  }
  factorise(lower, count);
  substitute(lower, count, right);
  const coefficients = Float64Array.from(mean);
  for (let row = 0; row < count; row += 1) coefficients[active[row] as number] = right[row] as number;
  if (!wantSpread) return { coefficients, spread: new Float64Array(0) };
  const spread = penalty.map((weight) => 1 / Math.max(1e-12, weight));
  const diagonal = inverseDiagonal(lower, count);
  for (let row = 0; row < count; row += 1) spread[active[row] as number] = diagonal[row] as number;
  return { coefficients, spread };
}

/** A = L·L′ in place, `lower` filled on and below the diagonal. The penalty keeps A positive definite; rounding gets a floor. */
function factorise(lower: Float64Array, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const rowStart = row * count;
    for (let column = 0; column <= row; column += 1) {
      const columnStart = column * count;
      let sum = lower[rowStart + column] as number;
      for (let inner = 0; inner < column; inner += 1) {
        sum -= (lower[rowStart + inner] as number) * (lower[columnStart + inner] as number);
      }
      lower[rowStart + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[columnStart + column] as number);
    }
  }
}

function substitute(lower: Float64Array, count: number, right: Float64Array): void {
  for (let row = 0; row < count; row += 1) {
    let sum = right[row] as number;
    for (let inner = 0; inner < row; inner += 1) {
      sum -= (lower[row * count + inner] as number) * (right[inner] as number);
    }
    right[row] = sum / (lower[row * count + row] as number);
  }
  for (let row = count - 1; row >= 0; row -= 1) {
    let sum = right[row] as number;
    for (let inner = row + 1; inner < count; inner += 1) {
      sum -= (lower[inner * count + row] as number) * (right[inner] as number);
    }
    right[row] = sum / (lower[row * count + row] as number);
  }
}

/** Diagonal of (L·L′)⁻¹: the squared column lengths of L⁻¹. */
function inverseDiagonal(lower: Float64Array, count: number): Float64Array {
  const diagonal = new Float64Array(count);
  const column = new Float64Array(count);
  for (let start = 0; start < count; start += 1) {
    let squares = 0;
    for (let row = start; row < count; row += 1) {
      let sum = row === start ? 1 : 0;
      for (let inner = start; inner < row; inner += 1) {
        sum -= (lower[row * count + inner] as number) * (column[inner] as number);
      }
      column[row] = sum / (lower[row * count + row] as number);
      squares += (column[row] as number) ** 2;
    }
    diagonal[start] = squares;
  }
  return diagonal;
}
