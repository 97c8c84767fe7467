import { expect, test } from 'vitest';

import { openConnection } from './connection.ts';
import { openTestStore } from './testing.ts';

/** Rows of these are deleted: by undoing an import, or because nobody needs them any more. */
const deleted = ['product', 'partner', 'lot', 'sales_order', 'purchase_order', 'reorder_plan'];

/** Deleting a row makes SQLite look for rows that refer to it: without an index it reads the whole table, for each row. */
test('what refers to a row that may be deleted is found through an index', async () => {
  const { store, cleanup } = await openTestStore();
  const connection = openConnection(store.file, 'read');
  try {
    const references = connection
      .prepare(
        `SELECT t.name AS child, f."table" AS parent, f."from" AS field
         FROM pragma_table_list AS t JOIN pragma_foreign_key_list(t.name) AS f WHERE t.schema = 'main'`,
      )
      .all() as { child: string; parent: string; field: string }[];
    const toDeleted = references.filter(({ parent }) => deleted.includes(parent));
    expect(toDeleted.length).toBeGreaterThan(15);
    const unindexed = toDeleted.filter(({ child, field }) => {
      const plan = connection
        .prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM ${child} WHERE ${field} = ?`)
        .all('x');
      return (plan as { detail: string }[]).some(({ detail }) => detail.startsWith('SCAN'));
    });
    expect(unindexed).toEqual([]);
  } finally {
    connection.close();
    await cleanup();
  }
});
