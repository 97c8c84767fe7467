/** Settings, the revision that every write raises, and the audit. */
export const systemStatements: readonly string[] = [
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
];
