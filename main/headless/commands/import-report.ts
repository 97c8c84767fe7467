import type { AppError } from '#app/core/errors.ts';
import type { Problem } from '#app/exchange/problem-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { catalogueOf, failureMessage } from '#app/i18n/catalogue.ts';
import { problemGroupTitle } from '#app/i18n/problem-group-title.ts';
import type { Language } from '#app/i18n/translation.ts';

import type { ImportedDocument } from '../../exchange/apply-batch.ts';
import { aligned } from './command.ts';
import type { CommandOutcome } from './command.ts';

/** What one import found, and what became of it. */
export interface ImportReport {
  readonly overview: ImportOverview;
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** Null where nothing was written. */
  readonly importId: string | null;
  readonly documents: readonly ImportedDocument[];
  readonly documentCount: number;
  /** Why nothing was written, where something was to be. */
  readonly failure: AppError['failure'] | null;
  readonly dryRun: boolean;
}

/** Problems of one group that the terminal shows; `--json` has them all. */
const shownOfGroup = 3;

/** The report with its exit code: 1 where rows are rejected and stayed out without the person's word, or the commit failed. */
export function importOutcome(report: ImportReport): CommandOutcome {
  const rejected = report.overview.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0);
  const bad = report.failure !== null || (report.dryRun && rejected > 0);
  return { exit: bad ? 1 : 0, json: toJson(report), text: toText(report) };
}

function errorOf({ failure, language }: ImportReport): { error?: unknown } {
  return failure === null ? {} : { error: { ...failure, message: failureMessage(language, failure) } };
}

function toJson(report: ImportReport): Readonly<Record<string, unknown>> {
  const { file, effect, previous, options } = report.overview;
  return {
    committed: report.importId !== null,
    importId: report.importId,
    dryRun: report.dryRun,
    file: file.name,
    format: file.format,
    encoding: file.encoding,
    sha256: file.sha256,
    mode: options.mode,
    asOf: options.asOf,
    sameFileAs: previous,
    allowNegative: options.allowNegative,
    anchors: options.anchors,
    sheets: sheetsToJson(report.overview),
    effect,
    documents: report.documents,
    documentCount: report.documentCount,
    problems: report.problems.map(({ sheet, row, column, code, severity, field, found, expected }) => ({
      sheet,
      row,
      column,
      code,
      severity,
      field,
      found,
      expected,
    })),
    ...errorOf(report),
  };
}

/** The counts of each sheet and how it was understood. */
function sheetsToJson({ sheets, guesses }: ImportOverview): unknown[] {
  return sheets.map(
    ({ name, kind, rows, accepted, corrected, duplicates, rejected, warnings, ignored }, index) => {
      const guess = guesses[index];
      const columns = guess?.columns ?? [];
      return {
        name,
        kind,
        rows,
        accepted,
        corrected,
        duplicates,
        rejected,
        warnings,
        ignored,
        confidence: guess?.confidence ?? 0,
        headerRow: guess?.headerRow ?? 0,
        columns: columns.map(({ letter, header, field }) => ({ letter, header, field })),
        missing: guess?.missing ?? [],
        skipped: guess?.skipped ?? [],
      };
    },
  );
}

function toText(report: ImportReport): string {
  const { overview, language } = report;
  const { commandLine: text, sheets } = catalogueOf(language);
  const table = aligned([
    text.importHeader,
    ...overview.sheets.map((sheet) => [
      sheet.name,
      sheets.kinds[sheet.kind],
      ...[sheet.rows, sheet.accepted, sheet.corrected, sheet.duplicates, sheet.rejected, sheet.ignored].map(
        String,
      ),
    ]),
  ]);
  return [table, ...problemLines(report), ...closingLines(report)].join('\n');
}

/** By kind of problem, the gravest first: 10,000 lines of the same would hide the one that matters. */
function problemLines({ problems, language }: ImportReport): string[] {
  const { commandLine: text, sheets } = catalogueOf(language);
  const groups = Map.groupBy(problems, ({ sheet, code, severity }) => `${severity} ${code} ${sheet}`);
  const gravity = ['rejection', 'warning', 'duplicate', 'repair'];
  const ordered = [...groups.values()].toSorted(
    (left, right) => gravity.indexOf(left[0]?.severity ?? '') - gravity.indexOf(right[0]?.severity ?? ''),
  );
  return ordered.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const title = `${first.sheet} · ${sheets.severities[first.severity]} · ${problemGroupTitle(catalogueOf(language), first.code)} × ${group.length}`;
    const lines = group
      .slice(0, shownOfGroup)
      .map((problem) => `  ${problem.column}${problem.row}  ${sheets.problems[problem.code](problem)}`);
    const more = group.length - lines.length;
    return [title, ...lines, ...(more > 0 ? [`  ${text.moreProblems({ count: more })}`] : [])];
  });
}

function closingLines(report: ImportReport): string[] {
  const { overview, importId, failure, language, dryRun, documents, documentCount: count } = report;
  const text = catalogueOf(language).commandLine;
  const more = count > documents.length ? ' …' : '';
  const numbers = `${documents.map(({ number }) => number).join(' ')}${more}`;
  if (importId !== null)
    return [...(count === 0 ? [] : [text.posted({ count, numbers })]), text.committed({ importId })];
  if (failure !== null) return [failureMessage(language, failure)];
  const { previous, file } = overview;
  const same =
    previous === null
      ? []
      : [failureMessage(language, { code: 'import.sameFile', parameters: { name: file.name, ...previous } })];
  return [...same, dryRun ? text.notCommitted : text.nothingNew];
}
