import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { UndoResult } from '#app/exchange/views.ts';
import type { AttachmentEntity } from '#app/stock/attachments.ts';
import { findImport } from '#db/queries/imports.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { WriteAccess } from '#db/store.ts';

import type { Context } from '../server/context.ts';
import { restoreChanges } from './import-changes.ts';
import { reverseImported } from './undo-documents.ts';

type Kept = UndoResult['kept'][number];

/**
 * Removes what one import created and restores what it changed, as one transaction. The stock ledger is append-only: stock
 * that the import moved is moved back by reversing documents on their own days, also before counts that came later, whose
 * balances change with them; products the ledger names stay. Documents that later ones answer stay with their sales, and rows
 * edited since, used by something that came later, or with an attachment that stands, stay too; all of these are listed in `kept`.
 */
export async function undoImport(context: Context, importId: string): Promise<UndoResult> {
  const audit = { actor: context.actor, action: 'import.undo', entity: 'import', entityId: importId };
  return context.store.transact(audit, async (write) => {
    const { trx } = write;
    const found = await findImport(trx, importId);
    if (found === undefined) throw appError('notFound', { what: 'import', id: importId });
    if (found.status === 'undone') throw appError('import.alreadyUndone', { id: importId });
    const at = context.clock.now();
    const now = at.toISOString();
    const { device } = await getSettings(trx);
    const terms = { device, now: at, negative: 'allow', anchors: 'change', actor: context.actor } as const;
    const { reversed, answered } = await reverseImported(write, importId, terms);
    const { restored, edited } = await restoreChanges(trx, importId, terms);
    const kept: Kept[] = edited.map(({ entity, label }) => ({ entity, label, reason: 'edited' }));
    for (const label of answered) kept.push({ entity: 'stock_document', label, reason: 'answered' });
    const removed = await removeCreated(trx, importId, kept);
    await trx.updateTable('reorder_plan').set({ status: 'replaced' }).where('status', '=', 'open').execute();
    await trx
      .updateTable('import')
      .set({ status: 'undone', undone_at: now })
      .where('id', '=', importId)
      .execute();
    return { importId, removed, restored, reversedDocuments: reversed, kept };
  });
}

/** A file somebody attached to it, and did not remove, would be left with nothing it belongs to. */
function isAttachedTo(entity: AttachmentEntity, id: string): string {
  return `EXISTS (SELECT 1 FROM attachment AS a
    WHERE a.entity = '${entity}' AND a.entity_id = ${id} AND a.removed_at IS NULL)`;
}

/**
 * Deletes in an order that satisfies every foreign key; what cannot go is added to `kept`. What an import undone before had to
 * leave because this one used it goes too, so that the order in which imports are undone makes no difference.
 */
