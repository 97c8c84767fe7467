import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { inspectionItems, missingItems } from '#app/stock/inspection.ts';
import type { InspectionItem } from '#app/stock/inspection.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlHasFile, sqlIncomplete, sqlStands } from '../stock/missing-sql.ts';
import { allOf, dayRange, filterOf, limitOf, orderOf, searchConditions } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';

/** One product and batch of one receipt, with what was checked of it. */
export interface InspectionRow {
  readonly documentId: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly supplierId: string | null;
  readonly supplier: string;
  readonly supplierPhone: string;
  readonly supplierAddress: string;
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly lotId: string | null;
  readonly lotKey: string;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  readonly supplierLicence: string;
  readonly registrationNumber: string;
  readonly certificateNumber: string;
  readonly inspector: string;
  readonly result: 'open' | 'passed' | 'refused';
  readonly retainUntil: BusinessDay | null;
  readonly note: string;
  readonly version: number;
  /** Items that a file stands for. */
  readonly files: readonly InspectionItem[];
  readonly missing: readonly InspectionItem[];
}

type Found = Omit<InspectionRow, 'files' | 'missing'> & Readonly<Record<InspectionItem, 0 | 1>>;

const columns = sql`d.id AS documentId, d.number, d.day, d.partner_id AS supplierId, ifnull(partner.name, '') AS supplier,
  ifnull(partner.phone, '') AS supplierPhone,
  trim(ifnull(partner.province, '') || ' ' || ifnull(partner.city, '')) AS supplierAddress,
  p.id AS productId, p.code, p.name, p.unit, r.lot_id AS lotId, r.lot_key AS lotKey, lot.code AS lot,
  lot.production_day AS productionDay, lot.expiry_day AS expiryDay, r.quantity, r.supplier_licence AS supplierLicence,
  r.registration_number AS registrationNumber, r.certificate_number AS certificateNumber, r.inspector, r.result,
  r.retain_until AS retainUntil, r.note, r.version,
  ${sql.join(inspectionItems.map((item) => sql`${sqlHasFile(item)} AS ${sql.ref(item)}`))}`;

const sortable: Sortable = {
  day: sql`d.day`,
  number: sql`d.number`,
  code: sql`p.code`,
  retainUntil: sql`r.retain_until`,
};

/**
 * 进货查验记录, the newest receipt first; of receipts that were taken back none. Search: number, supplier, product, batch or any of
 * the numbers. Filters: `view` = all | missing | open | passed | refused, `from`, `to`, `product`, `partner`, `lot`, `document`
 * (ids).
 */
export async function listInspections(db: ReadAccess, query: ListQuery): Promise<ListPage<InspectionRow>> {
  const from = fromOf(query);
  const named = sql`JOIN product AS p ON p.id = r.product_id LEFT JOIN lot ON lot.id = r.lot_id
    LEFT JOIN partner ON partner.id = d.partner_id`;
  const where = allOf(conditionsOf(query));
  const { rows } = await sql<Found>`
    SELECT ${columns} ${from} ${named} WHERE ${where}
    ORDER BY ${orderOf(sortable, query, { column: 'day', direction: 'desc' })} NULLS LAST, d.number DESC, p.code, r.lot_key
    ${limitOf(query)}`.execute(db);
  // Names are joined to be searched; counting alone does not need them.
  const count = await sql<{ total: number }>`
    SELECT count(*) AS total ${from} ${query.search === '' ? sql`` : named} WHERE ${where}`.execute(db);
  return { rows: rows.map(withMissing), total: count.rows[0]?.total ?? 0 };
}

function withMissing({ licence, registration, certificate, ...row }: Found): InspectionRow {
  const found = { licence, registration, certificate };
  const files = inspectionItems.filter((item) => found[item] === 1);
  return { ...row, files, missing: missingItems({ ...row, files }) };
}

/** Receipts in the order of their days lead to their few records, but few gaps lead to their receipts. */
function fromOf(query: ListQuery): RawBuilder<unknown> {
  const startsAtRecords =
    filterOf(query, 'view') === 'missing' ||
    filterOf(query, 'lot') !== undefined ||
    filterOf(query, 'product') !== undefined;
  return startsAtRecords
    ? sql`FROM inspection_record AS r CROSS JOIN stock_document AS d ON d.id = r.document_id`
    : sql`FROM stock_document AS d CROSS JOIN inspection_record AS r ON r.document_id = d.id AND d.kind = 'receipt'`;
}

function conditionsOf(query: ListQuery): Condition[] {
  const view = filterOf(query, 'view') ?? 'all';
  const conditions: Condition[] = [sqlStands, ...dayRange(query, sql`d.day`)];
  if (view === 'missing') conditions.push(sqlIncomplete);
  else if (view !== 'all') conditions.push(sql`r.result = ${view}`);
  const ids = {
    product: sql`r.product_id`,
    partner: sql`d.partner_id`,
    lot: sql`r.lot_id`,
    document: sql`d.id`,
  };
  for (const [name, column] of Object.entries(ids)) {
    const id = filterOf(query, name);
    if (id !== undefined) conditions.push(sql`${column} = ${id}`);
  }
  conditions.push(
    ...searchConditions(
      query.search,
      sql`d.number`,
      sql`partner.name`,
      sql`p.search_text`,
      sql`lot.code`,
      sql`r.supplier_licence`,
      sql`r.registration_number`,
      sql`r.certificate_number`,
    ),
  );
  return conditions;
}

/** Receipts of which something is missing. */
export async function countIncompleteReceipts(db: ReadAccess): Promise<number> {
  const { rows } = await sql<{ receipts: number }>`
    SELECT count(DISTINCT d.id) AS receipts FROM inspection_record AS r CROSS JOIN stock_document AS d ON d.id = r.document_id
    WHERE ${sqlIncomplete} AND ${sqlStands}`.execute(db);
  return rows[0]?.receipts ?? 0;
}
