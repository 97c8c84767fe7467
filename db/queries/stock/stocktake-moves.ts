import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { MovementSinceFreeze } from '#app/stock/count-difference.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** Documents of the count itself and what took them back: no movements of goods. */
function ownDocuments(id: string): RawBuilder<unknown> {
  return sql`SELECT document_id FROM stocktake_document WHERE stocktake_id = ${id}
    UNION ALL SELECT d.id FROM stocktake_document AS s JOIN stock_document AS d ON d.reverses_id = s.document_id
    WHERE s.stocktake_id = ${id}`;
}

/**
 * Common table expressions for the movements since the freeze of a stocktake: `moves` (its entries by line) and `since` (their
 * sums by line: `moved`, `undecided` = how many of which nothing was said, `lastSeq`). The ledger is read from its newest end, by
 * its own order. Nothing once the stocktake is over.
 */
export function movesSince(id: string): RawBuilder<unknown> {
  return sql`
    moves AS MATERIALIZED (
      SELECT line.line, l.seq, l.quantity, l.document_id, l.seq > ifnull(line.moved_seq, head.frozen_seq) AS isOpen
      FROM stocktake AS head CROSS JOIN stock_ledger AS l ON l.seq > head.frozen_seq AND l.warehouse_id = head.warehouse_id
      CROSS JOIN stocktake_line AS line ON line.stocktake_id = head.id AND line.product_id = l.product_id
        AND ifnull(line.lot_id, '') = ifnull(l.lot_id, '')
      WHERE head.id = ${id} AND head.status = 'counting' AND l.quantity <> 0 AND line.document_id IS NULL
        AND l.document_id NOT IN (${ownDocuments(id)})
    ),
    since AS MATERIALIZED (
      SELECT line, sum(quantity) AS moved, sum(isOpen) AS undecided, max(seq) AS lastSeq FROM moves GROUP BY line
    )`;
}

export interface CountMovement extends MovementSinceFreeze {
  readonly line: number;
  readonly documentId: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly actor: string;
  /** Nothing was said of it yet. */
  readonly isOpen: boolean;
}

/** Every movement since the freeze, of one line or of all, in the order of posting. */
export async function movementsSinceFreeze(
  db: ReadAccess | WriteAccess,
  id: string,
  line?: number,
): Promise<CountMovement[]> {
  const { rows } = await sql<Omit<CountMovement, 'isOpen'> & { readonly isOpen: 0 | 1 }>`
    WITH ${movesSince(id)}
    SELECT moves.line, moves.seq, moves.quantity, moves.isOpen, d.id AS documentId, d.number, d.kind, d.day, d.actor,
      d.posted_at AS postedAt
    FROM moves JOIN stock_document AS d ON d.id = moves.document_id
    WHERE ${line === undefined ? sql`TRUE` : sql`moves.line = ${line}`} ORDER BY moves.seq`.execute(db);
  return rows.map((row) => ({ ...row, isOpen: row.isOpen === 1 }));
}
