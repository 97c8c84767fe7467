import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { CountLineState } from '#app/stock/count-states.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from '../lists/paging.ts';
import type { Condition, Sortable } from '../lists/paging.ts';
import { countRows, countRowTables } from './stocktake-rows.ts';

export interface CountLine {
  readonly line: number;
  readonly version: number;
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly barcode: string | null;
  readonly category: string;
  readonly unit: string;
  readonly shelf: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly expiryDay: BusinessDay | null;
  /** On hand when the list was frozen; null where the person is to count without knowing it. */
  readonly book: number | null;
  readonly counted: number | null;
  readonly countedAt: string | null;
  readonly countedBy: string;
  /** Sum of the movements since the freeze, and how many of them nothing was said of. */
  readonly moved: number | null;
  readonly undecided: number;
  readonly lastSeq: number | null;
  /** Sum of those that the count holds. */
  readonly included: number;
  readonly recount: boolean;
  readonly note: string;
  readonly state: CountLineState;
  /** Counted less what the books say; null while not counted. */
  readonly difference: number | null;
  /** Of the difference, in fen. */
  readonly amount: Fen | null;
  readonly documentId: string | null;
  readonly documentNumber: string | null;
}

const columns = sql`r.line, r.version, productId, code, name, barcode, category, unit, shelf, lotId, lot, expiryDay, book,
  counted, countedAt, countedBy, moved, undecided, lastSeq, included, recount, r.note, state, difference, amount,
  documentId, d.number AS documentNumber`;

const sortable: Sortable = {
  line: sql`r.line`,
  code: sql`r.code`,
  name: sql`r.name`,
  category: sql`r.category`,
  lot: sql`r.lot`,
  expiryDay: sql`r.expiryDay`,
  shelf: sql`r.shelf`,
  counted: sql`r.counted`,
  countedAt: sql`r.countedAt`,
  book: sql`r.book`,
  difference: sql`abs(r.difference)`,
  amount: sql`abs(r.amount)`,
  state: sql`r.state`,
};

const views: Readonly<Record<string, Condition>> = {
  open: sql`r.state IN ('uncounted', 'recount')`,
  counted: sql`r.counted IS NOT NULL AND r.state <> 'posted'`,
  recount: sql`r.state = 'recount'`,
  undecided: sql`r.state = 'undecided'`,
  ready: sql`r.state = 'ready'`,
  posted: sql`r.state = 'posted'`,
  differences: sql`r.counted IS NOT NULL AND r.state <> 'posted' AND (r.difference <> 0 OR r.undecided > 0)`,
};

type RawLine = Omit<CountLine, 'recount'> & { readonly recount: 0 | 1 };

/**
 * Lines of a stocktake. Search: code, name, barcode, pinyin, batch number. Filters: `category`, `view` = open | counted | recount |
 * undecided | ready | posted | differences. Sorted by the order of the list unless said otherwise.
 */
export async function listCountLines(
  db: ReadAccess,
  id: string,
  query: ListQuery,
): Promise<ListPage<CountLine>> {
  const where = allOf(conditionsOf(query));
  const order = orderOf(sortable, query, { column: 'line', direction: 'asc' });
  // First which lines, so that only their numbers are sorted.
  const { rows: page } = await sql<{ line: number; total: number }>`
    WITH ${countRowTables(id)}
    SELECT r.line, count(*) OVER () AS total FROM ${countRows(id)} AS r
    WHERE ${where} ORDER BY ${order} NULLS LAST, r.line ${limitOf(query)}`.execute(db);
  const lines = JSON.stringify(page.map(({ line }) => line));
  const { rows } = await sql<RawLine>`
    WITH ${countRowTables(id)}
    SELECT ${columns} FROM json_each(${lines}) AS page CROSS JOIN ${countRows(id)} AS r ON r.line = page.value
    LEFT JOIN stock_document AS d ON d.id = r.documentId ORDER BY page.key`.execute(db);
  const total = page[0]?.total ?? (query.page === 1 ? 0 : await totalOf(db, id, where));
  return { rows: rows.map(toLine), total };
}

async function totalOf(db: ReadAccess, id: string, where: Condition): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    WITH ${countRowTables(id)} SELECT count(*) AS total FROM ${countRows(id)} AS r WHERE ${where}`.execute(
    db,
  );
  return rows[0]?.total ?? 0;
}

/** One line as it stands now. Fails with `notFound`. */
export async function getCountLine(
  db: ReadAccess | WriteAccess,
  id: string,
  line: number,
): Promise<CountLine> {
  const { rows } = await sql<RawLine>`
    WITH ${countRowTables(id)}
    SELECT ${columns} FROM ${countRows(id)} AS r LEFT JOIN stock_document AS d ON d.id = r.documentId
    WHERE r.line = ${line}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw appError('notFound', { what: 'stocktake', id: `${id} ${line}` });
  return toLine(found);
}

/** The line without what a person who counts blind must not know. */
export function blindLine(line: CountLine): CountLine {
  return { ...line, book: null, moved: null, difference: null, amount: null, undecided: 0, included: 0 };
}

function toLine(row: RawLine): CountLine {
  return { ...row, recount: row.recount === 1 };
}

function conditionsOf(query: ListQuery): Condition[] {
  const conditions = searchConditions(query.search, sql`r.searchText`, sql`ifnull(r.lot, '')`);
  const category = filterOf(query, 'category');
  if (category !== undefined) conditions.push(sql`r.category = ${category === '-' ? '' : category}`);
  const view = filterOf(query, 'view');
  if (view !== undefined && view !== 'all') {
    const condition = Object.hasOwn(views, view) ? views[view] : undefined;
    if (condition === undefined)
      throw appError('input.invalid', {
        field: 'view',
        found: view,
        expected: Object.keys(views).join(' | '),
      });
    conditions.push(condition);
  }
  return conditions;
}
