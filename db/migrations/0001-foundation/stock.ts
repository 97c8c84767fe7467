/** Documents and the append-only ledger, with balances that follow it by trigger. */
export const stockStatements: readonly string[] = [
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
  // Where a lot went, should it be called back; and what deleting a lot must look through.
  `CREATE INDEX stock_ledger_lot ON stock_ledger (lot_id) WHERE lot_id IS NOT NULL`,
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
  `CREATE INDEX stock_balance_lot ON stock_balance (lot_id) WHERE lot_id IS NOT NULL`,
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
];
