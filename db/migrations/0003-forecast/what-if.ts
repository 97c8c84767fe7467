/** Replays of the past under another policy. A run is never changed: it is written whole, and the oldest make room for the newest. */
export const whatIfStatements: readonly string[] = [
  `CREATE TABLE what_if_run (
    id TEXT PRIMARY KEY,
    parameters TEXT NOT NULL CHECK (json_valid(parameters)),
    result TEXT NOT NULL CHECK (json_valid(result)),
    actor TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX what_if_run_created ON what_if_run (created_at)`,
];
