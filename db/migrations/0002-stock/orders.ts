/** Orders to HQ with what HQ confirmed and what arrived; orders of customers, which reserve stock. */
export const orderStatements: readonly string[] = [
  `ALTER TABLE purchase_order ADD COLUMN supplier_number TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE purchase_order ADD COLUMN sent_at TEXT`,
  `ALTER TABLE purchase_order ADD COLUMN confirmed_at TEXT`,
  `ALTER TABLE purchase_order ADD COLUMN warehouse_id TEXT REFERENCES warehouse (id)`,
  // What HQ said it will send; null until it said. Counts instead of what was ordered.
  `ALTER TABLE purchase_line ADD COLUMN confirmed INTEGER CHECK (confirmed >= 0)`,
  // What is on its way of a product is read here, however many orders were received.
  `CREATE INDEX purchase_line_open ON purchase_line (product_id, order_id, quantity, confirmed, received)
    WHERE received < ifnull(confirmed, quantity)`,
  `CREATE INDEX purchase_order_day ON purchase_order (day, number)`,
  `CREATE TABLE purchase_receipt (
    order_id TEXT NOT NULL,
    order_line INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES stock_document (id),
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    PRIMARY KEY (order_id, order_line, document_id),
    FOREIGN KEY (order_id, order_line) REFERENCES purchase_line (order_id, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX purchase_receipt_document ON purchase_receipt (document_id)`,
  `CREATE TABLE customer_order (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    partner_id TEXT REFERENCES partner (id),
    warehouse_id TEXT NOT NULL REFERENCES warehouse (id),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_day TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'partly_issued', 'closed', 'cancelled')),
    note TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX customer_order_status ON customer_order (status, due_day)`,
  `CREATE INDEX customer_order_day ON customer_order (day, number)`,
  `CREATE INDEX customer_order_partner ON customer_order (partner_id) WHERE partner_id IS NOT NULL`,
  `CREATE TABLE customer_order_line (
    order_id TEXT NOT NULL REFERENCES customer_order (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    product_id TEXT NOT NULL REFERENCES product (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    issued INTEGER NOT NULL DEFAULT 0 CHECK (issued >= 0),
    unit_price_fen INTEGER CHECK (unit_price_fen >= 0),
    PRIMARY KEY (order_id, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX customer_order_line_product ON customer_order_line (product_id)`,
  // What is reserved of a product is read here, however many orders were served.
  `CREATE INDEX customer_order_line_open ON customer_order_line (product_id, order_id, quantity, issued) WHERE issued < quantity`,
  `CREATE TABLE customer_order_issue (
    order_id TEXT NOT NULL,
    order_line INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES stock_document (id),
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    PRIMARY KEY (order_id, order_line, document_id),
    FOREIGN KEY (order_id, order_line) REFERENCES customer_order_line (order_id, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX customer_order_issue_document ON customer_order_issue (document_id)`,
];
