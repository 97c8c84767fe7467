import type { Kysely } from 'kysely';
import { sql } from 'kysely';

import { systemStatements } from './0001-foundation/system.ts';
import { exchangeStatements } from './0001-foundation/exchange.ts';
import { catalogueStatements } from './0001-foundation/catalogue.ts';
import { stockStatements } from './0001-foundation/stock.ts';
import { salesStatements } from './0001-foundation/sales.ts';
import { planningStatements } from './0001-foundation/planning.ts';

/** The first store. Released migrations never change: later ones add to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    ...systemStatements,
    ...exchangeStatements,
    ...catalogueStatements,
    ...stockStatements,
    ...salesStatements,
    ...planningStatements,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
