import type { ListPage } from '#app/core/listing.ts';
import { cellText } from '#app/exchange/cell-text.ts';
import type { ImportPlan } from '#app/exchange/plan-types.ts';
import type { Problem, ProblemCode, ProblemSeverity } from '#app/exchange/problem-types.ts';
import type { Workbook } from '#app/exchange/sheet.ts';
import type { ImportRowView, ProblemGroup } from '#app/exchange/views.ts';

export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

export interface ProblemFilter extends PageRequest {
  readonly severity?: ProblemSeverity | undefined;
  readonly code?: ProblemCode | undefined;
  readonly sheet?: string | undefined;
}

export interface RowFilter extends PageRequest {
  readonly sheet: string;
  readonly onlyProblems: boolean;
  readonly severity?: ProblemSeverity | undefined;
  readonly code?: ProblemCode | undefined;
}

export function listProblems(plan: ImportPlan, filter: ProblemFilter): ListPage<Problem> {
  return pageOf(
    plan.problems.filter((problem) => matches(problem, filter)),
    filter,
  );
}

export function listProblemGroups(plan: ImportPlan): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { code, severity, sheet, field } of plan.problems) {
    const key = `${severity} ${code} ${field ?? ''} ${sheet}`;
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { code, severity, sheet, field, count });
  }
  return [...groups.values()];
}

/** Rows of one sheet as its spreadsheet shows them, each with all that is said about it. */
export function listRows(workbook: Workbook, plan: ImportPlan, filter: RowFilter): ListPage<ImportRowView> {
  const sheet = workbook.sheets.find(({ name }) => name === filter.sheet);
  const outcomes = plan.outcomes.get(filter.sheet);
  if (sheet === undefined || outcomes === undefined) return { rows: [], total: 0 };
  const problems = new Map<number, Problem[]>();
  for (const problem of plan.problems) {
    if (problem.sheet !== filter.sheet) continue;
    const known = problems.get(problem.row);
    if (known === undefined) problems.set(problem.row, [problem]);
    else known.push(problem);
  }
  const shown = sheet.rows.filter(({ number }) => {
    if (!outcomes.has(number)) return false;
    if (!filter.onlyProblems) return true;
    return problems.get(number)?.some((problem) => matches(problem, filter)) ?? false;
  });
  const page = pageOf(shown, filter);
  return {
    total: page.total,
    rows: page.rows.map(({ number, cells }) => ({
      row: number,
      cells: cells.map((cell) => cellText(cell)),
      outcome: outcomes.get(number) ?? 'accepted',
      problems: problems.get(number) ?? [],
    })),
  };
}

function matches(problem: Problem, filter: Omit<ProblemFilter, keyof PageRequest>): boolean {
  return (
    (filter.severity === undefined || problem.severity === filter.severity) &&
    (filter.code === undefined || problem.code === filter.code) &&
    (filter.sheet === undefined || problem.sheet === filter.sheet)
  );
}

function pageOf<Row>(rows: readonly Row[], { page, pageSize }: PageRequest): ListPage<Row> {
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
}
