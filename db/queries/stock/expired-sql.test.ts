import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { isExpired } from '#app/stock/expiry.ts';

import { openTestStore } from '../../testing.ts';
import { sqlExpired, sqlUsable, sqlWillExpire } from './expired-sql.ts';
import { expiryStagesByCategory, stagesFor } from './expiry-policy.ts';

const memory = new Kysely<object>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
afterAll(() => memory.destroy());

const today = businessDay('2026-02-27');
const aDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days));

test('the store and the domain call the same goods expired, usable and soon to expire', async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(aDay), aDay, fc.nat({ max: 90 }), async (expiry, day, ahead) => {
      const until = addDays(day, ahead);
      const column = sql`CAST(${expiry} AS TEXT)`;
      const { rows } = await sql<{
        expired: number;
        usable: number;
        will: number | null;
        soon: number | null;
      }>`
        SELECT ${sqlExpired(column, day)} AS expired, ${sqlUsable(column, day)} AS usable,
          ${sqlWillExpire(column, day)} AS will, ${sqlWillExpire(column, day, until)} AS soon`.execute(
        memory,
      );
      const [row] = rows;
      const expired = isExpired(expiry, day);
      expect(row?.expired).toBe(expired ? 1 : 0);
      expect(row?.usable).toBe(expired ? 0 : 1);
      expect(row?.will === 1).toBe(expiry !== null && !expired);
      expect(row?.soon === 1).toBe(expiry !== null && !expired && isExpired(expiry, addDays(until, 1)));
    }),
    { numRuns: 1000 },
  );
});

test('a category has its own stages, the farthest first, or the common ones', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    await store.transact({ actor: 't', action: 'seed', entity: 'category_policy' }, async ({ trx }) => {
      await trx
        .insertInto('category_policy')
        .values([
          { category: '面膜', expiry_stages: '[30, 365, 120]' },
          { category: '空', expiry_stages: '[]' },
        ])
        .execute();
    });
    const stages = await expiryStagesByCategory(store.read);
    expect(stagesFor(stages, '面膜')).toEqual([365, 120, 30]);
    expect(stagesFor(stages, '空')).toEqual([180, 90, 30]);
    expect(stagesFor(stages, '精华')).toEqual([180, 90, 30]);
  } finally {
    await cleanup();
  }
});
