import type { Kysely } from 'kysely';
import { sql } from 'kysely';

import { catalogueStatements } from './0002-stock/catalogue.ts';
import { documentStatements } from './0002-stock/documents.ts';
import { inspectionStatements } from './0002-stock/inspection.ts';
import { ledgerStatements } from './0002-stock/ledger.ts';
import { orderStatements } from './0002-stock/orders.ts';
import { stocktakeStatements } from './0002-stock/stocktake.ts';

/** Stock in full: every kind of document, costs of every movement, batches, orders, stocktakes, inspection records. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    ...catalogueStatements,
    ...ledgerStatements,
    ...documentStatements,
    ...orderStatements,
    ...stocktakeStatements,
    ...inspectionStatements,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
