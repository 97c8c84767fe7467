/** What stock needs to know of products, batches, partners and warehouses. */
export const catalogueStatements: readonly string[] = [
  `ALTER TABLE product ADD COLUMN kind TEXT NOT NULL DEFAULT 'goods' CHECK (kind IN ('goods', 'set', 'service'))`,
  `ALTER TABLE product ADD COLUMN lot_control INTEGER NOT NULL DEFAULT 0 CHECK (lot_control IN (0, 1))`,
  `ALTER TABLE product ADD COLUMN shelf_life_days INTEGER CHECK (shelf_life_days BETWEEN 1 AND 7300)`,
  `ALTER TABLE product ADD COLUMN registration_number TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE product ADD COLUMN purchase_price_fen INTEGER CHECK (purchase_price_fen >= 0)`,
  `ALTER TABLE product ADD COLUMN shelf TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE partner ADD COLUMN licence_number TEXT NOT NULL DEFAULT ''`,
  // Stock in quarantine warehouses and on its way between own ones is owned, and not available.
  `ALTER TABLE warehouse ADD COLUMN kind TEXT NOT NULL DEFAULT 'own' CHECK (kind IN ('own', 'quarantine', 'transit'))`,
  `ALTER TABLE warehouse ADD COLUMN negative TEXT NOT NULL DEFAULT 'block' CHECK (negative IN ('block', 'allow'))`,
  `ALTER TABLE warehouse ADD COLUMN version INTEGER NOT NULL DEFAULT 1`,
  // What was allowed until now stays allowed where it was.
  `UPDATE warehouse SET negative = 'allow'`,
  `CREATE UNIQUE INDEX warehouse_transit ON warehouse (kind) WHERE kind = 'transit'`,
  `ALTER TABLE lot ADD COLUMN status TEXT NOT NULL DEFAULT 'normal' CHECK (status IN ('normal', 'quarantined'))`,
  `ALTER TABLE lot ADD COLUMN status_reason TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE lot ADD COLUMN certificate_number TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE lot ADD COLUMN version INTEGER NOT NULL DEFAULT 1`,
  // The expiry board walks batches in the order of their expiry, and counts them, without their rows.
  `DROP INDEX lot_expiry`,
  `CREATE INDEX lot_expiry ON lot (expiry_day, id, status, code)`,
  `CREATE TABLE product_component (
    set_id TEXT NOT NULL REFERENCES product (id),
    component_id TEXT NOT NULL REFERENCES product (id),
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    PRIMARY KEY (set_id, component_id),
    CHECK (set_id <> component_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX product_component_component ON product_component (component_id)`,
  // Beside the product's own: shared ones (several products) and those of packs (several units).
  `CREATE TABLE barcode (
    barcode TEXT NOT NULL CHECK (length(barcode) BETWEEN 1 AND 64),
    product_id TEXT NOT NULL REFERENCES product (id),
    quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity >= 1),
    PRIMARY KEY (barcode, product_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX barcode_product ON barcode (product_id)`,
  `CREATE TABLE category_policy (
    category TEXT PRIMARY KEY,
    expiry_stages TEXT NOT NULL CHECK (json_valid(expiry_stages))
  ) STRICT`,
  // What is sold a day, of one warehouse too, and for how much.
  `DROP INDEX sales_line_demand`,
  `CREATE INDEX sales_line_demand ON sales_line
    (product_id, day, quantity, warehouse_id, amount_fen, unit_price_fen)`,
  // Near expiry was one number; it is the farthest of several stages now.
  `INSERT INTO setting (key, value) SELECT 'expiryStages', json_group_array(days) FROM (
    SELECT CAST(value AS INTEGER) AS days FROM setting WHERE key = 'nearExpiryDays'
    UNION SELECT column1 FROM (VALUES (90), (30)), setting WHERE key = 'nearExpiryDays' AND column1 < CAST(value AS INTEGER)
    ORDER BY days DESC) HAVING count(*) > 0`,
  `DELETE FROM setting WHERE key = 'nearExpiryDays'`,
];
