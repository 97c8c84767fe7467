import { basename } from 'node:path';

import { AppError, appError } from '#app/core/errors.ts';
import type { ImportOptions, SheetChoice } from '#app/exchange/plan-types.ts';
import type { Problem } from '#app/exchange/problem-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import type { Language } from '#app/i18n/translation.ts';

import { analyseImport, withDefaults } from '../../exchange/analyse-import.ts';
import { commitImport } from '../../exchange/commit-import.ts';
import type { CommitResult } from '../../exchange/commit-import.ts';
import type { ImportSession } from '../../exchange/sessions.ts';
import type { Context } from '../../server/context.ts';
import { flag, pathFromHere, positionals } from './command.ts';
import type { CommandOutcome, ParsedArguments } from './command.ts';
import { importOutcome } from './import-report.ts';
import { importOptionsOf } from './import-options.ts';

/** Another process may write between the look at a file and its commit; the look is then taken again, this often at most. */
const mostAttempts = 5;

type Choices = Readonly<Record<string, SheetChoice>>;

interface MoreAboutFile {
  readonly options?: Partial<ImportOptions>;
  /** Says more about the sheets once they were looked at. */
  readonly choose?: (overview: ImportOverview) => Choices;
}

/** Imports a file as the arguments say, and a command that knows more about it. */
export async function importFile(
  context: Context,
  parsed: ParsedArguments,
  language: Language,
  { options: more = {}, choose }: MoreAboutFile = {},
): Promise<CommandOutcome> {
  const path = pathFromHere(positionals(parsed, 'FILE')[0] ?? '');
  const session = context.imports.open(await context.files.holdPath(basename(path), path));
  let options = withDefaults(context, { ...importOptionsOf(parsed), ...more });
  const job = { signal: new AbortController().signal, report: () => undefined };
  let overview = await analyseImport(context, session, options, undefined, job);
  const replan = (next: ImportOptions): Promise<ImportOverview> =>
    session.worker.call('replan', { options: next, encoding: undefined });
  if (choose !== undefined) {
    options = { ...options, choices: choose(overview) };
    overview = await replan(options);
  }
  const dryRun = flag(parsed, 'dry-run');
  for (let attempt = 1; ; attempt += 1) {
    const report = { overview, problems: await allProblems(session), language, dryRun };
    if (dryRun) return importOutcome({ ...report, ...nothingWritten, failure: null });
    const { result, failure } = await commit(context, session, overview, flag(parsed, 'skip-rejected'));
    if (failure?.code !== 'import.storeChanged' || attempt === mostAttempts)
      return importOutcome({ ...report, ...(result ?? nothingWritten), failure });
    overview = await replan(options);
  }
}

const nothingWritten = { importId: null, documents: [], documentCount: 0 } as const;

async function allProblems(session: ImportSession): Promise<readonly Problem[]> {
  const { rows } = await session.worker.call('problems', { page: 1, pageSize: Number.MAX_SAFE_INTEGER });
  return rows;
}

/** What was written, or the named failure that kept it out: the report on the file is worth having then too. */
async function commit(
  context: Context,
  session: ImportSession,
  overview: ImportOverview,
  skipRejected: boolean,
): Promise<{ result: CommitResult | null; failure: AppError['failure'] | null }> {
  const rejected = overview.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0);
  try {
    if (rejected > 0 && !skipRejected) throw appError('import.hasRejected', { count: rejected });
    const id = context.jobs.start('import.commit', (job) =>
      commitImport(context, session, { skipRejected }, job),
    );
    const result = (await context.jobs.wait(id)) as Awaited<ReturnType<typeof commitImport>>;
    return { result, failure: null };
  } catch (error) {
    if (error instanceof AppError) return { result: null, failure: error.failure };
    throw error;
  }
}
