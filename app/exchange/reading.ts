import type { ProblemCode } from './problem-types.ts';

/** What a cell was read as. `value` is null where the cell is empty or was refused. */
export interface Reading<Value> {
  readonly value: Value | null;
  /** What is to be said about it; null when it was fine as it stood. */
  readonly code: ProblemCode | null;
  /** For a repair what it became, else what was expected. */
  readonly expected: string;
}

export const emptyReading: Reading<never> = { value: null, code: null, expected: '' };

export function fine<Value>(value: Value): Reading<Value> {
  return { value, code: null, expected: '' };
}

/** Taken, and something is said about it (a repair or a warning). */
export function taken<Value>(value: Value, code: ProblemCode, expected: string): Reading<Value> {
  return { value, code, expected };
}

/** Not taken. */
export function refused(code: ProblemCode, expected = ''): Reading<never> {
  return { value: null, code, expected };
}
