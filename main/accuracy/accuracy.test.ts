import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { addDays } from '#app/core/business-day.ts';
import { readScorecard } from '#db/queries/accuracy/scorecard.ts';
import { findLastSaleDay } from '#db/queries/demand.ts';

import { runReplenishment } from '../replenishment/run-replenishment.ts';
import { openSampleContext, sampleToday } from '../sample/testing.ts';
import { accuracyRouter } from './router.ts';
import { runComparison, runReplay } from './run-accuracy.ts';

let opened: Awaited<ReturnType<typeof openSampleContext>>;
beforeAll(async () => {
  opened = await openSampleContext();
});
afterAll(() => opened.cleanup());

/** Several forecasts of the whole sample: a busy machine takes its time. */
const patient = { timeout: 180_000 };

const job = { signal: new AbortController().signal, report: () => undefined };
const promises = () =>
  opened.context.store.read.selectFrom('forecast_promise').selectAll().orderBy('week').execute();

test(
  'a plan freezes its forecasts once a week, and none of a day that a person asked for',
  patient,
  async () => {
    const { context } = opened;
    const caller = accuracyRouter.createCaller(context);
    expect(await caller.overview()).toMatchObject({ promisedWeeks: 0, isBehind: false, figures: null });
    await runReplenishment(context, { asOf: addDays(sampleToday, -30) }, job);
    expect(await promises()).toEqual([]);
    await runReplenishment(context, {}, job);
    const first = await promises();
    expect(first.length).toBeGreaterThan(50);
    expect(new Set(first.map(({ replayed }) => replayed))).toEqual(new Set([0]));
    await runReplenishment(context, { serviceLevel: 0.8 }, job);
    expect(await promises()).toEqual(first);
    expect(await caller.overview()).toMatchObject({ promisedWeeks: 1, replayedWeeks: 0, isBehind: true });
    expect(await runComparison(context, job)).toEqual({ compared: true });
    // Its weeks are not over.
    expect(await caller.overview()).toMatchObject({ isBehind: false, figures: null, weeks: [] });
  },
);

test(
  'a new store promises of its past with what was known then, says so, and is compared by week, horizon and product',
  patient,
  async () => {
    const { context } = opened;
    const { promises: added } = await runReplay(context, job, 3);
    expect(added).toBeGreaterThan(150);
    const caller = accuracyRouter.createCaller(context);
    const all = await caller.overview();
    expect(all).toMatchObject({ promisedWeeks: 4, replayedWeeks: 3, hasReplayed: true, isBehind: false });
    expect(all.horizons.map(({ horizon }) => horizon)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(all.figures?.accuracy).toBeGreaterThan(0);
    expect(all.figures?.coverage).toBeGreaterThan(0.5);
    const lastSale = await findLastSaleDay(context.store.read, sampleToday);
    for (const { week } of all.weeks) expect(addDays(week, 6) <= (lastSale ?? '')).toBe(true);
    const one = await caller.overview({ horizon: 1 });
    expect(one.figures).toMatchObject({ accuracy: all.horizons[0]?.accuracy });
    const list = await caller.products({ sort: { column: 'accuracy', direction: 'asc' } });
    expect(list.total).toBeGreaterThan(50);
    // Products and weeks are sums of the same comparisons.
    const ofProducts = await sql<{ absolute: number }>`
    SELECT sum(absolute) AS absolute FROM accuracy_product WHERE horizon = 0`.execute(context.store.read);
    expect(ofProducts.rows[0]?.absolute).toBeCloseTo(all.sums?.absolute ?? 0, 3);
    expect(await runReplay(context, job, 3)).toEqual({ promises: 0 });
  },
);

test('what a person ordered is compared once its time is over, by reason', patient, async () => {
  const { context } = opened;
  const { store } = context;
  const asOf = addDays(sampleToday, -60);
  const { planId } = await runReplenishment(context, { asOf }, job);
  const lines = await store.read
    .selectFrom('reorder_line')
    .select(['product_id', 'suggested'])
    .where('plan_id', '=', planId)
    .where('suggested', '>', 0)
    .limit(3)
    .execute();
  await store.transact({ actor: 't', action: 'seed', entity: 'reorder_override' }, async ({ trx }) => {
    for (const [index, { product_id, suggested }] of lines.entries())
      for (const [time, ordered] of [
        ['08', 1],
        ['09', suggested * 50],
      ] as const)
        await trx
          .insertInto('reorder_override')
          .values({
            plan_id: planId,
            product_id,
            as_of: asOf,
            suggested,
            ordered,
            reason: index === 0 ? 'promotion' : 'doubt',
            actor: 't',
            created_at: `2026-11-22T${time}:00:00.000Z`,
          })
          .execute();
  });
  expect((await readScorecard(store.read, sampleToday)).reasons).toEqual([]);
  await store.transact({ actor: 't', action: 'seed', entity: 'reorder_plan' }, ({ trx }) =>
    trx.updateTable('reorder_plan').set({ status: 'ordered' }).where('id', '=', planId).execute(),
  );
  const card = await readScorecard(store.read, sampleToday);
  expect(card.reasons).toMatchObject([
    { reason: 'doubt', overrides: 2, person: 0, system: 2 },
    { reason: 'promotion', overrides: 1, person: 0, system: 1 },
  ]);
  expect(card.waiting).toBe(0);
  expect(await readScorecard(store.read, addDays(asOf, 3))).toMatchObject({ waiting: 3, overrides: [] });
});
