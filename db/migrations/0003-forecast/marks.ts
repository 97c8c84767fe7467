/** What people know of past demand that the sales do not say, and what is needed to read demand by order. */
export const marksStatements: readonly string[] = [
  `CREATE TABLE demand_mark (
    id TEXT PRIMARY KEY,
    product_id TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('stockOut', 'oneOff', 'substitution', 'normal')),
    quantity INTEGER CHECK (quantity > 0),
    other_product_id TEXT REFERENCES product (id) ON DELETE CASCADE,
    note TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (first_day <= last_day),
    CHECK (kind IN ('oneOff', 'substitution') OR quantity IS NULL),
    CHECK ((kind = 'substitution') = (other_product_id IS NOT NULL)),
    CHECK (kind <> 'substitution' OR quantity IS NOT NULL),
    CHECK (other_product_id <> product_id)
  ) STRICT`,
  `CREATE INDEX demand_mark_product ON demand_mark (product_id, first_day)`,
  `CREATE INDEX demand_mark_other ON demand_mark (other_product_id, first_day) WHERE other_product_id IS NOT NULL`,
  // What a young product will sell like.
  `CREATE TABLE look_alike (
    product_id TEXT PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
    other_product_id TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    factor_percent INTEGER NOT NULL DEFAULT 100 CHECK (factor_percent BETWEEN 1 AND 1000),
    actor TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (other_product_id <> product_id)
  ) STRICT`,
  `CREATE INDEX look_alike_other ON look_alike (other_product_id)`,
  // Single large orders are found among a product's orders: read from the same index as its days.
  `DROP INDEX sales_line_demand`,
  `CREATE INDEX sales_line_demand ON sales_line
    (product_id, day, quantity, warehouse_id, amount_fen, unit_price_fen, order_id)`,
  // What a product is among all, as of the plan; null in plans from before.
  `ALTER TABLE forecast ADD COLUMN abc_xyz TEXT CHECK (abc_xyz GLOB '[ABC][XYZ]')`,
  // Which sale a returned document was.
  `CREATE INDEX IF NOT EXISTS sales_order_document ON sales_order (document_id) WHERE document_id IS NOT NULL`,
];
