import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { storeFileName } from '../../db/store.ts';

/** What a person would call the business: everything but the records of who did what, settings and proposals. */
const tables = [
  'product',
  'partner',
  'warehouse',
  'lot',
  'stock_document',
  'stock_ledger',
  'stock_balance',
  'sales_order',
  'sales_line',
  'purchase_order',
  'purchase_line',
  'column_mapping',
];

/** Rows and a hash of the content of each business table, read beside the running application. */
export function businessData(dataDirectory: string): Record<string, string> {
  const database = new Database(join(dataDirectory, storeFileName), { readonly: true });
  try {
    return Object.fromEntries(
      tables.map((table) => {
        const rows = database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all();
        const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
        return [table, `${rows.length} rows ${hash}`];
      }),
    );
  } finally {
    database.close();
  }
}
