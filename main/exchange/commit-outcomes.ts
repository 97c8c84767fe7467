import type { RowOutcome } from '#app/exchange/plan-types.ts';

import type { CommitBatch, CommitRequest } from './commit-types.ts';

interface OutcomeRun {
  readonly first: number;
  last: number;
  readonly outcome: RowOutcome;
}

/** Neighbouring rows with the same outcome, together. */
function outcomeRuns(outcomes: ReadonlyMap<number, RowOutcome>): readonly OutcomeRun[] {
  const runs: OutcomeRun[] = [];
  for (const [row, outcome] of outcomes) {
    const run = runs.at(-1);
    if (run !== undefined && run.outcome === outcome && run.last + 1 === row) run.last = row;
    else runs.push({ first: row, last: row, outcome });
  }
  return runs;
}

export function* outcomeRows({ plan, importId }: CommitRequest): Generator<CommitBatch> {
  for (const [sheet, outcomes] of plan.outcomes) {
    yield {
      kind: 'rows',
      table: 'import_row',
      columns: ['import_id', 'sheet', 'first_row', 'last_row', 'outcome'],
      rows: outcomeRuns(outcomes).map(({ first, last, outcome }) => [importId, sheet, first, last, outcome]),
    };
  }
  yield {
    kind: 'rows',
    table: 'import_problem',
    columns: [
      'import_id',
      'seq',
      'sheet',
      'row',
      'column_letter',
      'field',
      'code',
      'severity',
      'found',
      'expected',
    ],
    rows: plan.problems.map((problem, index) => [
      importId,
      index + 1,
      problem.sheet,
      problem.row,
      problem.column,
      problem.field,
      problem.code,
      problem.severity,
      problem.found,
      problem.expected,
    ]),
  };
}
