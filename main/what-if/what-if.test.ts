import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { fen } from '#app/core/fen.ts';
import { removeQuietly } from '#db/files.ts';
import { insertWhatIfRun, listWhatIfRuns } from '#db/queries/what-if-runs.ts';
import { findStockThatWas } from '#db/queries/stock/what-happened.ts';

import { readWorkbook } from '../exchange/reading/read-workbook.ts';
import { failure } from '../replenishment/test-api.ts';
import { seedHistory, steadySales } from '../replenishment/testing.ts';
import { createContext } from '../server/application.ts';
import { router } from '../server/trpc.ts';
import { computeWhatIf } from './compute-what-if.ts';
import { whatIfRouter } from './router.ts';

const api = router({ whatIf: whatIfRouter });
const firstDay = businessDay('2026-01-05');
let directory: string;
let opened: Awaited<ReturnType<typeof createContext>>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), '推演 测试-'));
  const clock = { now: () => new Date('2026-10-20T08:00:00.000Z'), today: () => businessDay('2026-10-20') };
  opened = await createContext({ directory, clock });
});
afterEach(async () => {
  await opened.close();
  await removeQuietly(directory);
});

const caller = () => api.createCaller(opened.context);

/** 40 weeks of steady sales, one product that is too young, one that is not sold any more. */
async function seed(): Promise<ReadonlyMap<string, string>> {
  return seedHistory(opened.context.store, firstDay, [
    { code: 'A', listPriceFen: 1000, sales: steadySales(280, 10) },
    { code: 'B', listPriceFen: 2000, packSize: 12, sales: steadySales(280, 3, 2) },
    { code: 'C', sales: steadySales(280, 2).slice(200) },
    { code: 'D', status: 'inactive', sales: steadySales(280, 2) },
  ]);
}

async function run(change: object = {}) {
  const { parameters } = await caller().whatIf.defaults();
  if (parameters === null) throw new Error('too little history');
  const { jobId } = await caller().whatIf.start({ ...parameters, ...change });
  await opened.context.jobs.wait(jobId);
  const [newest] = await caller().whatIf.runs();
  if (newest === undefined) throw new Error('no run');
  return newest;
}

test('without enough history there is nothing to replay, and it is said', async () => {
  expect(await caller().whatIf.defaults()).toEqual({ weeksKnown: 0, parameters: null });
  expect(await caller().whatIf.runs()).toEqual([]);
  await seedHistory(opened.context.store, firstDay, [{ code: 'A', sales: steadySales(140, 1) }]);
  expect(await caller().whatIf.defaults()).toEqual({ weeksKnown: 20, parameters: null });
  const asked = { weeks: 26, reviewDays: 7, leadDays: 7, leadSpreadDays: 0, serviceLevel: 0.95 };
  const { jobId } = await caller().whatIf.start({ ...asked, budget: null, averageSafetyDays: 14 });
  expect(await failure(opened.context.jobs.wait(jobId))).toBe('whatIf.tooShort');
});

test('a replay is made of the newest whole weeks, and kept with its parameters', async () => {
  await seed();
  const { parameters } = await caller().whatIf.defaults();
  expect(parameters).toMatchObject({ weeks: 26, reviewDays: 7, serviceLevel: 0.95, leadDays: null });
  const { parameters: kept, result } = await run({ leadSpreadDays: 0 });
  expect(kept).toEqual({ ...parameters, leadSpreadDays: 0 });
  expect(result).toMatchObject({
    firstDay: '2026-04-13',
    lastDay: '2026-10-11',
    products: 2,
    leftOut: 1,
    happened: null,
  });
  expect(result.rules.system).toMatchObject({ days: 182, fillRate: 1, lost: 0 });
  expect(result.rules.system.stockDays).toBeLessThan(result.rules.average.stockDays ?? 0);
  expect(result.curves.system).toHaveLength(8);
});

