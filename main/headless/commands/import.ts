import { basename, resolve } from 'node:path';

import type { Problem } from '#app/exchange/plan-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { catalogueOf, failureMessage } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';

import { analyseImport, withDefaults } from '../../exchange/analyse-import.ts';
import { commitImport } from '../../exchange/commit-import.ts';
import type { Context } from '../../server/context.ts';
import { aligned, dayOption, flag, positionals, textOption } from './command.ts';
import type { Command, CommandOutcome, ParsedArguments } from './command.ts';

type Mode = 'history' | 'issue';

function modeOption(parsed: ParsedArguments): Mode {
  const mode = textOption(parsed, 'mode') ?? 'history';
  if (mode !== 'history' && mode !== 'issue') throw new Error(`--mode ${mode}: history | issue`);
  return mode;
}

export const importCommand: Command = {
  options: {
    mode: { type: 'string' },
    'as-of': { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-rejected': { type: 'boolean' },
    'keep-repeated': { type: 'boolean' },
  },
  check: (parsed) => {
    positionals(parsed, 'FILE');
    modeOption(parsed);
    dayOption(parsed, 'as-of');
  },
  run: async (context, parsed, language) => {
    const path = resolve(positionals(parsed, 'FILE')[0] ?? '');
    const session = context.imports.open(await context.files.holdPath(basename(path), path));
    const asOf = dayOption(parsed, 'as-of');
    const options = withDefaults(context, {
      mode: modeOption(parsed),
      keepRepeated: flag(parsed, 'keep-repeated'),
      ...(asOf === undefined ? {} : { asOf }),
    });
    const job = { signal: new AbortController().signal, report: () => undefined };
    const overview = await analyseImport(context, session, options, undefined, job);
    const { rows: problems } = await session.worker.call('problems', {
      page: 1,
      pageSize: Number.MAX_SAFE_INTEGER,
    });
    const report = { overview, problems, language };
    const rejected = overview.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0);
    if (flag(parsed, 'dry-run')) return outcome(report, { importId: null, exit: rejected > 0 ? 1 : 0 });
    if (rejected > 0 && !flag(parsed, 'skip-rejected')) return refused(report, rejected);
    const importId = await commit(context, session, flag(parsed, 'skip-rejected'));
    return outcome(report, { importId, exit: 0 });
  },
};

async function commit(
  context: Context,
  session: Parameters<typeof commitImport>[1],
  skipRejected: boolean,
): Promise<string | null> {
  const id = context.jobs.start('import.commit', (job) =>
    commitImport(context, session, { skipRejected }, job),
  );
  const { importId } = (await context.jobs.wait(id)) as Awaited<ReturnType<typeof commitImport>>;
  return importId;
}

interface Report {
  readonly overview: ImportOverview;
  readonly problems: readonly Problem[];
  readonly language: Language;
}

function refused(report: Report, count: number): CommandOutcome {
  const failure = { code: 'import.hasRejected', parameters: { count } } as const;
  const message = failureMessage(report.language, failure);
  const { json, text } = outcome(report, { importId: null, exit: 1 });
  return { exit: 1, json: { ...json, error: { ...failure, message } }, text: `${text}\n${message}` };
}

function outcome(
  { overview, problems, language }: Report,
  { importId, exit }: { importId: string | null; exit: 0 | 1 },
): CommandOutcome {
  const { file, sheets, effect, previous, options } = overview;
  const json = {
    committed: importId !== null,
    importId,
    file: file.name,
    sha256: file.sha256,
    mode: options.mode,
    asOf: options.asOf,
    sameFileAs: previous,
    sheets: sheets.map(
      ({ name, kind, rows, accepted, corrected, duplicates, rejected, warnings, ignored }) => ({
        name,
        kind,
        rows,
        accepted,
        corrected,
        duplicates,
        rejected,
        warnings,
        ignored,
      }),
    ),
    effect,
    problems: problems.map(({ sheet, row, column, code, severity, field, found, expected }) => ({
      sheet,
      row,
      column,
      code,
      severity,
      field,
      found,
      expected,
    })),
  };
  const catalogue = catalogueOf(language);
  const text = catalogue.commandLine;
  const table = aligned([
    text.importHeader,
    ...sheets.map((sheet) => [
      sheet.name,
      catalogue.sheets.kinds[sheet.kind],
      ...[sheet.rows, sheet.accepted, sheet.corrected, sheet.duplicates, sheet.rejected].map(String),
    ]),
  ]);
  const listed = problems
    .filter(({ severity }) => severity !== 'repair')
    .slice(0, 40)
    .map(
      (problem) =>
        `${problem.sheet}!${problem.column}${problem.row}  ${catalogue.sheets.problems[problem.code](problem)}`,
    );
  const closing = importId === null ? text.notCommitted : text.committed({ importId });
  return { exit, json, text: [table, ...listed, closing].join('\n') };
}
