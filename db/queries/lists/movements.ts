import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { EntryRole, StockDocumentKind } from '#app/stock/stock-words.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, dayRange, filterOf, limitOf } from './paging.ts';
import type { Condition } from './paging.ts';

export interface MovementRow {
  /** The order of posting. */
  readonly seq: number;
  readonly documentId: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly role: EntryRole;
  readonly day: BusinessDay;
  readonly partner: string | null;
  readonly warehouse: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly quantity: number;
  readonly cost: Fen;
  /** On hand after it, over all warehouses or in the one that is filtered by. */
  readonly balance: number;
  readonly note: string;
  /** It takes another document back. */
  readonly isReversal: boolean;
}

/**
 * Every entry of one product, the newest first, each with what was on hand after it. Filters: `product` (its id; nothing without
 * it), `warehouse` (code), `kind`, `from`, `to`. The balance is what lies there now less what moved later, summed on the way
 * from the newest to the page: the first pages read little, whatever the length of the history.
 */
export async function listMovements(db: ReadAccess, query: ListQuery): Promise<ListPage<MovementRow>> {
  const product = filterOf(query, 'product') ?? '';
  const place = filterOf(query, 'warehouse');
  const here =
    place === undefined ? sql`` : sql`AND warehouse_id = (SELECT id FROM warehouse WHERE code = ${place})`;
  const kind = filterOf(query, 'kind');
  const shown: Condition[] = [
    ...dayRange(query, sql`day`),
    ...(kind === undefined ? [] : [sql<boolean>`kind = ${kind}`]),
  ];
  const { rows } = await sql<Omit<MovementRow, 'isReversal'> & { readonly isReversal: 0 | 1 }>`
    SELECT l.seq, d.id AS documentId, d.number, l.kind, l.role, l.day, partner.name AS partner, warehouse.name AS warehouse,
      lot.id AS lotId, lot.code AS lot, l.quantity, l.cost_fen AS cost,
      (SELECT ifnull(sum(quantity), 0) FROM stock_pool WHERE product_id = ${product} ${here}) - page.later AS balance,
      d.note, d.reverses_id IS NOT NULL AS isReversal
    FROM (
      SELECT seq, later FROM (
        SELECT seq, day, kind, sum(quantity) OVER (ORDER BY day DESC, seq DESC) - quantity AS later
        FROM stock_ledger WHERE product_id = ${product} ${here}
      ) WHERE ${allOf(shown)} ${limitOf(query)}
    ) AS page CROSS JOIN stock_ledger AS l ON l.seq = page.seq
    JOIN stock_document AS d ON d.id = l.document_id JOIN warehouse ON warehouse.id = l.warehouse_id
    LEFT JOIN lot ON lot.id = l.lot_id LEFT JOIN partner ON partner.id = d.partner_id
    ORDER BY l.day DESC, l.seq DESC`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM stock_ledger
    WHERE product_id = ${product} ${here} AND ${allOf(shown)}`.execute(db);
  return {
    rows: rows.map((row) => ({ ...row, isReversal: row.isReversal === 1 })),
    total: count.rows[0]?.total ?? 0,
  };
}
