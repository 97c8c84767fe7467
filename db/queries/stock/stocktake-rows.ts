import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { movesSince } from './stocktake-moves.ts';

/** `value × part ÷ whole` in whole fen, half away from zero, as `mulDiv` has it; `part` alone may be negative. */
export function share(
  value: RawBuilder<unknown>,
  part: RawBuilder<unknown>,
  whole: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(sign(${part}) * ((2 * abs(${part}) * abs(${value}) + abs(${whole})) / (2 * abs(${whole}))))`;
}

/** As `countDifference` (app/stock/count-difference.ts) says, of a row of `stocktake_line` under some name. */
export const sqlCountDifference = (line: string): RawBuilder<unknown> =>
  sql`(${sql.ref(`${line}.counted`)} - ${sql.ref(`${line}.book`)} - ${sql.ref(`${line}.included`)})`;

const difference = sqlCountDifference('line');

/**
 * What the difference is worth: at the moving average of the product's stock in this warehouse; where nothing is left of it, at
 * what a unit last cost, else at its purchase price; null where none is known. Posted lines have the cost that was booked.
 */
const amount = sql`CASE
  WHEN line.counted IS NULL THEN NULL
  WHEN ${difference} = 0 THEN 0
  WHEN line.document_id IS NOT NULL THEN booked.cost
  WHEN pool.quantity <> 0 AND pool.cost_fen <> 0 THEN ${share(sql`pool.cost_fen`, difference, sql`pool.quantity`)}
  ELSE coalesce((SELECT ${share(sql`i.cost_fen`, difference, sql`i.quantity`)}
      FROM stock_ledger AS i INDEXED BY stock_ledger_inflow
      WHERE i.product_id = line.product_id AND i.quantity > 0 AND i.cost_fen > 0 ORDER BY i.day DESC, i.seq DESC LIMIT 1),
    product.purchase_price_fen * ${difference})
END`;

const state = sql`CASE
  WHEN line.document_id IS NOT NULL THEN 'posted'
  WHEN line.recount = 1 THEN 'recount'
  WHEN line.counted IS NULL THEN 'uncounted'
  WHEN since.undecided > 0 THEN 'undecided'
  ELSE 'ready'
END`;

/** What {@link countRows} needs to stand behind `WITH`. */
export function countRowTables(id: string): RawBuilder<unknown> {
  return sql`${movesSince(id)},
    booked AS MATERIALIZED (
      SELECT l.document_id, l.product_id, ifnull(l.lot_id, '') AS lot_key, sum(l.cost_fen) AS cost
      FROM stocktake_document AS s CROSS JOIN stock_ledger AS l ON l.document_id = s.document_id
      WHERE s.stocktake_id = ${id} AND l.role = 'main' GROUP BY 1, 2, 3
    )`;
}

/** Every line of a stocktake with where it stands; a subquery for lists, sums and posting alike. */
export function countRows(id: string): RawBuilder<unknown> {
  return sql`(
    SELECT line.line, line.version, line.product_id AS productId, product.code, product.name, product.barcode,
      product.category, product.unit, product.shelf, product.search_text AS searchText, line.lot_id AS lotId, lot.code AS lot,
      lot.expiry_day AS expiryDay, line.book, line.counted, line.counted_at AS countedAt, line.counted_by AS countedBy,
      line.included, line.moved_seq AS movedSeq, ifnull(since.moved, 0) AS moved, ifnull(since.undecided, 0) AS undecided,
      since.lastSeq, line.recount, line.note, line.document_id AS documentId, ${state} AS state,
      ${difference} AS difference, ${amount} AS amount
    FROM stocktake_line AS line
    JOIN stocktake AS head ON head.id = line.stocktake_id
    JOIN product ON product.id = line.product_id
    LEFT JOIN lot ON lot.id = line.lot_id
    LEFT JOIN since ON since.line = line.line
    LEFT JOIN stock_pool AS pool ON pool.product_id = line.product_id AND pool.warehouse_id = head.warehouse_id
    LEFT JOIN booked ON booked.document_id = line.document_id AND booked.product_id = line.product_id
      AND booked.lot_key = ifnull(line.lot_id, '')
    WHERE line.stocktake_id = ${id}
  )`;
}