test('less money for orders sells less', async () => {
  await seed();
  const { result } = await run({ budget: 30_000, weeks: 20 });
  expect(result.rules.system.fillRate).toBeLessThan(0.9);
  const { result: free } = await run({ weeks: 20 });
  expect(free.rules.system.fillRate).toBe(1);
});

test('twenty runs are kept, the newest first', async () => {
  await seed();
  const { parameters, result } = await run({ weeks: 12 });
  const { store, clock, actor } = opened.context;
  for (let averageSafetyDays = 0; averageSafetyDays < 21; averageSafetyDays += 1) {
    const next = { parameters: { ...parameters, averageSafetyDays }, result, actor };
    await store.transact({ actor, action: 'test', entity: 'what_if_run' }, (write) =>
      insertWhatIfRun(write, next, clock.now()),
    );
  }
  const runs = await listWhatIfRuns(opened.context.store.read);
  expect(runs.map((kept) => kept.parameters.averageSafetyDays)).toEqual(
    Array.from({ length: 20 }, (_, index) => 20 - index),
  );
});

test('a run exports with its measures and both curves', async () => {
  await seed();
  const { id } = await run();
  const { fileId, name } = await caller().whatIf.workbook({ runId: id, language: 'zh-CN' });
  expect(name).toMatch(/^推演 2026-04-13 2026-10-11\.xlsx$/u);
  const workbook = readWorkbook(await opened.context.files.read(fileId), { name });
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['推演', '满足率与库存']);
  expect(
    await failure(
      caller().whatIf.workbook({ runId: '01900000-0000-7000-8000-000000000000', language: 'en' }),
    ),
  ).toBe('notFound');
});

test('what really lay there is read from the ledger where it reaches back', async () => {
  const ids = await seed();
  const product = ids.get('A') ?? '';
  const { store } = opened.context;
  await store.transact({ actor: 'test', action: 'seed', entity: 'stock' }, async ({ trx }) => {
    const warehouse = await trx.selectFrom('warehouse').select('id').executeTakeFirstOrThrow();
    const document = (id: string, kind: string, number: string, day: string) =>
      trx
        .insertInto('stock_document')
        .values({
          id,
          kind,
          number,
          day: businessDay(day),
          partner_id: null,
          reverses_id: null,
          import_id: null,
          posted_at: '2026-01-01T00:00:00.000Z',
        })
        .execute();
    const entry = (document_id: string, kind: string, day: string, quantity: number) =>
      trx
        .insertInto('stock_ledger')
        .values({
          document_id,
          line: 1,
          kind,
          day: businessDay(day),
          product_id: product,
          warehouse_id: warehouse.id,
          lot_id: null,
          quantity,
          cost_fen: fen(quantity * 100),
        })
        .execute();
    await document('d1', 'opening', 'QC1', '2026-02-01');
    await entry('d1', 'opening', '2026-02-01', 100);
    await document('d2', 'receipt', 'RK1', '2026-04-14');
    await entry('d2', 'receipt', '2026-04-14', 50);
    await document('d3', 'scrap', 'BF1', '2026-10-11');
    await entry('d3', 'scrap', '2026-10-11', -20);
  });
  const days = [businessDay('2026-04-13'), businessDay('2026-10-11')] as const;
  expect(await findStockThatWas(store.read, [product], ...days)).toEqual({
    unitDays: 100 * 182 + 50 * 181 - 20,
    valueDays: 100 * (100 * 182 + 50 * 181 - 20),
    scrapped: 20,
    scrappedValue: 2000,
    receipts: 1,
    receiptLines: 1,
  });
  expect(await findStockThatWas(store.read, [product], businessDay('2026-01-20'), days[1])).toBeNull();
  const { parameters } = await caller().whatIf.defaults();
  if (parameters === null) throw new Error('too little history');
  const { happened } = await computeWhatIf(store.read, {
    parameters,
    today: businessDay('2026-10-20'),
    usualLeadDays: 7,
  });
  expect(happened).toMatchObject({ fillRate: null, lost: null, expired: 20, orders: 1 });
  expect(happened?.sold).toBe(1820 + 273);
});
