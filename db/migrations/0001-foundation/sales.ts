/** What was sold, as history or as issues. */
export const salesStatements: readonly string[] = [
  `CREATE TABLE sales_order (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    partner_id TEXT REFERENCES partner (id),
    consultant_id TEXT REFERENCES consultant (id),
    region TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    mode TEXT NOT NULL CHECK (mode IN ('history', 'issue')),
    document_id TEXT REFERENCES stock_document (id),
    import_id TEXT REFERENCES import (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX sales_order_number ON sales_order (number)`,
  `CREATE INDEX sales_order_day ON sales_order (day)`,
  `CREATE INDEX sales_order_partner ON sales_order (partner_id, day)`,
  `CREATE INDEX sales_order_import ON sales_order (import_id) WHERE import_id IS NOT NULL`,
  `CREATE TABLE sales_line (
    id TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES sales_order (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    day TEXT NOT NULL,
    product_id TEXT NOT NULL REFERENCES product (id),
    warehouse_id TEXT REFERENCES warehouse (id),
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    unit_price_fen INTEGER,
    amount_fen INTEGER,
    fingerprint TEXT UNIQUE,
    import_id TEXT REFERENCES import (id)
  ) STRICT`,
  `CREATE INDEX sales_line_order ON sales_line (order_id, line)`,
  `CREATE INDEX sales_line_demand ON sales_line (product_id, day, quantity)`,
  `CREATE INDEX sales_line_day ON sales_line (day)`,
  // Weekly amounts are summed from here without reading the lines.
  `CREATE INDEX sales_line_amount ON sales_line (day, amount_fen)`,
  `CREATE INDEX sales_line_import ON sales_line (import_id) WHERE import_id IS NOT NULL`,
];
