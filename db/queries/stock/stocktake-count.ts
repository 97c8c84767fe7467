import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { CountConflict } from '#app/core/count-problems.ts';
import { appError } from '#app/core/errors.ts';

import type { WriteAccess } from '../../store.ts';
import { getOpenStocktake } from './stocktake-head.ts';

export interface CountTerms {
  readonly now: Date;
  readonly today: BusinessDay;
  readonly actor: string;
}

export interface TypedCount {
  readonly line: number;
  /** Of the line as the person saw it. */
  readonly version: number;
  /** Null takes the count back. */
  readonly counted: number | null;
  readonly note?: string | undefined;
}

/**
 * Writes what a person typed over the version that was seen. Fails with `stocktake.lineChanged`, which tells what the other one
 * counted, where the line says something else since; with `notFound`, and with `stocktake.notCounting`.
 */
export async function setCount(
  trx: WriteAccess,
  id: string,
  typed: TypedCount,
  terms: CountTerms,
): Promise<void> {
  await getOpenStocktake(trx, id);
  const current = await currentLine(trx, id, typed.line);
  const same = current.counted === typed.counted && !current.recount;
  if (current.posted || (current.version !== typed.version && !same))
    throw appError('stocktake.lineChanged', { conflict: conflictOf(current, typed.counted) });
  await writeCounts(trx, id, [{ line: typed.line, counted: typed.counted, note: typed.note }], terms);
}

/**
 * Adds to what is counted of a line, whoever counted before: two people who scan the same goods on two shelves add up. Negative
 * takes a scan back. Fails with `stocktake.belowZero` and as {@link setCount}. Gives what was counted before.
 */
export async function addToCount(
  trx: WriteAccess,
  id: string,
  { line, quantity }: { readonly line: number; readonly quantity: number },
  terms: CountTerms,
): Promise<number | null> {
  await getOpenStocktake(trx, id);
  const current = await currentLine(trx, id, line);
  if (current.posted)
    throw appError('stocktake.lineChanged', { conflict: conflictOf(current, current.counted) });
  // A line that is to be counted again begins anew.
  const before = current.recount && quantity > 0 ? null : current.counted;
  const counted = (before ?? 0) + quantity;
  if (counted < 0)
    throw appError('stocktake.belowZero', {
      product: current.product,
      counted: before ?? 0,
      change: quantity,
    });
  await writeCounts(trx, id, [{ line, counted }], terms);
  return before;
}

/** Takes a scan back; the line is uncounted again where that scan was its first and nothing came since. */
export async function takeScanBack(
  trx: WriteAccess,
  id: string,
  scan: { readonly line: number; readonly quantity: number; readonly wasFirst: boolean },
  terms: CountTerms,
): Promise<void> {
  const before = await addToCount(trx, id, { line: scan.line, quantity: -scan.quantity }, terms);
  if (scan.wasFirst && before === scan.quantity)
    await writeCounts(trx, id, [{ line: scan.line, counted: null }], terms);
}

export interface CountWritten {
  readonly line: number;
  readonly counted: number | null;
  readonly note?: string | undefined;
}

/**
 * Writes counts without looking at versions. Whatever was said of movements is forgotten: the new count may hold others. The
 * stocktake's day is the last one on which something was counted.
 */
export async function writeCounts(
  trx: WriteAccess,
  id: string,
  counts: readonly CountWritten[],
  { now, today, actor }: CountTerms,
): Promise<void> {
  const at = now.toISOString();
  const rows = JSON.stringify(counts.map(({ line, counted, note }) => [line, counted, note ?? null]));
  // Materialized, or every line of the list would be looked for among those said.
  await sql`
    WITH said (line, counted, note) AS MATERIALIZED (
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${rows})
    )
    UPDATE stocktake_line SET counted = said.counted, counted_at = CASE WHEN said.counted IS NULL THEN NULL ELSE ${at} END,
      counted_by = CASE WHEN said.counted IS NULL THEN '' ELSE ${actor} END, note = ifnull(said.note, stocktake_line.note),
      moved_seq = NULL, included = 0, recount = 0, version = version + 1
    FROM said WHERE stocktake_line.stocktake_id = ${id} AND stocktake_line.line = said.line`.execute(trx);
  await trx
    .updateTable('stocktake')
    .set({ day: sql<BusinessDay>`max(day, ${today})`, version: sql`version + 1`, updated_at: at })
    .where('id', '=', id)
    .execute();
}

/** Lines that are to be counted again, or no longer. Posted ones stay as they are. Gives how many changed. */
export async function setRecount(
  trx: WriteAccess,
  id: string,
  { lines, recount }: { readonly lines: readonly number[]; readonly recount: boolean },
  now: Date,
): Promise<number> {
  await getOpenStocktake(trx, id);
  const result = await trx
    .updateTable('stocktake_line')
    .set({ recount: recount ? 1 : 0, version: sql`version + 1` })
    .where('stocktake_id', '=', id)
    .where(sql<boolean>`line IN (SELECT value FROM json_each(${JSON.stringify(lines)}))`)
    .where('document_id', 'is', null)
    .where('counted', 'is not', null)
    .where('recount', '=', recount ? 0 : 1)
    .executeTakeFirst();
  await trx.updateTable('stocktake').set({ updated_at: now.toISOString() }).where('id', '=', id).execute();
  return Number(result.numUpdatedRows);
}

/** Everything not counted was not there: counts it as 0. Gives how many lines. */
export async function countRestAsZero(trx: WriteAccess, id: string, terms: CountTerms): Promise<number> {
  await getOpenStocktake(trx, id);
  const lines = await trx
    .selectFrom('stocktake_line')
    .select('line')
    .where('stocktake_id', '=', id)
    .where('counted', 'is', null)
    .where('document_id', 'is', null)
    .execute();
  await writeCounts(
    trx,
    id,
    lines.map(({ line }) => ({ line, counted: 0 })),
    terms,
  );
  return lines.length;
}

interface CurrentLine {
  readonly line: number;
  readonly version: number;
  readonly counted: number | null;
  readonly recount: boolean;
  readonly posted: boolean;
  readonly by: string;
  readonly at: string;
  readonly product: string;
  readonly lot: string | null;
}

async function currentLine(trx: WriteAccess, id: string, line: number): Promise<CurrentLine> {
  const row = await trx
    .selectFrom('stocktake_line as l')
    .innerJoin('product', 'product.id', 'l.product_id')
    .leftJoin('lot', 'lot.id', 'l.lot_id')
    .select(['l.version', 'l.counted', 'l.recount', 'l.document_id', 'l.counted_by', 'l.counted_at'])
    .select(['product.code', 'product.name', 'lot.code as lot'])
    .where('l.stocktake_id', '=', id)
    .where('l.line', '=', line)
    .executeTakeFirst();
  if (row === undefined) throw appError('notFound', { what: 'stocktake', id: `${id} ${line}` });
  return {
    line,
    version: row.version,
    counted: row.counted,
    recount: row.recount === 1,
    posted: row.document_id !== null,
    by: row.counted_by,
    at: row.counted_at ?? '',
    product: `${row.code} ${row.name}`,
    lot: row.lot,
  };
}

function conflictOf(current: CurrentLine, yours: number | null): CountConflict {
  const { line, product, lot, by, at, posted } = current;
  return { line, product, lot, yours, theirs: current.counted, by, at, posted };
}
