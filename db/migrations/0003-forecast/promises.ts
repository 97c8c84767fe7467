/** Forecasts as they were given, how near they came, and what people ordered in their place. */
export const promisesStatements: readonly string[] = [
  // One row a product and first promised week; never changed once written.
  `CREATE TABLE forecast_promise (
    product_id TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    method TEXT NOT NULL,
    replayed INTEGER NOT NULL CHECK (replayed IN (0, 1)),
    known_until TEXT NOT NULL,
    expected TEXT NOT NULL CHECK (json_array_length(expected) = 8),
    low TEXT NOT NULL CHECK (json_array_length(low) = 8),
    high TEXT NOT NULL CHECK (json_array_length(high) = 8),
    naive REAL NOT NULL CHECK (naive >= 0),
    average REAL NOT NULL CHECK (average >= 0),
    created_at TEXT NOT NULL,
    PRIMARY KEY (product_id, week)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX forecast_promise_week ON forecast_promise (week, replayed)`,
  // Sums by promised week and by product, of promises whose weeks have passed: derived, and replaced as a whole.
  `CREATE TABLE accuracy_week (
    week TEXT NOT NULL,
    horizon INTEGER NOT NULL CHECK (horizon BETWEEN 1 AND 8),
    replayed INTEGER NOT NULL CHECK (replayed IN (0, 1)),
    ${sumColumns()},
    PRIMARY KEY (week, horizon, replayed)
  ) STRICT, WITHOUT ROWID`,
  // Horizon 0 holds all eight.
  `CREATE TABLE accuracy_product (
    horizon INTEGER NOT NULL CHECK (horizon BETWEEN 0 AND 8),
    product_id TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    ${sumColumns()},
    PRIMARY KEY (horizon, product_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX accuracy_product_product ON accuracy_product (product_id)`,
  `CREATE TABLE accuracy_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    known_until TEXT NOT NULL,
    newest_week TEXT NOT NULL,
    computed_at TEXT NOT NULL
  ) STRICT`,
  // Plans are forgotten in time, what was ordered in their place is not: no foreign keys.
  `CREATE TABLE reorder_override (
    plan_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    as_of TEXT NOT NULL,
    suggested INTEGER NOT NULL CHECK (suggested >= 0),
    ordered INTEGER NOT NULL CHECK (ordered >= 0),
    reason TEXT NOT NULL CHECK (reason IN ('promotion', 'customer', 'price', 'stock', 'supplier', 'doubt', 'other')),
    note TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (plan_id, product_id, created_at)
  ) STRICT, WITHOUT ROWID`,
];

/** Units, but for how many weeks were compared and how many of them fell within the band. */
function sumColumns(): string {
  return `compared INTEGER NOT NULL, inside INTEGER NOT NULL, sold REAL NOT NULL, error REAL NOT NULL,
    absolute REAL NOT NULL, naive REAL NOT NULL, average REAL NOT NULL`;
}
