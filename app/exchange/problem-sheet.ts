import type { sheets as source } from '../i18n/zh-CN/sheets.ts';
import type { Translation } from '../i18n/translation.ts';
import { isOwnColumn } from './header-text.ts';
import type { ImportPlan, RowOutcome, SheetGuess } from './plan-types.ts';
import type { Problem, ProblemSeverity } from './problem-types.ts';
import type { Cell, Sheet, Workbook } from './sheet.ts';

type SheetTexts = Pick<Translation<typeof source>, 'problems' | 'ownColumns'>;

/** Rows that were left out, with the reason and the number of the row they stood in. */
export interface ProblemSheet {
  readonly name: string;
  readonly headers: readonly string[];
  /** Cells as they stood in the file, then the reason, then the row number. As long as `headers`. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface ProblemSheetOptions {
  /** Repeated and known rows too, not only rejected ones. */
  readonly duplicates?: boolean | undefined;
}

function problemsByRow(
  problems: readonly Problem[],
  sheet: string,
  severities: ReadonlySet<ProblemSeverity>,
): ReadonlyMap<number, Problem[]> {
  const byRow = new Map<number, Problem[]>();
  for (const problem of problems) {
    if (problem.sheet !== sheet || !severities.has(problem.severity)) continue;
    const row = byRow.get(problem.row);
    if (row === undefined) byRow.set(problem.row, [problem]);
    else row.push(problem);
  }
  return byRow;
}

/** `H19056 数量…`: the cell first, so that the person finds it. */
function reasonText(
  problems: readonly Problem[] | undefined,
  texts: SheetTexts,
  headers: ReadonlyMap<string, string>,
): string {
  return (problems ?? [])
    .map((problem) => {
      const header = headers.get(problem.column) ?? '';
      const message = texts.problems[problem.code](problem);
      return header === '' ? message : `[${header}] ${message}`;
    })
    .join('\n');
}

/** Title lines that held values for all rows become columns of their own, or the rows would lack them when they return. */
function statedColumns(guess: SheetGuess, sheet: Sheet): { header: string; value: Cell }[] {
  return (guess.facts ?? []).map(({ row, column, value }) => ({
    header: labelBefore(sheet, row, column),
    value,
  }));
}

/** The label of a title value: in the same cell before the colon, or in the cells before it. */
function labelBefore(sheet: Sheet, row: number, column: string): string {
  const cells = sheet.rows.find(({ number }) => number === row)?.cells ?? [];
  const index = [...column].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 65) - 64, 0) - 1;
  for (let at = index; at >= 0; at -= 1) {
    const cell = cells[at];
    if (typeof cell !== 'string' || (at === index && !/[:：]/u.test(cell))) continue;
    return (/^\s*([^:：]+)/u.exec(cell)?.[1] ?? '').trim();
  }
  return '';
}

function problemSheet(
  sheet: Sheet,
  guess: SheetGuess,
  plan: ImportPlan,
  texts: SheetTexts,
  duplicates: boolean,
): ProblemSheet | null {
  const wanted = new Set<RowOutcome>(duplicates ? ['rejected', 'duplicate'] : ['rejected']);
  const outcomes = plan.outcomes.get(sheet.name);
  const rows = sheet.rows.filter(({ number }) => {
    const outcome = outcomes?.get(number);
    return outcome !== undefined && wanted.has(outcome);
  });
  if (rows.length === 0) return null;
  // The reason of an earlier problem workbook gives way to the new one.
  const columns = guess.columns.filter(({ header }) => !isOwnColumn(header));
  const stated = statedColumns(guess, sheet);
  const headers = new Map(columns.map(({ letter, header }) => [letter, header]));
  const severities = new Set<ProblemSeverity>(duplicates ? ['rejection', 'duplicate'] : ['rejection']);
  const problems = problemsByRow(plan.problems, sheet.name, severities);
  return {
    name: sheet.name,
    headers: [
      ...columns.map(({ header }) => header),
      ...stated.map(({ header }) => header),
      texts.ownColumns.reason,
      texts.ownColumns.originalRow,
    ],
    rows: rows.map(({ number, cells }) => [
      ...columns.map(({ index }) => cells[index] ?? null),
      ...stated.map(({ value }) => value),
      reasonText(problems.get(number), texts, headers),
      number,
    ]),
  };
}

/**
 * The rows of a file that were left out, sheet by sheet, as a person can mend and import them again: the original columns and
 * cells, then why, then where. The two added columns are passed over when the file comes back. Empty when nothing was left out.
 */
export function problemSheets(
  workbook: Workbook,
  plan: ImportPlan,
  texts: SheetTexts,
  options: ProblemSheetOptions = {},
): ProblemSheet[] {
  return workbook.sheets.flatMap((sheet, index) => {
    const guess = plan.guesses[index];
    if (guess === undefined || guess.kind === 'other') return [];
    const problems = problemSheet(sheet, guess, plan, texts, options.duplicates ?? false);
    return problems === null ? [] : [problems];
  });
}
