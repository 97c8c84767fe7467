import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Statements of the first store. Released migrations never change: later ones add to them. */
const statements = [
  `CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT`,
  `CREATE TABLE store_revision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
  ) STRICT`,
  `INSERT INTO store_revision (id, value) VALUES (1, 0)`,
  `CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT,
    detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
  ) STRICT`,
  `CREATE INDEX audit_at ON audit (at)`,
  `CREATE INDEX audit_entity ON audit (entity, entity_id)`,

  `CREATE TABLE import (
    id TEXT PRIMARY KEY,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    file_bytes INTEGER NOT NULL CHECK (file_bytes >= 0),
    status TEXT NOT NULL CHECK (status IN ('committed', 'undone')),
    mode TEXT NOT NULL CHECK (mode IN ('history', 'issue')),
    as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    summary TEXT NOT NULL CHECK (json_valid(summary)),
    actor TEXT NOT NULL,
    created_at TEXT NOT NULL,
    undone_at TEXT,
    CHECK ((status = 'undone') = (undone_at IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX import_hash ON import (file_sha256)`,
  `CREATE INDEX import_created ON import (created_at)`,
  `CREATE TABLE import_row (
    import_id TEXT NOT NULL REFERENCES import (id),
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL CHECK (row >= 1),
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'corrected', 'duplicate', 'rejected')),
    PRIMARY KEY (import_id, sheet, row)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE import_problem (
    import_id TEXT NOT NULL REFERENCES import (id),
    seq INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL,
    column_letter TEXT NOT NULL,
    field TEXT,
    code TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('repair', 'warning', 'duplicate', 'rejection')),
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    PRIMARY KEY (import_id, seq)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE import_change (
    import_id TEXT NOT NULL REFERENCES import (id),
    seq INTEGER NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    before TEXT NOT NULL CHECK (json_valid(before)),
    version_after INTEGER NOT NULL,
    PRIMARY KEY (import_id, seq)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE column_mapping (
    signature TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    columns TEXT NOT NULL CHECK (json_valid(columns)),
    import_id TEXT REFERENCES import (id),
    updated_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE product (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    barcode TEXT CHECK (barcode <> ''),
    name TEXT NOT NULL,
    search_text TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    subcategory TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    pack_size INTEGER NOT NULL DEFAULT 1 CHECK (pack_size >= 1),
    moq INTEGER NOT NULL DEFAULT 1 CHECK (moq >= 1),
    lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 730),
    list_price_fen INTEGER CHECK (list_price_fen >= 0),
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
    import_id TEXT REFERENCES import (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX product_barcode ON product (barcode) WHERE barcode IS NOT NULL`,
  `CREATE INDEX product_name ON product (name)`,
  `CREATE INDEX product_category ON product (category, subcategory)`,
  `CREATE INDEX product_import ON product (import_id) WHERE import_id IS NOT NULL`,

  `CREATE TABLE partner (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('customer', 'supplier', 'distributor')),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
    name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 730),
    consultant_id TEXT REFERENCES consultant (id),
    import_id TEXT REFERENCES import (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (kind, code)
  ) STRICT`,
  `CREATE INDEX partner_import ON partner (import_id) WHERE import_id IS NOT NULL`,
  `CREATE INDEX partner_consultant ON partner (consultant_id) WHERE consultant_id IS NOT NULL`,
  `CREATE TABLE consultant (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    phone TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    joined_on TEXT,
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE warehouse (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX warehouse_default ON warehouse (is_default) WHERE is_default = 1`,
  `CREATE TABLE lot (
    id TEXT PRIMARY KEY,
    product_id TEXT NOT NULL REFERENCES product (id),
    code TEXT NOT NULL,
    production_day TEXT,
    expiry_day TEXT,
    import_id TEXT REFERENCES import (id),
    created_at TEXT NOT NULL,
    UNIQUE (product_id, code)
  ) STRICT`,
  `CREATE INDEX lot_expiry ON lot (expiry_day) WHERE expiry_day IS NOT NULL`,
  `CREATE INDEX lot_import ON lot (import_id) WHERE import_id IS NOT NULL`,

  `CREATE TABLE document_kind (
    code TEXT PRIMARY KEY,
    prefix TEXT NOT NULL UNIQUE
  ) STRICT`,
  `INSERT INTO document_kind (code, prefix) VALUES
    ('opening', 'QC'), ('receipt', 'RK'), ('issue', 'CK'), ('purchase_order', 'CG')`,
  `CREATE TABLE document_counter (
    kind TEXT NOT NULL REFERENCES document_kind (code),
    device TEXT NOT NULL,
    day TEXT NOT NULL,
    last INTEGER NOT NULL CHECK (last >= 1),
    PRIMARY KEY (kind, device, day)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE stock_document (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL REFERENCES document_kind (code),
    number TEXT NOT NULL UNIQUE,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    partner_id TEXT REFERENCES partner (id),
    reverses_id TEXT UNIQUE REFERENCES stock_document (id),
    import_id TEXT REFERENCES import (id),
    note TEXT NOT NULL DEFAULT '',
    posted_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX stock_document_day ON stock_document (day, number)`,
  `CREATE INDEX stock_document_kind ON stock_document (kind, day, number)`,
  `CREATE INDEX stock_document_import ON stock_document (import_id) WHERE import_id IS NOT NULL`,
  `CREATE INDEX stock_document_partner ON stock_document (partner_id) WHERE partner_id IS NOT NULL`,
  `CREATE TABLE stock_ledger (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES stock_document (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    product_id TEXT NOT NULL REFERENCES product (id),
    warehouse_id TEXT NOT NULL REFERENCES warehouse (id),
    lot_id TEXT REFERENCES lot (id),
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    cost_fen INTEGER,
    UNIQUE (document_id, line)
  ) STRICT`,
  `CREATE INDEX stock_ledger_product ON stock_ledger (product_id, warehouse_id, day)`,
  `CREATE INDEX stock_ledger_day ON stock_ledger (day)`,
  `CREATE TRIGGER stock_ledger_no_update BEFORE UPDATE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END`,
  `CREATE TRIGGER stock_ledger_no_delete BEFORE DELETE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END`,
  `CREATE TABLE stock_balance (
    product_id TEXT NOT NULL REFERENCES product (id),
    warehouse_id TEXT NOT NULL REFERENCES warehouse (id),
    lot_key TEXT NOT NULL,
    lot_id TEXT REFERENCES lot (id),
    on_hand INTEGER NOT NULL CHECK (on_hand <> 0),
    PRIMARY KEY (product_id, warehouse_id, lot_key),
    CHECK (lot_key = ifnull(lot_id, ''))
  ) STRICT, WITHOUT ROWID`,
  // A balance of nothing is no row, so that the derived table is the same however it was arrived at.
  `CREATE TRIGGER stock_ledger_balance AFTER INSERT ON stock_ledger
    BEGIN
      DELETE FROM stock_balance
        WHERE product_id = NEW.product_id AND warehouse_id = NEW.warehouse_id
          AND lot_key = ifnull(NEW.lot_id, '') AND on_hand + NEW.quantity = 0;
      INSERT INTO stock_balance (product_id, warehouse_id, lot_key, lot_id, on_hand)
        SELECT NEW.product_id, NEW.warehouse_id, ifnull(NEW.lot_id, ''), NEW.lot_id, NEW.quantity
        WHERE changes() = 0
        ON CONFLICT (product_id, warehouse_id, lot_key) DO UPDATE SET on_hand = on_hand + excluded.on_hand;
    END`,

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

  `CREATE TABLE forecast_run (
    id TEXT PRIMARY KEY,
    as_of TEXT NOT NULL,
    created_at TEXT NOT NULL,
    parameters TEXT NOT NULL CHECK (json_valid(parameters))
  ) STRICT`,
  `CREATE TABLE forecast (
    run_id TEXT NOT NULL REFERENCES forecast_run (id) ON DELETE CASCADE,
    product_id TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    method TEXT NOT NULL,
    demand_class TEXT NOT NULL,
    per_week REAL NOT NULL,
    detail TEXT NOT NULL CHECK (json_valid(detail)),
    PRIMARY KEY (run_id, product_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX forecast_product ON forecast (product_id)`,
  `CREATE TABLE reorder_plan (
    id TEXT PRIMARY KEY,
    as_of TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'ordered', 'replaced')),
    run_id TEXT NOT NULL REFERENCES forecast_run (id),
    parameters TEXT NOT NULL CHECK (json_valid(parameters)),
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE UNIQUE INDEX reorder_plan_open ON reorder_plan (status) WHERE status = 'open'`,
  `CREATE TABLE reorder_line (
    plan_id TEXT NOT NULL REFERENCES reorder_plan (id) ON DELETE CASCADE,
    product_id TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    available INTEGER NOT NULL,
    on_order INTEGER NOT NULL,
    demand_per_day REAL NOT NULL,
    lead_days INTEGER NOT NULL,
    review_days INTEGER NOT NULL,
    safety_stock INTEGER NOT NULL,
    suggested INTEGER NOT NULL CHECK (suggested >= 0),
    ordered INTEGER NOT NULL CHECK (ordered >= 0),
    status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'accepted', 'dropped')),
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    PRIMARY KEY (plan_id, product_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX reorder_line_product ON reorder_line (product_id)`,
  `CREATE TABLE purchase_order (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    supplier_id TEXT NOT NULL REFERENCES partner (id),
    day TEXT NOT NULL,
    expected_day TEXT,
    status TEXT NOT NULL CHECK (status IN ('draft', 'sent', 'confirmed', 'partly_received', 'closed', 'cancelled')),
    plan_id TEXT REFERENCES reorder_plan (id),
    import_id TEXT REFERENCES import (id),
    note TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX purchase_order_status ON purchase_order (status, expected_day)`,
  `CREATE INDEX purchase_order_import ON purchase_order (import_id) WHERE import_id IS NOT NULL`,
  `CREATE TABLE purchase_line (
    order_id TEXT NOT NULL REFERENCES purchase_order (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    product_id TEXT NOT NULL REFERENCES product (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    received INTEGER NOT NULL DEFAULT 0 CHECK (received >= 0),
    unit_price_fen INTEGER CHECK (unit_price_fen >= 0),
    PRIMARY KEY (order_id, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX purchase_line_product ON purchase_line (product_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
