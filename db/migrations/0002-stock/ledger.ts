/**
 * The ledger with the cost of every movement, and what follows from it by trigger: quantity by batch, quantity and cost by
 * product and warehouse.
 */
export const ledgerStatements: readonly string[] = [
  `INSERT INTO document_kind (code, prefix) VALUES
    ('customer_return', 'XT'), ('supplier_return', 'TH'), ('transfer_out', 'DC'), ('transfer_in', 'DR'),
    ('exchange_out', 'HC'), ('exchange_in', 'HR'), ('stocktake', 'PD'), ('adjustment', 'TZ'), ('assembly', 'ZZ'),
    ('disassembly', 'CX'), ('internal_use', 'LY'), ('scrap', 'BF'), ('customer_order', 'XD'), ('count_list', 'PB')`,
  `CREATE TABLE stock_movement (
    seq INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES stock_document (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    kind TEXT NOT NULL REFERENCES document_kind (code),
    role TEXT NOT NULL DEFAULT 'main' CHECK (role IN ('main', 'counter', 'component', 'difference', 'variance')),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    product_id TEXT NOT NULL REFERENCES product (id),
    warehouse_id TEXT NOT NULL REFERENCES warehouse (id),
    lot_id TEXT REFERENCES lot (id),
    quantity INTEGER NOT NULL CHECK (quantity <> 0 OR role = 'variance'),
    cost_fen INTEGER NOT NULL,
    UNIQUE (document_id, line)
  ) STRICT`,
  // Movements written before costs were kept: at the product's average of the costs that are known, else nothing.
  `INSERT INTO stock_movement (document_id, line, kind, day, product_id, warehouse_id, lot_id, quantity, cost_fen)
    SELECT l.document_id, l.line, d.kind, l.day, l.product_id, l.warehouse_id, l.lot_id, l.quantity,
      ifnull(l.cost_fen, ifnull(CAST(round(l.quantity * known.average) AS INTEGER), 0))
    FROM stock_ledger AS l JOIN stock_document AS d ON d.id = l.document_id
    LEFT JOIN (SELECT product_id, 1.0 * sum(cost_fen) / sum(quantity) AS average FROM stock_ledger
      WHERE quantity > 0 AND cost_fen IS NOT NULL GROUP BY product_id) AS known ON known.product_id = l.product_id
    ORDER BY l.rowid`,
  `DROP TABLE stock_ledger`,
  `ALTER TABLE stock_movement RENAME TO stock_ledger`,
  // Balances of past days, running balances and issues of a product are read from here alone.
  `CREATE INDEX stock_ledger_product ON stock_ledger (product_id, day, warehouse_id, lot_id, kind, quantity, cost_fen)`,
  // The value of all stock by day, and the cost of what was sold.
  `CREATE INDEX stock_ledger_day ON stock_ledger (day, kind, cost_fen)`,
  // What a unit last cost.
  `CREATE INDEX stock_ledger_inflow ON stock_ledger (product_id, day) WHERE quantity > 0 AND cost_fen > 0`,
  `CREATE INDEX stock_ledger_lot ON stock_ledger (lot_id, day) WHERE lot_id IS NOT NULL`,
  `CREATE TRIGGER stock_ledger_no_update BEFORE UPDATE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END`,
  `CREATE TRIGGER stock_ledger_no_delete BEFORE DELETE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END`,
  `CREATE TABLE stock_pool (
    product_id TEXT NOT NULL REFERENCES product (id),
    warehouse_id TEXT NOT NULL REFERENCES warehouse (id),
    quantity INTEGER NOT NULL,
    cost_fen INTEGER NOT NULL,
    PRIMARY KEY (product_id, warehouse_id)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO stock_pool (product_id, warehouse_id, quantity, cost_fen)
    SELECT product_id, warehouse_id, sum(quantity), sum(cost_fen) FROM stock_ledger GROUP BY 1, 2
    HAVING sum(quantity) <> 0 OR sum(cost_fen) <> 0`,
  // Nothing at no cost is no row, so that derived tables are the same however they were arrived at.
  `CREATE TRIGGER stock_ledger_pool AFTER INSERT ON stock_ledger
    BEGIN
      INSERT INTO stock_pool (product_id, warehouse_id, quantity, cost_fen)
        VALUES (NEW.product_id, NEW.warehouse_id, NEW.quantity, NEW.cost_fen)
        ON CONFLICT (product_id, warehouse_id) DO UPDATE
        SET quantity = quantity + excluded.quantity, cost_fen = cost_fen + excluded.cost_fen;
      DELETE FROM stock_pool WHERE product_id = NEW.product_id AND warehouse_id = NEW.warehouse_id
        AND quantity = 0 AND cost_fen = 0;
    END`,
  // How much lies of a batch, and where, is read from here alone.
  `DROP INDEX stock_balance_lot`,
  `CREATE INDEX stock_balance_lot ON stock_balance (lot_id, on_hand) WHERE lot_id IS NOT NULL`,
  `CREATE TRIGGER stock_ledger_balance AFTER INSERT ON stock_ledger WHEN NEW.quantity <> 0
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
