import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';

import { bulkChunk, yieldToOthers } from '../../bulk.ts';
import { newId } from '../../ids.ts';
import { localDay } from '../../local-day.ts';
import type { ReadAccess, Write, WriteAccess } from '../../store.ts';
import { postStockDocument } from './posting.ts';
import type { PostedDocument, PostingTerms } from './posting-types.ts';
import { getOpenStocktake } from './stocktake-head.ts';
import type { StocktakeHead } from './stocktake-head.ts';
import { countRows, countRowTables } from './stocktake-rows.ts';

export interface CountToPost {
  readonly line: number;
  readonly productId: string;
  readonly lotId: string | null;
  readonly product: string;
  readonly lot: string | null;
  readonly counted: number;
  readonly countedAt: string;
  readonly difference: number;
}

/**
 * The lines that can be posted: counted, not to be counted again, and nothing open of movements. Fails with
 * `stocktake.nothingToPost`, which says why there are none, and with `stocktake.notCounting`.
 */
export async function linesToPost(
  trx: ReadAccess | WriteAccess,
  id: string,
  chosen: readonly number[] | undefined,
): Promise<CountToPost[]> {
  await getOpenStocktake(trx, id);
  const within =
    chosen === undefined
      ? sql`TRUE`
      : sql`r.line IN (SELECT value FROM json_each(${JSON.stringify(chosen)}))`;
  const { rows } = await sql<CountToPost>`
    WITH ${countRowTables(id)}
    SELECT r.line, r.productId, r.lotId, r.code || ' ' || r.name AS product, r.lot, r.counted, r.countedAt, r.difference
    FROM ${countRows(id)} AS r WHERE r.state = 'ready' AND ${within} ORDER BY r.line`.execute(trx);
  if (rows.length > 0) return rows;
  const { rows: counts } = await sql<{ uncounted: number; recount: number; undecided: number }>`
    WITH ${countRowTables(id)}
    SELECT ifnull(sum(state = 'uncounted'), 0) AS uncounted, ifnull(sum(state = 'recount'), 0) AS recount,
      ifnull(sum(state = 'undecided'), 0) AS undecided FROM ${countRows(id)} AS r WHERE ${within}`.execute(
    trx,
  );
  const { uncounted = 0, recount = 0, undecided = 0 } = counts[0] ?? {};
  throw appError('stocktake.nothingToPost', { uncounted, recount, undecided });
}

/**
 * Books the differences of the lines, as one document for each day on which some of them were counted, and makes an anchor of every
 * one of them, also of those without a difference: they were counted too. A count that takes three days says what lay there on the
 * third, not on the day of the freeze: what moved between is in it. Closes the stocktake with its last open line. Fails as posting does.
 */
