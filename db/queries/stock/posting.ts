import { bulkChunk, yieldToOthers } from '../../bulk.ts';
import type { SqlValue } from '../../bulk.ts';
import { newId } from '../../ids.ts';
import type { Write, WriteAccess } from '../../store.ts';
import { allocateDocumentNumbers } from '../document-numbers.ts';
import { compensations, crossedAnchors, refuseCrossed } from './anchors.ts';
import { refuseNegativeDays } from './negative-days.ts';
import { readPools } from './pools.ts';
import type { PostedDocument, PostingTerms, StockDocumentToPost } from './posting-types.ts';
import { valueLines } from './value-lines.ts';
import type { ValuedLine } from './value-lines.ts';

const stockDocumentColumns = [
  'id',
  'kind',
  'number',
  'day',
  'partner_id',
  'reverses_id',
  'import_id',
  'note',
  'content',
  'warehouse_id',
  'to_warehouse_id',
  'origin_id',
  'purchase_order_id',
  'customer_order_id',
  'reason',
  'actor',
  'posted_at',
] as const;
const stockLedgerColumns = [
  'document_id',
  'line',
  'kind',
  'role',
  'day',
  'product_id',
  'warehouse_id',
  'lot_id',
  'quantity',
  'cost_fen',
] as const;

/**
 * Posts documents in the order given, thousands at a time, and is the only way into the ledger: numbers are allocated a day at a
 * time, every line is valued, rows go through prepared statements, balances and pools follow by trigger. Then it looks at every
 * later day and at every later count; what {@link PostingTerms} forbids fails with `stock.wouldGoNegative` or
 * `stock.beforeCount`, and the transaction leaves nothing. Gives each document's id and number in the same order.
 */
export async function postStockDocuments(
  write: Write,
  documents: readonly StockDocumentToPost[],
  terms: PostingTerms,
): Promise<PostedDocument[]> {
  const { trx } = write;
  const crossed = (terms.anchors ?? 'refuse') === 'change' ? [] : await crossedAnchors(trx, documents);
  if ((terms.anchors ?? 'refuse') === 'refuse') await refuseCrossed(trx, crossed);
  const posted = await insertDocuments(write, documents, terms);
  let checked = documents;
  let numbered = posted;
  if (crossed.length > 0) {
    const [first] = posted;
    const opposite = compensations(crossed, first?.id ?? '', documents[0]?.actor ?? '');
    checked = [...documents, ...opposite];
    numbered = [...posted, ...(await insertDocuments(write, opposite, terms))];
  }
  if (terms.later === undefined) await refuseNegativeDays(trx, checked, numbered, terms.negative);
  else terms.later.note(checked);
  return posted;
}

/** As {@link postStockDocuments}, for one. */
export async function postStockDocument(
  write: Write,
  document: StockDocumentToPost,
  terms: PostingTerms,
): Promise<PostedDocument> {
  const [posted] = await postStockDocuments(write, [document], terms);
  if (posted === undefined) throw new Error('nothing was posted');
  return posted;
}

async function insertDocuments(
  { trx, bulk }: Write,
  documents: readonly StockDocumentToPost[],
  terms: PostingTerms,
): Promise<PostedDocument[]> {
  const numbers = await numbersFor(trx, documents, terms.device);
  const postedAt = terms.now.toISOString();
  const products = new Set(documents.flatMap(({ lines }) => lines.map(({ productId }) => productId)));
  const pools = await readPools(trx, products);
  const posted: PostedDocument[] = [];
  for (const [index, document] of documents.entries()) {
    const head = { id: document.id ?? newId(), number: numbers[index] ?? '' };
    const lines = await valueLines(document, pools);
    bulk.insert('stock_document', stockDocumentColumns, [documentRow(head, document, postedAt)]);
    for (let done = 0; done < lines.length; done += bulkChunk) {
      const piece = lines.slice(done, done + bulkChunk);
      bulk.insert(
        'stock_ledger',
        stockLedgerColumns,
        piece.map((line, place) => ledgerRow(head.id, document, line, done + place)),
      );
      if (lines.length > bulkChunk) await yieldToOthers();
    }
    posted.push(head);
  }
  return posted;
}

function documentRow(head: PostedDocument, document: StockDocumentToPost, postedAt: string): SqlValue[] {
  return [
    head.id,
    document.kind,
    head.number,
    document.day,
    document.partnerId ?? null,
    document.reversesId ?? null,
    document.importId ?? null,
    document.note ?? '',
    document.content ?? null,
    document.warehouseId ?? null,
    document.toWarehouseId ?? null,
    document.originId ?? null,
    document.purchaseOrderId ?? null,
    document.customerOrderId ?? null,
    document.reason ?? '',
    document.actor ?? '',
    postedAt,
  ];
}

function ledgerRow(
  documentId: string,
  { kind, day }: StockDocumentToPost,
  line: ValuedLine,
  place: number,
): SqlValue[] {
  return [
    documentId,
    place + 1,
    kind,
    line.role ?? 'main',
    day,
    line.productId,
    line.warehouseId,
    line.lotId,
    line.quantity,
    line.costFen,
  ];
}

/** Numbers in the order of the documents, allocated together for each kind and day. */
async function numbersFor(
  trx: WriteAccess,
  documents: readonly StockDocumentToPost[],
  device: string,
): Promise<string[]> {
  const groups = new Map<string, number[]>();
  documents.forEach((document, index) => {
    const key = `${document.kind} ${document.day}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  const numbers: string[] = [];
  for (const indexes of groups.values()) {
    const first = documents[indexes[0] ?? 0];
    if (first === undefined) continue;
    const block = await allocateDocumentNumbers(trx, first.kind, device, first.day, indexes.length);
    indexes.forEach((index, place) => {
      numbers[index] = block[place] ?? '';
    });
  }
  return numbers;
}
