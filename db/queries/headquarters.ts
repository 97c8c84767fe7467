import { sql } from 'kysely';

import type { ReadAccess, WriteAccess } from '../store.ts';
import { headquartersCode } from './defaults.ts';

/** HQ; where a store has no supplier of that code, its first supplier. */
export async function getHeadquarters(db: ReadAccess | WriteAccess) {
  return db
    .selectFrom('partner')
    .select(['id', 'code', 'name', 'lead_days'])
    .where('kind', '=', 'supplier')
    .orderBy(sql`code = ${headquartersCode}`, 'desc')
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
}
