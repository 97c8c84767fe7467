/** Counts: a frozen list, what was counted and when, what was posted of it. */
export const stocktakeStatements: readonly string[] = [
  `CREATE TABLE stocktake (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    warehouse_id TEXT NOT NULL REFERENCES warehouse (id),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    scope TEXT NOT NULL CHECK (json_valid(scope)),
    blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)),
    status TEXT NOT NULL CHECK (status IN ('counting', 'closed', 'cancelled')),
    -- The last ledger entry that the book quantities hold.
    frozen_seq INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX stocktake_status ON stocktake (status, created_at)`,
  `CREATE TABLE stocktake_line (
    stocktake_id TEXT NOT NULL REFERENCES stocktake (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    product_id TEXT NOT NULL REFERENCES product (id),
    lot_id TEXT REFERENCES lot (id),
    book INTEGER NOT NULL,
    counted INTEGER CHECK (counted >= 0),
    counted_at TEXT,
    counted_by TEXT NOT NULL DEFAULT '',
    -- The last ledger entry since the freeze of which a person said whether the count holds it, and the sum of those it holds.
    moved_seq INTEGER,
    included INTEGER NOT NULL DEFAULT 0,
    recount INTEGER NOT NULL DEFAULT 0 CHECK (recount IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    document_id TEXT REFERENCES stock_document (id),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (stocktake_id, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX stocktake_line_key ON stocktake_line (stocktake_id, product_id, ifnull(lot_id, ''))`,
  `CREATE INDEX stocktake_line_product ON stocktake_line (product_id)`,
  `CREATE INDEX stocktake_line_lot ON stocktake_line (lot_id) WHERE lot_id IS NOT NULL`,
  `CREATE INDEX stocktake_line_document ON stocktake_line (document_id) WHERE document_id IS NOT NULL`,
  // Stays when a document is taken back, while its lines are open again.
  `CREATE TABLE stocktake_document (
    document_id TEXT PRIMARY KEY REFERENCES stock_document (id),
    stocktake_id TEXT NOT NULL REFERENCES stocktake (id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX stocktake_document_stocktake ON stocktake_document (stocktake_id)`,
];
