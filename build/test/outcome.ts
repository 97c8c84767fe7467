/** What a check found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What to show: the failures readably, and what was skipped and why. Empty when there is nothing to say. */
  readonly report: string;
}

export const passed: Outcome = { passed: 1, failed: 0, skipped: 0, report: '' };

export function failed(report: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, report };
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, outcome) => total + outcome.passed, 0),
    failed: outcomes.reduce((total, outcome) => total + outcome.failed, 0),
    skipped: outcomes.reduce((total, outcome) => total + outcome.skipped, 0),
    report: outcomes
      .map((outcome) => outcome.report)
      .filter((report) => report !== '')
      .join('\n'),
  };
}

/** One check, by the name that selects it: `npm test -- types`. */
export interface Check {
  readonly name: string;
  /** `filters` are the words of the command line that name no check: paths of tests. */
  readonly run: (filters: readonly string[]) => Promise<Outcome>;
}
