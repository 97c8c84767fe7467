import { readFileSync } from 'node:fs';

import type { Database } from 'better-sqlite3';

import { appError } from '#app/core/errors.ts';
import type { ListPage } from '#app/core/listing.ts';
import { planImport } from '#app/exchange/plan.ts';
import type { FileFacts, ImportOptions, ImportPlan } from '#app/exchange/plan-types.ts';
import type { Problem } from '#app/exchange/problem-types.ts';
import type { KnownStore } from '#app/exchange/known-store.ts';
import type { TextEncoding, Workbook } from '#app/exchange/sheet.ts';
import type { ImportOverview, ImportRowView, ProblemGroup } from '#app/exchange/views.ts';
import type { Language } from '#app/i18n/translation.ts';
import { openConnection } from '#db/connection.ts';
import { createKysely } from '#db/kysely.ts';
import { readKnownStore } from '#db/queries/import-knowledge.ts';
import { findCommittedFile } from '#db/queries/imports.ts';
import { storeRevision } from '#db/store.ts';
import type { ReadAccess } from '#db/store.ts';

import type { Progress } from '../jobs/jobs.ts';
import { serveWorker } from '../jobs/worker-server.ts';
import { commitBatches } from './commit-batches.ts';
import type { CommitBatch, CommitHead } from './commit-types.ts';
import { listProblemGroups, listProblems, listRows } from './preview.ts';
import type { ProblemFilter, RowFilter } from './preview.ts';
import { problemWorkbook } from './problem-workbook.ts';
import { readWorkbook } from './reading/read-workbook.ts';

interface OpenRequest {
  readonly sessionId: string;
  readonly storeFile: string;
  readonly path: string;
  readonly file: Pick<FileFacts, 'name' | 'bytes' | 'sha256'>;
  readonly encoding: TextEncoding | undefined;
  readonly options: ImportOptions;
}

interface ReplanRequest {
  readonly options: ImportOptions;
  readonly encoding: TextEncoding | undefined;
}

type Report = (progress: Progress) => void;

interface State {
  readonly request: OpenRequest;
  readonly connection: Database;
  readonly db: ReadAccess;
  readonly workbook: Workbook;
  readonly encoding: TextEncoding | undefined;
  readonly known: KnownStore;
  readonly plan: ImportPlan;
  /** Of the store that the plan was made against. */
  readonly storeRevision: number;
  readonly revision: number;
}

let current: State | undefined;
let batches: Generator<CommitBatch> | undefined;

function state(): State {
  if (current === undefined) throw appError('notFound', { what: 'import', id: '' });
  return current;
}

function read(request: OpenRequest, encoding: TextEncoding | undefined, report: Report): Workbook {
  return readWorkbook(readFileSync(request.path), {
    name: request.file.name,
    ...(encoding === undefined ? {} : { encoding }),
    onProgress: (done, total) => {
      report({ phase: 'reading', done, total });
    },
  });
}

async function plan(
  base: Pick<State, 'request' | 'connection' | 'db' | 'workbook' | 'encoding'>,
  options: ImportOptions,
  revision: number,
  report: Report,
): Promise<State> {
  const atRevision = await storeRevision(base.db);
  const known = await readKnownStore(base.db, base.connection);
  const planned = planImport(base.workbook, options, known, (done, total) => {
    report({ phase: 'checking', done, total });
  });
  return { ...base, known, plan: planned, storeRevision: atRevision, revision };
}

async function overview({ request, db, workbook, plan: made, revision }: State): Promise<ImportOverview> {
  const counts = { repair: 0, warning: 0, duplicate: 0, rejection: 0 };
  for (const problem of made.problems) counts[problem.severity] += 1;
  return {
    sessionId: request.sessionId,
    file: { ...request.file, format: workbook.format, encoding: workbook.encoding ?? null },
    options: made.options,
    guesses: made.guesses,
    sheets: made.sheets,
    effect: made.effect,
    counts,
    previous: await findCommittedFile(db, request.file.sha256),
    revision,
  };
}

const methods = {
  open: async (request: OpenRequest, report: Report): Promise<ImportOverview> => {
    const workbook = read(request, request.encoding, report);
    const connection = openConnection(request.storeFile, 'read');
    const base = { request, connection, db: createKysely(connection), workbook, encoding: request.encoding };
    current = await plan(base, request.options, 1, report);
    return overview(current);
  },
  replan: async ({ options, encoding }: ReplanRequest, report: Report): Promise<ImportOverview> => {
    const before = state();
    const same = encoding === undefined || encoding === before.workbook.encoding;
    const workbook = same ? before.workbook : read(before.request, encoding, report);
    current = await plan({ ...before, workbook, encoding }, options, before.revision + 1, report);
    return overview(current);
  },
  overview: (_: Record<string, never>): Promise<ImportOverview> => overview(state()),
  problems: (filter: ProblemFilter): ListPage<Problem> => listProblems(state().plan, filter),
  problemGroups: (_: Record<string, never>): readonly ProblemGroup[] => listProblemGroups(state().plan),
  rows: (filter: RowFilter): ListPage<ImportRowView> => listRows(state().workbook, state().plan, filter),
  problemWorkbook: ({ language }: { language: Language }): Uint8Array | null =>
    problemWorkbook(state().workbook, state().plan, language),
  beginCommit: async (request: {
    importId: string;
    skipRejected: boolean;
    now: string;
  }): Promise<CommitHead> => {
    const { plan: made, known, db, request: opened, storeRevision: planned } = state();
    refuseUnready(made, request.skipRejected);
    const commit = await commitBatches({
      ...request,
      plan: made,
      known,
      db,
      file: opened.file,
      storeRevision: planned,
    });
    batches = commit.batches;
    return commit.head;
  },
  nextBatch: (_: Record<string, never>): CommitBatch | null => {
    const next = batches?.next();
    return next === undefined || next.done === true ? null : next.value;
  },
};

function refuseUnready(made: ImportPlan, skipRejected: boolean): void {
  for (const guess of made.guesses) {
    if (guess.kind === 'other' || guess.missing.length === 0) continue;
    throw appError('import.missingColumns', { sheet: guess.name, columns: guess.missing });
  }
  const rejected = made.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0);
  if (rejected > 0 && !skipRejected) throw appError('import.hasRejected', { count: rejected });
}

export type ImportMethods = typeof methods;

serveWorker(methods);