async function removeCreated(
  trx: WriteAccess,
  importId: string,
  kept: Kept[],
): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  const remove = async (table: string, condition: string): Promise<void> => {
    const { numAffectedRows } = await sql
      .raw(`DELETE FROM ${table} WHERE ${condition.replaceAll('$import', `'${importId}'`)}`)
      .execute(trx);
    removed[table] = (removed[table] ?? 0) + Number(numAffectedRows ?? 0n);
  };
  const untouched = `import_id = $import AND version = 1`;
  const ours = `(import_id = $import OR import_id IN (SELECT id FROM import WHERE status = 'undone'))`;
  const forgotten = `${ours} AND version = 1`;
  await remove(
    'purchase_line',
    `order_id IN (SELECT id FROM purchase_order WHERE ${untouched} AND status = 'sent')
     AND NOT ${isAttachedTo('purchase_order', 'purchase_line.order_id')}
     AND NOT EXISTS (SELECT 1 FROM purchase_line other WHERE other.order_id = purchase_line.order_id AND other.received > 0)`,
  );
  await remove(
    'purchase_order',
    `${untouched} AND NOT EXISTS (SELECT 1 FROM purchase_line WHERE order_id = purchase_order.id)
     AND NOT ${isAttachedTo('purchase_order', 'purchase_order.id')}`,
  );
  const stands = (
    id: string,
  ): string => `EXISTS (SELECT 1 FROM stock_document AS d WHERE d.id = ${id} AND d.import_id = $import
    AND NOT EXISTS (SELECT 1 FROM stock_document AS r WHERE r.reverses_id = d.id))`;
  await remove(
    'sales_line',
    `import_id = $import AND order_id NOT IN (SELECT id FROM sales_order WHERE import_id = $import
       AND document_id IS NOT NULL AND ${stands('document_id')})`,
  );
  await remove(
    'sales_order',
    `${untouched} AND NOT EXISTS (SELECT 1 FROM sales_line WHERE order_id = sales_order.id)`,
  );
  await remove('promotion_product', `promotion_id IN (SELECT id FROM promotion WHERE ${untouched})`);
  await remove('promotion', untouched);
  await remove('calendar_day', forgotten);
  await remove('weather', forgotten);
  await remove(
    'lot',
    `${forgotten} AND NOT EXISTS (SELECT 1 FROM stock_ledger WHERE lot_id = lot.id)
     AND NOT EXISTS (SELECT 1 FROM inspection_record WHERE lot_id = lot.id)
     AND NOT EXISTS (SELECT 1 FROM stocktake_line WHERE lot_id = lot.id)
     AND NOT ${isAttachedTo('lot', 'lot.id')}`,
  );
  await remove(
    'partner',
    `${forgotten} AND NOT EXISTS (SELECT 1 FROM sales_order WHERE partner_id = partner.id)
     AND NOT EXISTS (SELECT 1 FROM stock_document WHERE partner_id = partner.id)
     AND NOT EXISTS (SELECT 1 FROM purchase_order WHERE supplier_id = partner.id)
     AND NOT EXISTS (SELECT 1 FROM customer_order WHERE partner_id = partner.id)
     AND NOT EXISTS (SELECT 1 FROM stock_draft WHERE partner_id = partner.id)
     AND NOT EXISTS (SELECT 1 FROM supplier_closure WHERE partner_id = partner.id)
     AND NOT ${isAttachedTo('partner', 'partner.id')}`,
  );
  await remove(
    'product',
    `${forgotten} AND NOT EXISTS (SELECT 1 FROM sales_line WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM stock_ledger WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM lot WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM purchase_line WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM customer_order_line WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM stocktake_line WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM stock_anchor WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM promotion_product WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM barcode WHERE product_id = product.id)
     AND NOT EXISTS (SELECT 1 FROM product_component WHERE product.id IN (set_id, component_id))
     AND NOT ${isAttachedTo('product', 'product.id')}`,
  );
  await remove('column_mapping', `import_id = $import`);
  await remove('import_problem', `import_id = $import`);
  await remove('import_row', `import_id = $import`);
  await listKept(trx, importId, kept);
  return removed;
}

/** A batch is told only where its attachment keeps it; one that stock moved in goes on with its product. */
async function listKept(trx: WriteAccess, importId: string, kept: Kept[]): Promise<void> {
  const attached = (entity: AttachmentEntity, id: string): RawBuilder<number> =>
    sql.raw(isAttachedTo(entity, id));
  const { rows } = await sql<{
    entity: string;
    label: string;
    version: number;
    in_ledger: number;
    attached: number;
  }>`
    SELECT 'product' AS entity, code AS label, version,
      EXISTS (SELECT 1 FROM stock_ledger WHERE product_id = product.id) AS in_ledger,
      ${attached('product', 'product.id')} AS attached
      FROM product WHERE import_id = ${importId}
    UNION ALL SELECT 'customer', code, version, EXISTS (SELECT 1 FROM stock_document WHERE partner_id = partner.id),
      ${attached('partner', 'partner.id')} FROM partner WHERE import_id = ${importId}
    UNION ALL SELECT 'lot', code, 1, 0, 1 FROM lot WHERE import_id = ${importId} AND version = 1
      AND NOT EXISTS (SELECT 1 FROM stock_ledger WHERE lot_id = lot.id) AND ${attached('lot', 'lot.id')}
    UNION ALL SELECT 'purchase_order', number, version, 0, ${attached('purchase_order', 'purchase_order.id')}
      FROM purchase_order WHERE import_id = ${importId}
    UNION ALL SELECT 'promotion', name, 2, 0, 0 FROM promotion WHERE import_id = ${importId}
    UNION ALL SELECT 'calendar_day', day, 2, 0, 0 FROM calendar_day WHERE import_id = ${importId}
    UNION ALL SELECT 'weather', city || ' ' || count(*), 2, 0, 0 FROM weather WHERE import_id = ${importId} GROUP BY city`.execute(
    trx,
  );
  for (const { entity, label, version, in_ledger: inLedger, attached: isAttached } of rows) {
    const untouched = inLedger === 1 ? 'inLedger' : isAttached === 1 ? 'attached' : 'inUse';
    kept.push({ entity, label, reason: version > 1 ? 'edited' : untouched });
  }
}
