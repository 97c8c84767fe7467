import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { EntryRole, StockDocumentKind } from '#app/stock/stock-words.ts';
import { yieldToOthers } from '#db/bulk.ts';
import { withdrawAnswers } from '#db/queries/stock/order-answers.ts';
import { postStockDocuments } from '#db/queries/stock/posting.ts';
import type { StockDocumentToPost } from '#db/queries/stock/posting-types.ts';
import type { Write, WriteAccess } from '#db/store.ts';

import type { SheetTerms } from '../stock/post-sheet.ts';

interface Posted {
  readonly id: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly partnerId: string | null;
  readonly warehouseId: string | null;
  readonly toWarehouseId: string | null;
  readonly purchaseOrderId: string | null;
  readonly customerOrderId: string | null;
  readonly reason: string;
}

export interface ReversedDocuments {
  readonly reversed: number;
  /** Numbers of those that stay, because later documents that are no part of the import answer them. */
  readonly answered: readonly string[];
}

/** Documents taken back together. */
const atATime = 125;

/**
 * Takes back all documents of an import, those that answer others first, each on its own day, so that the balance of every past
 * day is as it was; and with them what was booked to keep counts true. Orders that they answered are open again. The sales that
 * came with them are the import's own and are removed with it.
 */
export async function reverseImported(
  write: Write,
  importId: string,
  terms: SheetTerms,
): Promise<ReversedDocuments> {
  const { trx } = write;
  await trx
    .deleteFrom('stock_anchor')
    .where(
      'document_id',
      'in',
      trx.selectFrom('stock_document').select('id').where('import_id', '=', importId),
    )
    .execute();
  await sql`DELETE FROM imported_line WHERE document_id IN (SELECT id FROM stock_document WHERE import_id = ${importId})`.execute(
    trx,
  );
  const answered = await answeredFromOutside(trx, importId);
  const documents = (await standing(trx, importId)).filter(({ id }) => !answered.has(id));
  for (let start = 0; start < documents.length; start += atATime) {
    const some = documents.slice(start, start + atATime);
    const opposites: StockDocumentToPost[] = [];
    const lines = await oppositeLines(trx, some);
    for (const { id, number: _, ...head } of some)
      opposites.push({ ...head, reversesId: id, actor: terms.actor, lines: lines.get(id) ?? [] });
    const posted = await postStockDocuments(write, opposites, terms);
    for (const [index, { id }] of posted.entries()) {
      const original = some[index];
      if (original?.purchaseOrderId || original?.customerOrderId)
        await withdrawAnswers(trx, original.id, id, terms.now);
    }
    await yieldToOthers();
  }
  return { reversed: documents.length, answered: [...answered.values()] };
}

/** What stands of the import, with the adjustments that keep counts true behind it; the last posted first. */
async function standing(trx: WriteAccess, importId: string): Promise<Posted[]> {
  const { rows } = await sql<Posted>`
    SELECT d.id, d.number, d.kind, d.day, d.partner_id AS partnerId, d.warehouse_id AS warehouseId,
      d.to_warehouse_id AS toWarehouseId, d.purchase_order_id AS purchaseOrderId, d.customer_order_id AS customerOrderId,
      d.reason
    FROM stock_document AS d
    WHERE (d.import_id = ${importId} OR (d.kind = 'adjustment' AND d.origin_id IN
        (SELECT id FROM stock_document WHERE import_id = ${importId})))
      AND d.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM stock_document AS r WHERE r.reverses_id = d.id)
    ORDER BY d.rowid DESC`.execute(trx);
  return rows;
}

/** Documents of the import that others answer, and that therefore stay: id → number. */
async function answeredFromOutside(trx: WriteAccess, importId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    SELECT d.id, d.number FROM stock_document AS f JOIN stock_document AS d ON d.id = f.origin_id
    WHERE d.import_id = ${importId} AND f.import_id IS NOT ${importId} AND f.kind <> 'adjustment' AND f.reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM stock_document AS r WHERE r.reverses_id = f.id)
    GROUP BY d.id ORDER BY d.number`.execute(trx);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

async function oppositeLines(
  trx: WriteAccess,
  documents: readonly Posted[],
): Promise<Map<string, StockDocumentToPost['lines'][number][]>> {
  const { rows } = await sql<{
    document: string;
    product: string;
    warehouse: string;
    lot: string | null;
    quantity: number;
    cost: number;
    role: EntryRole;
  }>`
    SELECT l.document_id AS document, l.product_id AS product, l.warehouse_id AS warehouse, l.lot_id AS lot, l.quantity,
      l.cost_fen AS cost, l.role
    FROM json_each(${JSON.stringify(documents.map(({ id }) => id))}) AS asked
    CROSS JOIN stock_ledger AS l ON l.document_id = asked.value ORDER BY l.document_id, l.line`.execute(trx);
  const lines = new Map<string, StockDocumentToPost['lines'][number][]>();
  for (const { document, product, warehouse, lot, quantity, cost, role } of rows) {
    const list = lines.get(document) ?? [];
    list.push({
      productId: product,
      warehouseId: warehouse,
      lotId: lot,
      quantity: -quantity,
      costFen: -cost,
      role,
    });
    lines.set(document, list);
  }
  return lines;
}
