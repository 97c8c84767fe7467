import { basename } from 'node:path';

import { AppError, appError } from '#app/core/errors.ts';
import type { Problem } from '#app/exchange/problem-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';

import { analyseImport, withDefaults } from '../../exchange/analyse-import.ts';
import { commitImport } from '../../exchange/commit-import.ts';
import type { ImportSession } from '../../exchange/sessions.ts';
import type { Context } from '../../server/context.ts';
import { dayOption, flag, pathFromHere, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';
import { importOutcome } from './import-report.ts';

type Mode = 'history' | 'issue';

/** Another process may write between the look at a file and its commit; the look is then taken again, this often at most. */
const mostAttempts = 5;

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
    const path = pathFromHere(positionals(parsed, 'FILE')[0] ?? '');
    const session = context.imports.open(await context.files.holdPath(basename(path), path));
    const asOf = dayOption(parsed, 'as-of');
    const options = withDefaults(context, {
      mode: modeOption(parsed),
      keepRepeated: flag(parsed, 'keep-repeated'),
      ...(asOf === undefined ? {} : { asOf }),
    });
    const job = { signal: new AbortController().signal, report: () => undefined };
    let overview = await analyseImport(context, session, options, undefined, job);
    const dryRun = flag(parsed, 'dry-run');
    for (let attempt = 1; ; attempt += 1) {
      const problems = await allProblems(session);
      const report = { overview, problems, language, dryRun };
      if (dryRun) return importOutcome({ ...report, importId: null, failure: null });
      const { importId, failure } = await commit(context, session, overview, flag(parsed, 'skip-rejected'));
      if (failure?.code !== 'import.storeChanged' || attempt === mostAttempts)
        return importOutcome({ ...report, importId, failure });
      overview = await session.worker.call('replan', { options, encoding: undefined });
    }
  },
};

async function allProblems(session: ImportSession): Promise<readonly Problem[]> {
  const { rows } = await session.worker.call('problems', { page: 1, pageSize: Number.MAX_SAFE_INTEGER });
  return rows;
}

/** The import's id, or the named failure that kept it out: the report on the file is worth having then too. */
async function commit(
  context: Context,
  session: ImportSession,
  overview: ImportOverview,
  skipRejected: boolean,
): Promise<{ importId: string | null; failure: AppError['failure'] | null }> {
  const rejected = overview.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0);
  try {
    if (rejected > 0 && !skipRejected) throw appError('import.hasRejected', { count: rejected });
    const id = context.jobs.start('import.commit', (job) =>
      commitImport(context, session, { skipRejected }, job),
    );
    const { importId } = (await context.jobs.wait(id)) as Awaited<ReturnType<typeof commitImport>>;
    return { importId, failure: null };
  } catch (error) {
    if (error instanceof AppError) return { importId: null, failure: error.failure };
    throw error;
  }
}
