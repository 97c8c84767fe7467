import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, dayRange, filterOf, limitOf, orderOf } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';
import { isNarrow, salesSearchTerms, totalCap } from './sales-search.ts';

export interface SalesLineRow {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly line: number;
  readonly day: BusinessDay;
  readonly customerCode: string | null;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly productId: string;
  readonly productCode: string;
  readonly barcode: string | null;
  readonly productName: string;
  readonly unit: string;
  readonly warehouse: string | null;
  readonly quantity: number;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
  readonly mode: 'history' | 'issue';
  readonly documentId: string | null;
  readonly importId: string | null;
}

const sortable: Sortable = { day: sql`s.day` };

/**
 * Sales lines, the newest first. Search: product (code, name, pinyin, barcode), customer (code, name), beginning of the order
 * number. Filters: `from`, `to`, `product` and `customer` (ids), `category`, `warehouse` (code).
 *
 * A search that few lines match goes from what it matches to those lines. One that many match walks the days from the newest,
 * and its total is only counted so far (see {@link ListPage.totalIsAtLeast}): all of it would take longer than a person
 * should wait.
 */
export async function listSales(db: ReadAccess, query: ListQuery): Promise<ListPage<SalesLineRow>> {
  const terms = await salesSearchTerms(db, query);
  const order = sql`${orderOf(sortable, query, { column: 'day', direction: 'desc' })}, s.rowid DESC`;
  const screens = screenConditions(query);
  if (terms.length === 0 && screens.length === 0) return plainPage(db, order, query);
  const driver = terms.find(isNarrow);
  const others = terms.filter((term) => term !== driver).map((term) => term.walk);
  const where =
    driver === undefined
      ? allOf([...dayRange(query, sql`s.day`), ...others, ...screens])
      : // The plus keeps SQLite from walking the days in search of a handful of lines.
        allOf([driver.find, ...others, ...screens, ...dayRange(query, sql`+s.day`)]);
  const end = query.page * query.pageSize;
  const limit = driver === undefined ? Math.max(end, totalCap) + 1 : -1;
  const found = await lineNumbers(db, sql`WHERE ${where} ORDER BY ${order} LIMIT ${limit}`);
  const rows = await rowsOf(db, found.slice(end - query.pageSize, end));
  return found.length === limit
    ? { rows, total: limit - 1, totalIsAtLeast: true }
    : { rows, total: found.length };
}

/** Without anything but days, both the page and the count come from the index on the day. */
async function plainPage(
  db: ReadAccess,
  order: RawBuilder<unknown>,
  query: ListQuery,
): Promise<ListPage<SalesLineRow>> {
  const where = allOf(dayRange(query, sql`s.day`));
  const found = await lineNumbers(db, sql`WHERE ${where} ORDER BY ${order} ${limitOf(query)}`);
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM sales_line AS s WHERE ${where}`.execute(db);
  return { rows: await rowsOf(db, found), total: rows[0]?.total ?? 0 };
}

/** Conditions that hold for so many lines that they never lead the way. */
function screenConditions(query: ListQuery): Condition[] {
  const warehouse = filterOf(query, 'warehouse');
  return warehouse === undefined
    ? []
    : [sql`s.warehouse_id = (SELECT id FROM warehouse WHERE code = ${warehouse})`];
}

async function lineNumbers(db: ReadAccess, rest: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ line: number }>`SELECT s.rowid AS line FROM sales_line AS s ${rest}`.execute(
    db,
  );
  return rows.map((row) => row.line);
}

/** The lines with these row numbers, in their order. */
async function rowsOf(db: ReadAccess, numbers: readonly number[]): Promise<SalesLineRow[]> {
  const { rows } = await sql<SalesLineRow>`
    SELECT s.id, s.order_id AS orderId, o.number AS orderNumber, s.line, s.day, partner.code AS customerCode,
      partner.name AS customerName, partner.phone, o.region, o.province, o.city, s.product_id AS productId,
      product.code AS productCode, product.barcode, product.name AS productName, product.unit, warehouse.name AS warehouse,
      s.quantity, s.unit_price_fen AS unitPrice, s.amount_fen AS amount, o.mode, o.document_id AS documentId,
      s.import_id AS importId
    FROM json_each(${JSON.stringify(numbers)}) AS page
    CROSS JOIN sales_line AS s ON s.rowid = page.value
    JOIN sales_order AS o ON o.id = s.order_id
    JOIN product ON product.id = s.product_id
    LEFT JOIN partner ON partner.id = o.partner_id
    LEFT JOIN warehouse ON warehouse.id = s.warehouse_id
    ORDER BY page.key`.execute(db);
  return rows;
}
