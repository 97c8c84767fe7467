import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import type { SqlValue } from '../bulk.ts';
import { newId } from '../ids.ts';
import type { Write, WriteAccess } from '../store.ts';
import { allocateDocumentNumbers } from './document-numbers.ts';

export type StockDocumentKind = 'opening' | 'receipt' | 'issue';

export interface StockLineToPost {
  readonly productId: string;
  readonly warehouseId: string;
  readonly lotId: string | null;
  /** Base units; negative takes out. Never 0. */
  readonly quantity: number;
  /** Cost of the whole line with the sign of its quantity, where it is known. */
  readonly costFen: number | null;
}

export interface StockDocumentToPost {
  /** Known beforehand where other rows refer to it; made otherwise. */
  readonly id?: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly partnerId?: string | null;
  readonly importId?: string | null;
  readonly reversesId?: string | null;
  readonly note?: string;
  readonly lines: readonly StockLineToPost[];
}

export interface PostingTerms {
  /** The device's prefix in document numbers. */
  readonly device: string;
  readonly now: Date;
  /** `refuse` fails with `stock.wouldGoNegative` when a balance that was touched ends below zero. */
  readonly negative: 'refuse' | 'allow';
}

export interface PostedDocument {
  readonly id: string;
  readonly number: string;
}

const stockDocumentColumns = [
  'id',
  'kind',
  'number',
  'day',
  'partner_id',
  'reverses_id',
  'import_id',
  'note',
  'posted_at',
] as const;
const stockLedgerColumns = [
  'id',
  'document_id',
  'line',
  'day',
  'product_id',
  'warehouse_id',
  'lot_id',
  'quantity',
  'cost_fen',
] as const;

/** The rows of one numbered document: the only place that knows how a movement looks in the ledger. */
function stockDocumentRows(
  id: string,
  number: string,
  document: StockDocumentToPost,
  postedAt: string,
): { document: SqlValue[]; ledger: SqlValue[][] } {
  return {
    document: [
      id,
      document.kind,
      number,
      document.day,
      document.partnerId ?? null,
      document.reversesId ?? null,
      document.importId ?? null,
      document.note ?? '',
      postedAt,
    ],
    ledger: document.lines.map((line, index) => [
      newId(),
      id,
      index + 1,
      document.day,
      line.productId,
      line.warehouseId,
      line.lotId,
      line.quantity,
      line.costFen,
    ]),
  };
}

/**
 * Posts documents in the order given, thousands at a time: numbers are allocated a day at a time, rows go through prepared
 * statements, balances follow by trigger. Gives each document's id and number in the same order.
 */
export async function postStockDocuments(
  { trx, bulk }: Write,
  documents: readonly StockDocumentToPost[],
  terms: PostingTerms,
): Promise<PostedDocument[]> {
  const numbers = await numbersFor(trx, documents, terms.device);
  const postedAt = terms.now.toISOString();
  const posted = documents.map((document, index) => ({
    id: document.id ?? newId(),
    number: numbers[index] ?? '',
  }));
  const rows = documents.map((document, index) =>
    stockDocumentRows(posted[index]?.id ?? '', posted[index]?.number ?? '', document, postedAt),
  );
  bulk.insert(
    'stock_document',
    stockDocumentColumns,
    rows.map((row) => row.document),
  );
  bulk.insert(
    'stock_ledger',
    stockLedgerColumns,
    rows.flatMap((row) => row.ledger),
  );
  if (terms.negative === 'refuse') await refuseNegative(trx, documents);
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

/**
 * Takes a document back by posting its opposite on `day`; the ledger itself is never changed. Fails with `notFound`, and with
 * `stock.alreadyReversed` when it was taken back before or is itself such an opposite.
 */
export async function reverseStockDocument(
  write: Write,
  id: string,
  terms: PostingTerms & {
    readonly day: BusinessDay;
    readonly note?: string;
    readonly importId?: string | null;
  },
): Promise<PostedDocument> {
  const { trx } = write;
  const document = await trx.selectFrom('stock_document').selectAll().where('id', '=', id).executeTakeFirst();
  if (document === undefined) throw appError('notFound', { what: 'document', id });
  const reversal = await trx
    .selectFrom('stock_document')
    .select('number')
    .where('reverses_id', '=', id)
    .executeTakeFirst();
  if (reversal !== undefined || document.reverses_id !== null) {
    throw appError('stock.alreadyReversed', { number: document.number });
  }
  const lines = await trx
    .selectFrom('stock_ledger')
    .selectAll()
    .where('document_id', '=', id)
    .orderBy('line')
    .execute();
  return postStockDocument(
    write,
    {
      kind: document.kind as StockDocumentKind,
      day: terms.day,
      partnerId: document.partner_id,
      importId: terms.importId ?? null,
      reversesId: id,
      note: terms.note ?? '',
      lines: lines.map((line) => ({
        productId: line.product_id,
        warehouseId: line.warehouse_id,
        lotId: line.lot_id,
        quantity: -line.quantity,
        costFen: line.cost_fen === null ? null : -line.cost_fen,
      })),
    },
    terms,
  );
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

async function refuseNegative(trx: WriteAccess, documents: readonly StockDocumentToPost[]): Promise<void> {
  const taken = new Map<string, StockLineToPost>();
  for (const document of documents) {
    for (const line of document.lines) {
      if (line.quantity >= 0) continue;
      const key = `${line.productId}|${line.warehouseId}|${line.lotId ?? ''}`;
      taken.set(key, { ...line, quantity: line.quantity + (taken.get(key)?.quantity ?? 0) });
    }
  }
  for (const line of taken.values()) {
    const short = await trx
      .selectFrom('stock_balance')
      .innerJoin('product', 'product.id', 'stock_balance.product_id')
      .innerJoin('warehouse', 'warehouse.id', 'stock_balance.warehouse_id')
      .select(['on_hand', 'product.code', 'product.name', 'warehouse.name as warehouse'])
      .where('product_id', '=', line.productId)
      .where('warehouse_id', '=', line.warehouseId)
      .where('lot_key', '=', line.lotId ?? '')
      .where('on_hand', '<', 0)
      .executeTakeFirst();
    if (short === undefined) continue;
    throw appError('stock.wouldGoNegative', {
      product: `${short.code} ${short.name}`,
      warehouse: short.warehouse,
      available: short.on_hand - line.quantity,
      requested: -line.quantity,
    });
  }
}
