import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { containing } from '../search-text.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';
import { allOf, dayRange, filterOf, limitOf, orderOf } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';
import { narrowCap, totalCap } from './sales-search.ts';

export interface DocumentRow {
  readonly id: string;
  readonly kind: StockDocumentKind;
  readonly number: string;
  readonly day: BusinessDay;
  readonly partnerCode: string | null;
  readonly partnerName: string | null;
  /** Of the head; where none was said, of the first line. */
  readonly warehouse: string | null;
  readonly toWarehouse: string | null;
  readonly lines: number;
  /** Sum over the lines as written; negative for what goes out. */
  readonly units: number;
  /** Cost of what was moved, in fen, with its sign. */
  readonly value: number;
  readonly note: string;
  readonly reversesNumber: string | null;
  readonly reversedByNumber: string | null;
  readonly importId: string | null;
  readonly postedAt: string;
}

const sortable: Sortable = { day: sql`d.day`, number: sql`d.number` };

export const documentColumns = sql` d.id, d.kind, d.number, d.day, partner.code AS partnerCode, partner.name AS partnerName,
  (SELECT name FROM warehouse WHERE id = ifnull(d.warehouse_id,
    (SELECT warehouse_id FROM stock_ledger WHERE document_id = d.id ORDER BY line LIMIT 1))) AS warehouse,
  (SELECT name FROM warehouse WHERE id = d.to_warehouse_id) AS toWarehouse,
  (SELECT count(*) FROM stock_ledger WHERE document_id = d.id AND role = 'main') AS lines,
  (SELECT ifnull(sum(quantity), 0) FROM stock_ledger WHERE document_id = d.id AND role = 'main') AS units,
  (SELECT ifnull(sum(cost_fen), 0) FROM stock_ledger WHERE document_id = d.id AND role = 'main') AS value, d.note,
  (SELECT number FROM stock_document WHERE id = d.reverses_id) AS reversesNumber,
  (SELECT number FROM stock_document WHERE reverses_id = d.id) AS reversedByNumber,
  d.import_id AS importId, d.posted_at AS postedAt`;

/**
 * Stock documents, the newest first. Search: beginning of the number, or a partner's code or name. Filters: `kind`, `from`,
 * `to`, `partner` (its id), `warehouse` (its code: whatever moved stock there).
 */
export async function listDocuments(db: ReadAccess, query: ListQuery): Promise<ListPage<DocumentRow>> {
  const order = sql`${orderOf(sortable, query, { column: 'day', direction: 'desc' })}, d.number DESC`;
  const search = query.search === '' ? undefined : await searchTerm(db, query.search);
  const screens = conditionsOf(query);
  if (search === undefined && filterOf(query, 'warehouse') === undefined) {
    const where = allOf([...dayRange(query, sql`d.day`), ...screens]);
    const found = await documentNumbers(db, sql`WHERE ${where} ORDER BY ${order} ${limitOf(query)}`);
    const count = await sql<{ total: number }>`
      SELECT count(*) AS total FROM stock_document AS d WHERE ${where}`.execute(db);
    return { rows: await rowsOf(db, found), total: count.rows[0]?.total ?? 0 };
  }
  // As in the list of sales: few matches are gone to directly, many are met on a walk through the days.
  const isNarrow = search?.isNarrow === true;
  const days = dayRange(query, isNarrow ? sql`+d.day` : sql`d.day`);
  const terms = search === undefined ? [] : [isNarrow ? search.find : search.walk];
  const end = query.page * query.pageSize;
  const limit = !isNarrow ? Math.max(end, totalCap) + 1 : -1;
  const where = allOf([...terms, ...days, ...screens]);
  const found = await documentNumbers(db, sql`WHERE ${where} ORDER BY ${order} LIMIT ${limit}`);
  const rows = await rowsOf(db, found.slice(end - query.pageSize, end));
  return found.length === limit
    ? { rows, total: limit - 1, totalIsAtLeast: true }
    : { rows, total: found.length };
}

async function documentNumbers(db: ReadAccess, rest: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{
    place: number;
  }>`SELECT d.rowid AS place FROM stock_document AS d ${rest}`.execute(db);
  return rows.map((row) => row.place);
}

async function rowsOf(db: ReadAccess, numbers: readonly number[]): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    SELECT ${documentColumns} FROM json_each(${JSON.stringify(numbers)}) AS page CROSS JOIN stock_document AS d ON d.rowid = page.value
    LEFT JOIN partner ON partner.id = d.partner_id ORDER BY page.key`.execute(db);
  return rows;
}

function conditionsOf(query: ListQuery): Condition[] {
  const conditions: Condition[] = [];
  const kind = filterOf(query, 'kind');
  if (kind !== undefined) conditions.push(sql`d.kind = ${kind}`);
  const partner = filterOf(query, 'partner');
  if (partner !== undefined) conditions.push(sql`d.partner_id = ${partner}`);
  const warehouse = filterOf(query, 'warehouse');
  if (warehouse !== undefined)
    conditions.push(sql`EXISTS (SELECT 1 FROM stock_ledger AS moved WHERE moved.document_id = d.id
      AND moved.warehouse_id = (SELECT id FROM warehouse WHERE code = ${warehouse}))`);
  return conditions;
}

async function searchTerm(
  db: ReadAccess,
  search: string,
): Promise<{ find: Condition; walk: Condition; isNarrow: boolean }> {
  const from = search.normalize('NFKC').toUpperCase();
  const pattern = containing(search);
  const numbered = sql`(d.number >= ${from} AND d.number < ${`${from}\u{10FFFF}`})`;
  const partners = sql`SELECT id FROM partner WHERE code LIKE ${pattern} ESCAPE '\\' OR name LIKE ${pattern} ESCAPE '\\'`;
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM (
    SELECT 1 FROM stock_document AS d WHERE d.partner_id IN (${partners}) LIMIT ${narrowCap + 1})`.execute(
    db,
  );
  const byNumber = await sql<{ n: number }>`SELECT count(*) AS n FROM (
    SELECT 1 FROM stock_document AS d WHERE ${numbered} LIMIT ${narrowCap + 1})`.execute(db);
  return {
    find: sql`(${numbered} OR d.partner_id IN (${partners}))`,
    walk: sql`(${numbered} OR +d.partner_id IN (${partners}))`,
    isNarrow: (rows[0]?.n ?? 0) + (byNumber.rows[0]?.n ?? 0) <= narrowCap,
  };
}
