import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';

import { keepStatements } from './statement-cache.ts';

test('a text is prepared once, the least used one goes, and what changes tables is never kept', () => {
  const database = new Sqlite(':memory:');
  const kept = keepStatements(database);
  const first = kept.prepare('SELECT 1 AS one');
  expect(kept.prepare('SELECT 1 AS one')).toBe(first);
  for (let place = 0; place < 399; place++) kept.prepare(`SELECT ${place} AS other`);
  expect(kept.prepare('SELECT 1 AS one')).toBe(first);
  kept.prepare('SELECT 400 AS more');
  // The one that was asked for last stays; the oldest of the others went.
  expect(kept.prepare('SELECT 1 AS one')).toBe(first);
  const create = 'CREATE TABLE IF NOT EXISTS t (a)';
  expect(kept.prepare(create)).not.toBe(kept.prepare(create));
  kept.close();
});

test('a kept statement sees a table as it is after it was changed', () => {
  const database = new Sqlite(':memory:');
  database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
  const kept = keepStatements(database);
  expect(kept.prepare('SELECT * FROM t').all()).toEqual([{ a: 1 }]);
  database.exec('ALTER TABLE t ADD COLUMN b DEFAULT 2');
  expect(kept.prepare('SELECT * FROM t').all()).toEqual([{ a: 1, b: 2 }]);
  database.close();
});