export async function postCounts(
  write: Write,
  id: string,
  lines: readonly CountToPost[],
  terms: CountPosting,
): Promise<PostedDocument[]> {
  const head = await getOpenStocktake(write.trx, id);
  const dayOf = ({ countedAt }: CountToPost): BusinessDay => {
    const counted = localDay(new Date(countedAt));
    // A clock that was set back does not make a count older than its list.
    return counted < head.day ? head.day : counted;
  };
  const days = [...Map.groupBy(lines, dayOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const posted: PostedDocument[] = [];
  for (const [day, counted] of days) posted.push(await postCountsOfDay(write, head, { day, counted }, terms));
  await closeWhenDone(write.trx, head, terms.now);
  return posted;
}

type CountPosting = PostingTerms & { readonly actor: string };

async function postCountsOfDay(
  write: Write,
  head: StocktakeHead,
  { day, counted }: { readonly day: BusinessDay; readonly counted: readonly CountToPost[] },
  terms: CountPosting,
): Promise<PostedDocument> {
  const { trx, bulk } = write;
  const { warehouseId } = head;
  const documentId = newId();
  const posted = await postStockDocument(
    write,
    {
      id: documentId,
      kind: 'stocktake',
      day,
      warehouseId,
      note: head.number,
      actor: terms.actor,
      lines: counted
        .filter(({ difference }) => difference !== 0)
        .map(({ productId, lotId, difference }) => ({
          productId,
          warehouseId,
          lotId,
          quantity: difference,
          costFen: null,
        })),
    },
    terms,
  );
  bulk.insert('stocktake_document', ['document_id', 'stocktake_id'], [[documentId, head.id]]);
  for (let done = 0; done < counted.length; done += bulkChunk) {
    const piece = counted.slice(done, done + bulkChunk);
    bulk.insert(
      'stock_anchor',
      ['product_id', 'warehouse_id', 'lot_key', 'day', 'document_id', 'quantity'],
      piece.map((line) => [line.productId, warehouseId, line.lotId ?? '', day, documentId, line.counted]),
    );
    await settleLines(trx, head.id, documentId, piece);
    await yieldToOthers();
  }
  return posted;
}

async function settleLines(
  trx: WriteAccess,
  id: string,
  documentId: string,
  lines: readonly CountToPost[],
): Promise<void> {
  await trx
    .updateTable('stocktake_line')
    .set({ document_id: documentId, version: sql`version + 1` })
    .where('stocktake_id', '=', id)
    .where(
      sql<boolean>`line IN (SELECT value FROM json_each(${JSON.stringify(lines.map(({ line }) => line))}))`,
    )
    .execute();
}

async function closeWhenDone(trx: WriteAccess, head: StocktakeHead, now: Date): Promise<void> {
  const left = await openLines(trx, head.id);
  await setStatus(trx, head.id, left === 0 ? 'closed' : 'counting', now);
}

async function openLines(trx: WriteAccess, id: string): Promise<number> {
  const { open } = await trx
    .selectFrom('stocktake_line')
    .select((of) => of.fn.countAll<number>().as('open'))
    .where('stocktake_id', '=', id)
    .where('document_id', 'is', null)
    .executeTakeFirstOrThrow();
  return open;
}

/**
 * Ends a stocktake. Lines that are not posted are left out: the books stay as they are. Fails with `stocktake.openLines` unless
 * the person says so.
 */
export async function closeStocktake(
  trx: WriteAccess,
  id: string,
  { leaveOut, now }: { readonly leaveOut: boolean; readonly now: Date },
): Promise<void> {
  const head = await getOpenStocktake(trx, id);
  const lines = await openLines(trx, id);
  if (lines > 0 && !leaveOut) throw appError('stocktake.openLines', { number: head.number, lines });
  await setStatus(trx, id, 'closed', now);
}

/** Gives a stocktake up of which nothing was posted. Fails with `stocktake.hasPosted`. */
export async function cancelStocktake(trx: WriteAccess, id: string, now: Date): Promise<void> {
  const head = await getOpenStocktake(trx, id);
  const { posted } = await trx
    .selectFrom('stocktake_line')
    .select((of) => of.fn.count<number>('document_id').as('posted'))
    .where('stocktake_id', '=', id)
    .executeTakeFirstOrThrow();
  if (posted > 0) throw appError('stocktake.hasPosted', { number: head.number, lines: posted });
  await setStatus(trx, id, 'cancelled', now);
}

/** After a document of a count was taken back: its lines are open again, and so is the stocktake. */
export async function reopenCountedLines(trx: WriteAccess, documentId: string, now: Date): Promise<void> {
  const stocktake = await trx
    .selectFrom('stocktake_document')
    .select('stocktake_id')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  if (stocktake === undefined) return;
  await trx
    .updateTable('stocktake_line')
    .set({ document_id: null, version: sql`version + 1` })
    .where('document_id', '=', documentId)
    .execute();
  await setStatus(trx, stocktake.stocktake_id, 'counting', now);
}

async function setStatus(
  trx: WriteAccess,
  id: string,
  status: 'counting' | 'closed' | 'cancelled',
  now: Date,
): Promise<void> {
  await trx
    .updateTable('stocktake')
    .set({ status, version: sql`version + 1`, updated_at: now.toISOString() })
    .where('id', '=', id)
    .execute();
}
