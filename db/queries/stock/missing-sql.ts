import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';

import type { InspectionItem } from '#app/stock/inspection.ts';

/** Where a file may lie that stands for an item: with what it is about, or with the receipt. */
const holders: Readonly<
  Record<InspectionItem, { number: RawBuilder<unknown>; holder: RawBuilder<unknown> }>
> = {
  licence: {
    number: sql`r.supplier_licence`,
    holder: sql`(a.entity = 'partner' AND a.entity_id = d.partner_id)`,
  },
  registration: {
    number: sql`r.registration_number`,
    holder: sql`(a.entity = 'product' AND a.entity_id = r.product_id)`,
  },
  certificate: {
    number: sql`r.certificate_number`,
    holder: sql`(a.entity = 'lot' AND a.entity_id = r.lot_id)`,
  },
};

/** A file for the item, of record `r` and its document `d`. */
export function sqlHasFile(item: InspectionItem): RawBuilder<SqlBool> {
  return sql<SqlBool>`EXISTS (SELECT 1 FROM attachment AS a WHERE a.role = ${item} AND a.removed_at IS NULL
    AND (${holders[item].holder} OR (a.entity = 'document' AND a.entity_id = d.id)))`;
}

/** `missingItems` (app/stock/inspection.ts) for the store: neither a number nor a file. */
export function sqlMisses(item: InspectionItem): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${holders[item].number} = '' AND NOT ${sqlHasFile(item)})`;
}

/** Some item is missing. The first part is what the index of gaps is made for. */
export const sqlIncomplete: RawBuilder<SqlBool> = sql<SqlBool>`(r.supplier_licence = '' OR r.registration_number = '' OR r.certificate_number = '')
  AND (${sqlMisses('licence')} OR ${sqlMisses('registration')} OR ${sqlMisses('certificate')})`;

/** The receipt `d` was not taken back, and is no taking back itself. */
export const sqlStands: RawBuilder<SqlBool> = sql<SqlBool>`+d.reverses_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM stock_document AS taken WHERE taken.reverses_id = d.id)`;
