import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { ReadAccess } from '../store.ts';

export type StoreProblemCode =
  | 'integrity'
  | 'foreignKey'
  | 'balance.differs'
  | 'pool.differs'
  | 'order.received'
  | 'order.issued'
  | 'ledger.day'
  | 'sale.unmoved'
  | 'sale.day'
  | 'counter.behind';

export interface StoreProblem {
  readonly code: StoreProblemCode;
  /** Data as text: which row, and what was found. */
  readonly detail: string;
}

export interface StoreCheck {
  readonly ok: boolean;
  /** `ok`, or SQLite's findings. */
  readonly integrity: readonly string[];
  readonly foreignKeys: number;
  /** Balances that are not the sum of their ledger lines. */
  readonly ledgerDifferences: number;
  readonly ledgerRows: number;
  readonly salesLines: number;
  readonly problems: readonly StoreProblem[];
}

/** Findings of one kind that are listed; the counts are whole. */
const listed = 50;

/** The rules that no constraint of a table can state: each query gives one row of text for each breach. */
const rules: readonly {
  readonly code: StoreProblemCode;
  readonly breaches: RawBuilder<{ detail: string }>;
}[] = [
  {
    code: 'balance.differs',
    breaches: sql`
      SELECT product.code || ' · ' || warehouse.code || ' · ' || ifnull(lot.code, '') || ': ' || sum(kept) || ' ≠ ' || sum(booked)
        AS detail FROM (
        SELECT product_id, warehouse_id, lot_id, on_hand AS kept, 0 AS booked FROM stock_balance
        UNION ALL SELECT product_id, warehouse_id, lot_id, 0, sum(quantity) FROM stock_ledger GROUP BY 1, 2, 3
      ) AS both JOIN product ON product.id = both.product_id JOIN warehouse ON warehouse.id = both.warehouse_id
      LEFT JOIN lot ON lot.id = both.lot_id
      GROUP BY both.product_id, both.warehouse_id, both.lot_id HAVING sum(kept) <> sum(booked)`,
  },
  {
    code: 'pool.differs',
    breaches: sql`
      SELECT product.code || ' · ' || warehouse.code || ': ' || sum(kept) || ' / ' || sum(kept_cost) || ' ≠ ' || sum(booked)
        || ' / ' || sum(booked_cost) AS detail FROM (
        SELECT product_id, warehouse_id, quantity AS kept, cost_fen AS kept_cost, 0 AS booked, 0 AS booked_cost FROM stock_pool
        UNION ALL SELECT product_id, warehouse_id, 0, 0, sum(quantity), sum(cost_fen) FROM stock_ledger GROUP BY 1, 2
      ) AS both JOIN product ON product.id = both.product_id JOIN warehouse ON warehouse.id = both.warehouse_id
      GROUP BY both.product_id, both.warehouse_id
      HAVING sum(kept) <> sum(booked) OR sum(kept_cost) <> sum(booked_cost)`,
  },
  {
    code: 'order.received',
    breaches: sql`SELECT o.number || ' · ' || l.line || ': ' || l.received AS detail FROM purchase_line AS l
      JOIN purchase_order AS o ON o.id = l.order_id
      WHERE EXISTS (SELECT 1 FROM purchase_receipt AS r WHERE r.order_id = l.order_id AND r.order_line = l.line)
      AND l.received <> (SELECT sum(quantity) FROM purchase_receipt AS r WHERE r.order_id = l.order_id AND r.order_line = l.line)`,
  },
  {
    code: 'order.issued',
    breaches: sql`SELECT o.number || ' · ' || l.line || ': ' || l.issued AS detail FROM customer_order_line AS l
      JOIN customer_order AS o ON o.id = l.order_id WHERE l.issued <> ifnull((SELECT sum(quantity)
        FROM customer_order_issue AS i WHERE i.order_id = l.order_id AND i.order_line = l.line), 0)`,
  },
  {
    code: 'ledger.day',
    breaches: sql`SELECT d.number || ' · ' || l.line AS detail FROM stock_ledger AS l
      JOIN stock_document AS d ON d.id = l.document_id WHERE l.day <> d.day`,
  },
  {
    code: 'sale.day',
    breaches: sql`SELECT o.number || ' · ' || s.line AS detail FROM sales_line AS s
      JOIN sales_order AS o ON o.id = s.order_id WHERE s.day <> o.day`,
  },
  {
    code: 'sale.unmoved',
    breaches: sql`SELECT number AS detail FROM sales_order AS o WHERE document_id IS NOT NULL
      AND (SELECT ifnull(sum(quantity), 0) FROM sales_line AS s JOIN product AS p ON p.id = s.product_id
        WHERE s.order_id = o.id AND p.kind <> 'service')
      <> -(SELECT ifnull(sum(quantity), 0) FROM stock_ledger WHERE document_id = o.document_id)`,
  },
  {
    code: 'counter.behind',
    breaches: sql`SELECT kind || ' · ' || day || ': ' || last AS detail FROM document_counter AS c
      WHERE c.kind <> 'purchase_order' AND c.last < (SELECT count(*) FROM stock_document AS d
        WHERE d.kind = c.kind AND d.day = c.day AND d.number LIKE '%-' || c.device || '-%')`,
  },
];

/**
 * Whether the store is whole: SQLite's own checks, balances against the ledger, sales against the movements they caused,
 * document numbers. Reads everything; some seconds on a large store.
 */
export async function checkStore(db: ReadAccess): Promise<StoreCheck> {
  const integrity = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
  const found = integrity.rows.map((row) => row.integrity_check);
  const foreign = await sql<{
    table: string;
    rowid: number | null;
    parent: string;
  }>`PRAGMA foreign_key_check`.execute(db);
  const problems: StoreProblem[] = [
    ...(found.length === 1 && found[0] === 'ok'
      ? []
      : found.map((detail) => ({ code: 'integrity' as const, detail }))),
    ...foreign.rows.slice(0, listed).map((row) => ({
      code: 'foreignKey' as const,
      detail: `${row.table} ${row.rowid ?? ''} → ${row.parent}`,
    })),
  ];
  let ledgerDifferences = 0;
  for (const { code, breaches } of rules) {
    const { rows } = await breaches.execute(db);
    if (code === 'balance.differs') ledgerDifferences = rows.length;
    problems.push(...rows.slice(0, listed).map(({ detail }) => ({ code, detail })));
  }
  const sizes = await sql<{
    ledger: number;
    sales: number;
  }>`SELECT (SELECT count(*) FROM stock_ledger) AS ledger,
    (SELECT count(*) FROM sales_line) AS sales`.execute(db);
  return {
    ok: problems.length === 0,
    integrity: found,
    foreignKeys: foreign.rows.length,
    ledgerDifferences,
    ledgerRows: sizes.rows[0]?.ledger ?? 0,
    salesLines: sizes.rows[0]?.sales ?? 0,
    problems,
  };
}
