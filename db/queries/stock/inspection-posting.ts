import { retainUntil } from '#app/stock/inspection.ts';

import type { WriteAccess } from '../../store.ts';

/** Opens a record for every product and batch of a receipt, with what is known of supplier, product and batch that day. */
export async function recordInspections(
  trx: WriteAccess,
  documentId: string,
  { now, actor }: { readonly now: Date; readonly actor: string },
): Promise<void> {
  const received = await trx
    .selectFrom('stock_ledger as l')
    .innerJoin('stock_document as d', 'd.id', 'l.document_id')
    .innerJoin('product as p', 'p.id', 'l.product_id')
    .leftJoin('lot', 'lot.id', 'l.lot_id')
    .leftJoin('partner', 'partner.id', 'd.partner_id')
    .select([
      'l.product_id',
      'l.lot_id',
      'd.day',
      'p.registration_number',
      'p.shelf_life_days',
      'lot.certificate_number',
      'lot.production_day',
      'lot.expiry_day',
      'partner.licence_number',
      (of) => of.fn.sum<number>('l.quantity').as('quantity'),
    ])
    .where('l.document_id', '=', documentId)
    .where('l.quantity', '>', 0)
    .groupBy(['l.product_id', 'l.lot_id'])
    .execute();
  for (const line of received) {
    await trx
      .insertInto('inspection_record')
      .values({
        document_id: documentId,
        product_id: line.product_id,
        lot_key: line.lot_id ?? '',
        lot_id: line.lot_id,
        quantity: line.quantity,
        supplier_licence: line.licence_number ?? '',
        registration_number: line.registration_number,
        certificate_number: line.certificate_number ?? '',
        inspector: actor,
        retain_until: retainUntil({
          receivedOn: line.day,
          productionDay: line.production_day,
          expiryDay: line.expiry_day,
          shelfLifeDays: line.shelf_life_days,
        }),
        updated_at: now.toISOString(),
      })
      .execute();
  }
}
