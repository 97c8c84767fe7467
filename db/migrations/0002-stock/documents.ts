/** Documents: what was written, where it came from, drafts, and the counts that later entries must respect. */
export const documentStatements: readonly string[] = [
  `ALTER TABLE stock_document ADD COLUMN content TEXT CHECK (content IS NULL OR json_valid(content))`,
  `ALTER TABLE stock_document ADD COLUMN warehouse_id TEXT REFERENCES warehouse (id)`,
  `ALTER TABLE stock_document ADD COLUMN to_warehouse_id TEXT REFERENCES warehouse (id)`,
  // The document that this one answers: the dispatch of an arrival, the issue of a return.
  `ALTER TABLE stock_document ADD COLUMN origin_id TEXT REFERENCES stock_document (id)`,
  `ALTER TABLE stock_document ADD COLUMN purchase_order_id TEXT REFERENCES purchase_order (id)`,
  `ALTER TABLE stock_document ADD COLUMN customer_order_id TEXT REFERENCES customer_order (id)`,
  `ALTER TABLE stock_document ADD COLUMN reason TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE stock_document ADD COLUMN actor TEXT NOT NULL DEFAULT ''`,
  `CREATE INDEX stock_document_origin ON stock_document (origin_id) WHERE origin_id IS NOT NULL`,
  `CREATE INDEX stock_document_purchase ON stock_document (purchase_order_id) WHERE purchase_order_id IS NOT NULL`,
  `CREATE INDEX stock_document_customer_order ON stock_document (customer_order_id) WHERE customer_order_id IS NOT NULL`,
  // Drafts are not deleted: they end as posted or discarded.
  `CREATE TABLE stock_draft (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL REFERENCES document_kind (code),
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'posted', 'discarded')),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    partner_id TEXT REFERENCES partner (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    document_id TEXT REFERENCES stock_document (id),
    actor TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((status = 'posted') = (document_id IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX stock_draft_status ON stock_draft (status, updated_at)`,
  `CREATE INDEX stock_draft_document ON stock_draft (document_id) WHERE document_id IS NOT NULL`,
  `CREATE INDEX stock_draft_partner ON stock_draft (partner_id) WHERE partner_id IS NOT NULL`,
  // A balance that was counted. An entry dated before it says so, or does not change what lies after it.
  `CREATE TABLE stock_anchor (
    product_id TEXT NOT NULL REFERENCES product (id),
    warehouse_id TEXT NOT NULL REFERENCES warehouse (id),
    lot_key TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    document_id TEXT NOT NULL REFERENCES stock_document (id),
    quantity INTEGER NOT NULL,
    PRIMARY KEY (product_id, warehouse_id, lot_key, day, document_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX stock_anchor_document ON stock_anchor (document_id)`,
  // Lines of documents that came from files, by the fingerprint under which they are known again.
  `CREATE TABLE imported_line (
    fingerprint TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES stock_document (id),
    PRIMARY KEY (fingerprint, document_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX imported_line_document ON imported_line (document_id)`,
];
