/** Forecasts, suggestions, and orders to suppliers. */
export const planningStatements: readonly string[] = [
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
  `CREATE INDEX purchase_order_supplier ON purchase_order (supplier_id)`,
  `CREATE INDEX purchase_order_plan ON purchase_order (plan_id) WHERE plan_id IS NOT NULL`,
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
