import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';

import type { Write, WriteAccess } from '../../store.ts';
import type { PostedDocument, PostingTerms, StockDocumentToPost } from './posting-types.ts';
import { postStockDocuments } from './posting.ts';
import { reopenCountedLines } from './stocktake-posting.ts';

export interface ReversalTerms extends PostingTerms {
  readonly day: BusinessDay;
  readonly note?: string;
  readonly importId?: string | null;
  readonly actor?: string;
}

/**
 * Takes a document back by posting its opposite on `day`, at the cost that was booked; the ledger itself is never changed. What
 * had been booked to keep a later count true (see AnchorPolicy) is taken back with it, and a count that is taken back is a count
 * no longer: its anchors go, and its lines are open again. Fails with `notFound`; with `stock.alreadyReversed` when it was taken back before or is itself such an opposite;
 * with `stock.reversalTooEarly` before its own day; with `stock.hasFollowers` while an arrival answers the dispatch.
 */
export async function reverseStockDocument(
  write: Write,
  id: string,
  terms: ReversalTerms,
): Promise<PostedDocument> {
  const { trx } = write;
  const document = await trx.selectFrom('stock_document').selectAll().where('id', '=', id).executeTakeFirst();
  if (document === undefined) throw appError('notFound', { what: 'document', id });
  const reversal = await trx
    .selectFrom('stock_document')
    .select('number')
    .where('reverses_id', '=', id)
    .executeTakeFirst();
  if (reversal !== undefined || document.reverses_id !== null)
    throw appError('stock.alreadyReversed', { number: document.number });
  if (terms.day < document.day)
    throw appError('stock.reversalTooEarly', { number: document.number, day: document.day });
  const followers = await openFollowers(trx, id);
  const compensating = followers.filter(({ kind }) => kind === 'adjustment');
  const answering = followers.filter(({ kind }) => kind !== 'adjustment');
  if (answering.length > 0)
    throw appError('stock.hasFollowers', {
      number: document.number,
      followers: answering.map(({ number }) => number),
    });
  if (document.kind === 'stocktake') {
    await trx.deleteFrom('stock_anchor').where('document_id', '=', id).execute();
    await reopenCountedLines(trx, id, terms.now);
  }
  const opposites: StockDocumentToPost[] = [];
  for (const original of [document, ...compensating]) {
    opposites.push({
      kind: original.kind as StockDocumentKind,
      day: terms.day < original.day ? original.day : terms.day,
      partnerId: original.partner_id,
      importId: terms.importId ?? null,
      reversesId: original.id,
      note: terms.note ?? '',
      warehouseId: original.warehouse_id,
      toWarehouseId: original.to_warehouse_id,
      purchaseOrderId: original.purchase_order_id,
      customerOrderId: original.customer_order_id,
      reason: original.reason,
      actor: terms.actor ?? '',
      beforeCount: original.id !== id && terms.day < original.day,
      lines: await oppositeLines(trx, original.id),
    });
  }
  const [posted] = await postStockDocuments(write, opposites, terms);
  if (posted === undefined) throw new Error('nothing was posted');
  return posted;
}

/** Documents that answer this one and were not taken back. */
async function openFollowers(trx: WriteAccess, id: string) {
  return trx
    .selectFrom('stock_document as follower')
    .selectAll()
    .where('origin_id', '=', id)
    .where('reverses_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stock_document as reversal')
            .select('reversal.id')
            .whereRef('reversal.reverses_id', '=', 'follower.id'),
        ),
      ),
    )
    .execute();
}

async function oppositeLines(trx: WriteAccess, documentId: string): Promise<StockDocumentToPost['lines']> {
  const lines = await trx
    .selectFrom('stock_ledger')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('line')
    .execute();
  return lines.map((line) => ({
    productId: line.product_id,
    warehouseId: line.warehouse_id,
    lotId: line.lot_id,
    quantity: -line.quantity,
    costFen: -line.cost_fen,
    role: line.role,
  }));
}
