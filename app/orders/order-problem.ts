import type { OrderProblem, OrderProblemCode } from '../core/order-problems.ts';

/** Collects what is to be said about an order as written. */
export interface ProblemList {
  readonly problems: OrderProblem[];
  /** `line` from 0; null for the head. */
  error(line: number | null, field: string, code: OrderProblemCode, said?: Said): void;
  warn(line: number | null, field: string, code: OrderProblemCode, said?: Said): void;
}

interface Said {
  readonly found?: string | number;
  readonly expected?: string | number;
}

export function problemList(): ProblemList {
  const problems: OrderProblem[] = [];
  const add =
    (severity: OrderProblem['severity']): ProblemList['error'] =>
    (line, field, code, { found = '', expected = '' } = {}) => {
      problems.push({
        line: line === null ? null : line + 1,
        field,
        code,
        severity,
        found: String(found),
        expected: String(expected),
      });
    };
  return { problems, error: add('error'), warn: add('warning') };
}

export function errorsOf(problems: readonly OrderProblem[]): OrderProblem[] {
  return problems.filter(({ severity }) => severity === 'error');
}
