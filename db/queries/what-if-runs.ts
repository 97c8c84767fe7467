import { appError } from '#app/core/errors.ts';
import type { WhatIfParameters, WhatIfResult } from '#app/what-if/types.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, Write } from '../store.ts';

export interface WhatIfRun {
  readonly id: string;
  readonly createdAt: string;
  readonly parameters: WhatIfParameters;
  readonly result: WhatIfResult;
}

/** Older runs make room: they can be run again at any time. */
const runsKept = 20;

/** Stores a run and forgets all but the newest {@link runsKept}; gives its id. */
export async function insertWhatIfRun(
  { trx }: Write,
  run: Pick<WhatIfRun, 'parameters' | 'result'> & { readonly actor: string },
  now: Date,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('what_if_run')
    .values({
      id,
      parameters: JSON.stringify(run.parameters),
      result: JSON.stringify(run.result),
      actor: run.actor,
      created_at: now.toISOString(),
    })
    .execute();
  const older = trx
    .selectFrom('what_if_run')
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    // SQLite takes an offset only behind a limit; −1 is none.
    .limit(-1)
    .offset(runsKept);
  await trx.deleteFrom('what_if_run').where('id', 'in', older).execute();
  return id;
}

/** The runs kept, the newest first. */
export async function listWhatIfRuns(db: ReadAccess): Promise<WhatIfRun[]> {
  const rows = await db
    .selectFrom('what_if_run')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(runOf);
}

/** Fails with `notFound`. */
export async function getWhatIfRun(db: ReadAccess, id: string): Promise<WhatIfRun> {
  const row = await db.selectFrom('what_if_run').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw appError('notFound', { what: 'whatIf', id });
  return runOf(row);
}

function runOf(row: { id: string; created_at: string; parameters: string; result: string }): WhatIfRun {
  return {
    id: row.id,
    createdAt: row.created_at,
    parameters: JSON.parse(row.parameters) as WhatIfParameters,
    result: JSON.parse(row.result) as WhatIfResult,
  };
}
