/** 进货查验记录, and files kept as evidence by their hash. */
export const inspectionStatements: readonly string[] = [
  `CREATE TABLE inspection_record (
    document_id TEXT NOT NULL REFERENCES stock_document (id),
    product_id TEXT NOT NULL REFERENCES product (id),
    lot_key TEXT NOT NULL,
    lot_id TEXT REFERENCES lot (id),
    quantity INTEGER NOT NULL,
    supplier_licence TEXT NOT NULL DEFAULT '',
    registration_number TEXT NOT NULL DEFAULT '',
    certificate_number TEXT NOT NULL DEFAULT '',
    inspector TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT 'open' CHECK (result IN ('open', 'passed', 'refused')),
    retain_until TEXT,
    note TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (document_id, product_id, lot_key),
    CHECK (lot_key = ifnull(lot_id, ''))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX inspection_record_product ON inspection_record (product_id)`,
  `CREATE INDEX inspection_record_lot ON inspection_record (lot_id) WHERE lot_id IS NOT NULL`,
  // Those that lack a number; whether a file stands for it is looked up for these few.
  `CREATE INDEX inspection_record_gap ON inspection_record (document_id)
    WHERE supplier_licence = '' OR registration_number = '' OR certificate_number = ''`,
  `CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    entity TEXT NOT NULL CHECK (entity IN ('partner', 'product', 'lot', 'document', 'purchase_order')),
    entity_id TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT 'other' CHECK (role IN ('licence', 'registration', 'certificate', 'delivery', 'photo', 'other')),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    actor TEXT NOT NULL,
    created_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT`,
  `CREATE INDEX attachment_entity ON attachment (entity, entity_id)`,
  `CREATE INDEX attachment_sha256 ON attachment (sha256)`,
];
