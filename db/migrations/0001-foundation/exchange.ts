/** Imports with the outcome of each row, what they changed, and how columns were understood. */
export const exchangeStatements: readonly string[] = [
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
  // The outcome of every row, neighbours with the same outcome together: a clean file is one row of this table.
  `CREATE TABLE import_row (
    import_id TEXT NOT NULL REFERENCES import (id),
    sheet TEXT NOT NULL,
    first_row INTEGER NOT NULL CHECK (first_row >= 1),
    last_row INTEGER NOT NULL CHECK (last_row >= first_row),
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'corrected', 'duplicate', 'rejected')),
    PRIMARY KEY (import_id, sheet, first_row)
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
];
