import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import { sayByTime, sayOfMovements } from '#app/stock/count-difference.ts';
import type { MovementVerdict, SaidOfMovements } from '#app/stock/count-difference.ts';

import type { WriteAccess } from '../../store.ts';
import { getOpenStocktake } from './stocktake-head.ts';
import { getCountLine } from './stocktake-lines.ts';
import { movementsSinceFreeze } from './stocktake-moves.ts';

export interface VerdictToSay {
  readonly line: number;
  readonly version: number;
  readonly verdict: MovementVerdict;
  /** The last entry that the person saw and speaks of; what came later stays open. */
  readonly through: number;
}

/**
 * Says of the open movements of a line whether the count holds them. Fails with `stocktake.lineChanged` where it was counted
 * again since it was seen: the new count may hold others.
 */
export async function sayOfLine(trx: WriteAccess, id: string, said: VerdictToSay): Promise<void> {
  await getOpenStocktake(trx, id);
  const line = await getCountLine(trx, id, said.line);
  if (line.version !== said.version || line.state === 'posted' || line.counted === null) {
    throw appError('stocktake.lineChanged', {
      conflict: {
        line: line.line,
        product: `${line.code} ${line.name}`,
        lot: line.lot,
        yours: line.counted,
        theirs: line.counted,
        by: line.countedBy,
        at: line.countedAt ?? '',
        posted: line.state === 'posted',
      },
    });
  }
  const movements = await movementsSinceFreeze(trx, id, said.line);
  const open = movements.find(({ isOpen }) => isOpen);
  if (open === undefined) return;
  const before = await saidBefore(trx, id, said.line);
  await writeSaid(trx, id, [
    { line: said.line, ...sayOfMovements(before, movements, said.verdict, said.through) },
  ]);
}

/** Forgets what was said of the movements of a line, so that it can be said anew. */
export async function forgetSaid(trx: WriteAccess, id: string, line: number): Promise<void> {
  await getOpenStocktake(trx, id);
  await writeSaid(trx, id, [{ line, movedSeq: null, included: 0 }]);
}

/** Says of every open movement what the clock suggests ({@link sayByTime}). Gives how many lines that settles. */
export async function sayAllByTime(trx: WriteAccess, id: string): Promise<number> {
  await getOpenStocktake(trx, id);
  const movements = Map.groupBy(await movementsSinceFreeze(trx, id), ({ line }) => line);
  const lines = await trx
    .selectFrom('stocktake_line')
    .select(['line', 'counted_at', 'moved_seq', 'included'])
    .where('stocktake_id', '=', id)
    .where('counted', 'is not', null)
    .where('document_id', 'is', null)
    .where(sql<boolean>`line IN (SELECT value FROM json_each(${JSON.stringify([...movements.keys()])}))`)
    .execute();
  const said = lines.flatMap(({ line, counted_at, moved_seq, included }) => {
    const since = movements.get(line) ?? [];
    return since.some(({ isOpen }) => isOpen)
      ? [{ line, ...sayByTime({ movedSeq: moved_seq, included }, since, counted_at ?? '') }]
      : [];
  });
  await writeSaid(trx, id, said);
  return said.length;
}

async function saidBefore(trx: WriteAccess, id: string, line: number): Promise<SaidOfMovements> {
  const row = await trx
    .selectFrom('stocktake_line')
    .select(['moved_seq as movedSeq', 'included'])
    .where('stocktake_id', '=', id)
    .where('line', '=', line)
    .executeTakeFirstOrThrow();
  return row;
}

async function writeSaid(
  trx: WriteAccess,
  id: string,
  said: readonly (SaidOfMovements & { readonly line: number })[],
): Promise<void> {
  const rows = JSON.stringify(said.map(({ line, movedSeq, included }) => [line, movedSeq, included]));
  await sql`
    WITH said (line, movedSeq, included) AS MATERIALIZED (
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${rows})
    )
    UPDATE stocktake_line SET moved_seq = said.movedSeq, included = said.included, version = version + 1
    FROM said WHERE stocktake_line.stocktake_id = ${id} AND stocktake_line.line = said.line
      AND stocktake_line.document_id IS NULL`.execute(trx);
}
