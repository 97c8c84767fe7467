import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { expiryStage } from '#app/stock/expiry.ts';

import { stagesFor } from './expiry-policy.ts';
import { sqlExpiryStage, stageNames, stageRange } from './expiry-stage-sql.ts';

const memory = new Kysely<object>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
afterAll(() => memory.destroy());

const today = businessDay('2026-11-22');
const aDay = fc.integer({ min: -100, max: 500 }).map((days) => addDays(today, days));
const own: readonly (readonly [string, number[]])[] = [
  ['面膜', [365, 120]],
  ['精华', [60, 30, 0]],
];
const stages = Object.assign(new Map(own), { common: [200, 90] });

test('the store and the domain put the same goods in the same stage, and its range holds them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(aDay),
      fc.constantFrom('面膜', '精华', '彩妆', ''),
      async (expiry, category) => {
        const column = sql`CAST(${expiry} AS TEXT)`;
        const stage = sqlExpiryStage(column, sql`CAST(${category} AS TEXT)`, today, stages);
        const { rows } = await sql<{ stage: string }>`SELECT ${stage} AS stage`.execute(memory);
        const found = rows[0]?.stage ?? '';
        const expected = expiryStage(expiry, today, stagesFor(stages, category));
        expect(found).toBe(expiry === null ? 'unknown' : String(expected ?? 'later'));
        expect(stageNames(stages)).toContain(found);
        const held = await sql<{ held: number }>`SELECT ${stageRange(column, found, today)} AS held`.execute(
          memory,
        );
        expect(held.rows[0]?.held).toBe(1);
      },
    ),
    { numRuns: 1000 },
  );
});
