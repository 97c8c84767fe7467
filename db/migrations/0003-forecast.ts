import type { Kysely } from 'kysely';
import { sql } from 'kysely';

import { calendarStatements } from './0003-forecast/calendar.ts';
import { marksStatements } from './0003-forecast/marks.ts';
import { policiesStatements } from './0003-forecast/policies.ts';
import { promisesStatements } from './0003-forecast/promises.ts';
import { whatIfStatements } from './0003-forecast/what-if.ts';

/** Forecasts that know promotions, holidays and weather; policies of replenishment; past forecasts kept to be checked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    ...calendarStatements,
    ...marksStatements,
    ...policiesStatements,
    ...promisesStatements,
    ...whatIfStatements,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
