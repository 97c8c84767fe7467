import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { appError } from '#app/core/errors.ts';
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
  readonly lines: number;
  /** Sum over the lines; negative for what goes out. */
  readonly units: number;
  readonly note: string;
  readonly reversesNumber: string | null;
  readonly reversedByNumber: string | null;
  readonly importId: string | null;
  readonly postedAt: string;
}

export interface DocumentLine {
  readonly line: number;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly unit: string;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  /** Of the whole line, in fen. */
  readonly cost: number | null;
}

const sortable: Sortable = { day: sql`d.day`, number: sql`d.number` };

const select = sql`SELECT d.id, d.kind, d.number, d.day, partner.code AS partnerCode, partner.name AS partnerName,
  (SELECT count(*) FROM stock_ledger WHERE document_id = d.id) AS lines,
  (SELECT ifnull(sum(quantity), 0) FROM stock_ledger WHERE document_id = d.id) AS units, d.note,
  (SELECT number FROM stock_document WHERE id = d.reverses_id) AS reversesNumber,
  (SELECT number FROM stock_document WHERE reverses_id = d.id) AS reversedByNumber,
  d.import_id AS importId, d.posted_at AS postedAt`;

/**
 * Stock documents, the newest first. Search: beginning of the number, or a partner's code or name. Filters: `kind`, `from`,
 * `to`, `partner` (its id).
 */
export async function listDocuments(db: ReadAccess, query: ListQuery): Promise<ListPage<DocumentRow>> {
  const order = sql`${orderOf(sortable, query, { column: 'day', direction: 'desc' })}, d.number DESC`;
  const search = query.search === '' ? undefined : await searchTerm(db, query.search);
  const screens = conditionsOf(query);
  if (search === undefined) {
    const where = allOf([...dayRange(query, sql`d.day`), ...screens]);
    const found = await documentNumbers(db, sql`WHERE ${where} ORDER BY ${order} ${limitOf(query)}`);
    const count = await sql<{ total: number }>`
      SELECT count(*) AS total FROM stock_document AS d WHERE ${where}`.execute(db);
    return { rows: await rowsOf(db, found), total: count.rows[0]?.total ?? 0 };
  }
  // As in the list of sales: few matches are gone to directly, many are met on a walk through the days.
  const days = dayRange(query, search.isNarrow ? sql`+d.day` : sql`d.day`);
  const end = query.page * query.pageSize;
  const limit = !search.isNarrow ? Math.max(end, totalCap) + 1 : -1;
  const where = allOf([search.isNarrow ? search.find : search.walk, ...days, ...screens]);
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
    ${select} FROM json_each(${JSON.stringify(numbers)}) AS page CROSS JOIN stock_document AS d ON d.rowid = page.value
    LEFT JOIN partner ON partner.id = d.partner_id ORDER BY page.key`.execute(db);
  return rows;
}

/** One document with its lines. Fails with `notFound`. */
export async function getDocument(
  db: ReadAccess,
  id: string,
): Promise<{ document: DocumentRow; lines: DocumentLine[] }> {
  const { rows } = await sql<DocumentRow>`
    ${select} FROM stock_document AS d LEFT JOIN partner ON partner.id = d.partner_id WHERE d.id = ${id}`.execute(
    db,
  );
  const [document] = rows;
  if (document === undefined) throw appError('notFound', { what: 'document', id });
  const lines = await sql<DocumentLine>`
    SELECT l.line, l.product_id AS productId, product.code AS productCode, product.name AS productName, product.unit,
      warehouse.name AS warehouse, lot.code AS lot, lot.expiry_day AS expiryDay, l.quantity, l.cost_fen AS cost
    FROM stock_ledger AS l JOIN product ON product.id = l.product_id JOIN warehouse ON warehouse.id = l.warehouse_id
    LEFT JOIN lot ON lot.id = l.lot_id WHERE l.document_id = ${id} ORDER BY l.line`.execute(db);
  return { document, lines: lines.rows };
}

function conditionsOf(query: ListQuery): Condition[] {
  const conditions: Condition[] = [];
  const kind = filterOf(query, 'kind');
  if (kind !== undefined) conditions.push(sql`d.kind = ${kind}`);
  const partner = filterOf(query, 'partner');
  if (partner !== undefined) conditions.push(sql`d.partner_id = ${partner}`);
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
