import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import { listQuery } from '#app/core/listing.ts';
import type { InspectionItem } from '#app/stock/inspection.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { listInspections } from '../lists/inspections.ts';
import type { InspectionRow } from '../lists/inspections.ts';
import { sqlStands } from './missing-sql.ts';

/** One record: a receipt, a product and a batch ('' for none). */
export interface InspectionKey {
  readonly documentId: string;
  readonly productId: string;
  readonly lotKey: string;
}

/** What a person can change of a record. */
export interface InspectionFields {
  readonly supplierLicence: string;
  readonly registrationNumber: string;
  readonly certificateNumber: string;
  readonly inspector: string;
  readonly note: string;
  readonly result: InspectionRow['result'];
}

/** Fails with `notFound`, also where the receipt was taken back. */
export async function getInspection(db: ReadAccess, key: InspectionKey): Promise<InspectionRow> {
  const { documentId, productId, lotKey } = key;
  const filters = { document: documentId, product: productId };
  const { rows } = await listInspections(db, listQuery.parse({ filters, pageSize: 1000 }));
  const found = rows.find((row) => row.lotKey === lotKey);
  if (found === undefined) throw appError('notFound', { what: 'inspection', id: documentId });
  return found;
}

export interface InspectionToChange extends InspectionKey {
  /** The version that the person saw. */
  readonly version: number;
  readonly change: Partial<InspectionFields>;
}

/**
 * Changes a record on the version that the person saw. Fails with `notFound`; with `edit.conflict` when it was changed since;
 * with `inspection.incomplete` where goods are passed of which something is missing.
 */
export async function changeInspection(
  trx: WriteAccess,
  { change, version, ...key }: InspectionToChange,
  now: Date,
): Promise<InspectionRow> {
  const previous = await getInspection(trx, key);
  if (previous.version !== version)
    throw appError('edit.conflict', { what: 'inspection', name: previous.number });
  const next = { ...previous, ...change };
  await trx
    .updateTable('inspection_record')
    .set({
      supplier_licence: next.supplierLicence,
      registration_number: next.registrationNumber,
      certificate_number: next.certificateNumber,
      inspector: next.inspector,
      note: next.note,
      result: next.result,
      version: version + 1,
      updated_at: now.toISOString(),
    })
    .where('document_id', '=', key.documentId)
    .where('product_id', '=', key.productId)
    .where('lot_key', '=', key.lotKey)
    .execute();
  const saved = await getInspection(trx, key);
  if (saved.result === 'passed' && saved.missing.length > 0)
    throw appError('inspection.incomplete', { missing: saved.missing });
  return saved;
}

/**
 * Writes a record's numbers to the supplier, product and batch they are of, so that later receipts have them, and to the other
 * records of the same that lack them. Gives how many other records were completed.
 */
export async function rememberNumbers(
  trx: WriteAccess,
  row: InspectionRow,
  items: readonly InspectionItem[],
  now: Date,
): Promise<{ completed: number }> {
  const at = now.toISOString();
  let completed = 0;
  for (const item of items) {
    const number = numberOf(row, item);
    if (number === '') continue;
    completed += await completeOthers(trx, row, item, number, at);
    if (item === 'licence' && row.supplierId !== null)
      await trx
        .updateTable('partner')
        .set({ licence_number: number, version: sql`version + 1`, updated_at: at })
        .where('id', '=', row.supplierId)
        .where('licence_number', '<>', number)
        .execute();
    if (item === 'registration')
      await trx
        .updateTable('product')
        .set({ registration_number: number, version: sql`version + 1`, updated_at: at })
        .where('id', '=', row.productId)
        .where('registration_number', '<>', number)
        .execute();
    if (item === 'certificate' && row.lotId !== null)
      await trx
        .updateTable('lot')
        .set({ certificate_number: number, version: sql`version + 1` })
        .where('id', '=', row.lotId)
        .where('certificate_number', '<>', number)
        .execute();
  }
  return { completed };
}

function numberOf(row: InspectionRow, item: InspectionItem): string {
  if (item === 'licence') return row.supplierLicence;
  return item === 'registration' ? row.registrationNumber : row.certificateNumber;
}

async function completeOthers(
  trx: WriteAccess,
  row: InspectionRow,
  item: InspectionItem,
  number: string,
  at: string,
): Promise<number> {
  const column = sql.ref(
    { licence: 'supplier_licence', registration: 'registration_number', certificate: 'certificate_number' }[
      item
    ],
  );
  if ((item === 'licence' && row.supplierId === null) || (item === 'certificate' && row.lotId === null))
    return 0;
  const same = {
    licence: sql`d.partner_id = ${row.supplierId}`,
    registration: sql`r.product_id = ${row.productId}`,
    certificate: sql`r.lot_id = ${row.lotId}`,
  }[item];
  const { numAffectedRows } = await sql`
    UPDATE inspection_record SET ${column} = ${number}, version = version + 1, updated_at = ${at}
    WHERE (document_id, product_id, lot_key) IN (
      SELECT r.document_id, r.product_id, r.lot_key FROM inspection_record AS r JOIN stock_document AS d ON d.id = r.document_id
      WHERE ${same} AND (r.supplier_licence = '' OR r.registration_number = '' OR r.certificate_number = '')
        AND r.${column} = '' AND ${sqlStands})`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}
