import { afterEach, beforeEach, expect, test } from 'vitest';

import { fen } from '#app/core/fen.ts';
import { listQuery } from '#app/core/listing.ts';
import { newId } from '#db/ids.ts';
import { insertPlan } from '#db/queries/reorder-insert.ts';
import type { WriteAccess } from '#db/store.ts';

import { computePlan } from './compute-plan.ts';
import { planRequest } from './run-replenishment.ts';
import { failure, lastSaleDay, openTestApi } from './test-api.ts';

const query = listQuery.parse({});
let opened: Awaited<ReturnType<typeof openTestApi>>;
beforeEach(async () => {
  opened = await openTestApi();
});
afterEach(() => opened.cleanup());

test('a plan covers every active product, with the arithmetic of each quantity', async () => {
  expect(await opened.caller().replenishment.current()).toBeNull();
  const plan = await opened.compute();
  expect(plan).toMatchObject({
    asOf: '2026-06-29',
    asOfReason: 'today',
    status: 'open',
    parameters: { reviewDays: 7, defaultLeadDays: 7, serviceLevel: 0.95 },
    counts: { all: 4, toOrder: 2, late: 2, edited: 0, dropped: 0 },
    expectedDay: '2026-07-06',
  });
  const { rows, total } = await opened.caller().replenishment.lines({ planId: plan.id, ...query });
  expect(total).toBe(4);
  const lines = Object.fromEntries(rows.map((row) => [row.code, row]));
  expect(lines['A']).toMatchObject({
    suggested: 144,
    ordered: 144,
    demandPerDay: 10,
    leadDays: 7,
    reviewDays: 7,
    safetyStock: 0,
    risk: 'late',
    demandClass: 'smooth',
    parts: [
      { kind: 'demand', quantity: 140 },
      { kind: 'safety', quantity: 0 },
      { kind: 'available', quantity: 0 },
      { kind: 'onOrder', quantity: 0 },
      { kind: 'pack', quantity: 4 },
    ],
  });
  expect(lines['B']?.leadDays).toBe(21);
  expect(lines['C']).toMatchObject({ suggested: 0, risk: 'noDemand', coverDays: null, method: 'none' });
  expect(lines['E']).toMatchObject({ suggested: 0, risk: 'noDemand' });
  for (const row of rows) expect(row.parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(row.suggested);
  expect(plan.totals.amount).toBe(144 * 5200);
  expect(plan.totals.packs).toBe(12 + (lines['B']?.suggested ?? 0));
});

test('lines say what a product is among all, by money and variability', async () => {
  const audit = { actor: 'tester', action: 'test', entity: 'product', detail: {} };
  const earner = (trx: WriteAccess) => trx.selectFrom('product').select('id').where('code', '=', 'B');
  await opened.context().store.transact(audit, ({ trx }) =>
    trx
      .updateTable('sales_line')
      .set({ amount_fen: fen(100) })
      .where('product_id', '=', earner(trx))
      .execute(),
  );
  const { id: planId } = await opened.compute();
  const sort = { column: 'abcXyz', direction: 'asc' } as const;
  const { rows } = await opened.caller().replenishment.lines({ planId, ...query, sort });
  const classes = rows.map(({ code, abcXyz }) => [code, abcXyz]);
  expect(classes).toEqual([
    ['B', 'AX'],
    ['A', 'CX'],
    ['C', 'CZ'],
    ['E', 'CZ'],
  ]);
});

test('lines are found, filtered and sorted', async () => {
  const { id: planId } = await opened.compute();
  const codes = async (input: Partial<typeof query>) =>
    (await opened.caller().replenishment.lines({ planId, ...query, ...input })).rows.map((row) => row.code);
  expect(await codes({})).toEqual(['B', 'A', 'C', 'E']);
  expect(await codes({ search: '面膜' })).toEqual(['A']);
  expect(await codes({ search: 'a' })).toEqual(['A']);
  expect(await codes({ search: '100%_' })).toEqual([]);
  expect(await codes({ filters: { category: '面膜', view: 'toOrder' } })).toEqual(['A']);
  expect(await codes({ filters: { risk: 'noDemand' } })).toEqual(['C', 'E']);
  expect(await codes({ sort: { column: 'code', direction: 'desc' } })).toEqual(['E', 'C', 'B', 'A']);
  expect(await codes({ sort: { column: 'demandPerDay', direction: 'desc' }, pageSize: 1 })).toEqual(['A']);
  const columns = [
    'risk',
    'code',
    'name',
    'category',
    'unit',
    'packSize',
    'moq',
    'price',
    'available',
    'onOrder',
    'demandPerDay',
    'leadDays',
    'reviewDays',
    'safetyStock',
    'coverDays',
    'method',
    'demandClass',
    'suggested',
    'ordered',
    'packs',
    'amount',
    'status',
    'note',
  ];
  for (const column of columns) expect(await codes({ sort: { column, direction: 'asc' } })).toHaveLength(4);
  expect(await failure(codes({ sort: { column: 'constructor', direction: 'asc' } }))).toBe('input.invalid');
  expect(await failure(codes({ filters: { view: 'secret' } }))).toBe('input.invalid');
});

test('the panel shows the history and the forecast with its band', async () => {
  const { id: planId } = await opened.compute();
  const detail = await opened.caller().replenishment.detail({ planId, productId: opened.idOf('A') });
  expect(detail.history).toHaveLength(25);
  expect(detail.history.at(-1)).toEqual({ week: '2026-06-22', quantity: 70 });
  expect(detail.forecast[0]).toEqual({ week: '2026-06-29', quantity: 70, low: 70, high: 70 });
  expect(detail.scores.length).toBeGreaterThan(1);
  const none = await opened.caller().replenishment.detail({ planId, productId: opened.idOf('C') });
  expect(none.history).toEqual([]);
  expect(none.forecast[0]?.quantity).toBe(0);
});

test('a person may order what they want, is told about packs, and can take it back', async () => {
  const { id: planId } = await opened.compute();
  const productId = opened.idOf('A');
  expect(await failure(opened.caller().replenishment.setLine({ planId, productId, ordered: 10 }))).toBe(
    'replenishment.reasonMissing',
  );
  const changed = await opened
    .caller()
    .replenishment.setLine({ planId, productId, ordered: 10, reason: 'customer' });
  expect(changed).toMatchObject({
    line: { ordered: 10, suggested: 144, override: { reason: 'customer', note: '' } },
    previous: { ordered: 144, status: 'proposed' },
    notMultiple: true,
    belowMoq: true,
    plan: { counts: { edited: 1 } },
  });
  const dropped = await opened.caller().replenishment.setLine({ planId, productId, status: 'dropped' });
  expect(dropped.plan.counts).toMatchObject({ toOrder: 1, edited: 0, dropped: 1 });
  const back = await opened.caller().replenishment.setLine({ planId, productId, ...changed.previous });
  expect(back.plan.totals.amount).toBe(144 * 5200);
  expect(back.line.override).toBeNull();
  const kept = await opened
    .context()
    .store.read.selectFrom('reorder_override')
    .select(['suggested', 'ordered', 'as_of'])
    .execute();
  expect(kept.at(-1)).toEqual({ suggested: 144, ordered: 144, as_of: '2026-06-29' });
  const { accepted, plan } = await opened.caller().replenishment.acceptAll({ planId });
  expect(accepted).toBe(2);
  expect(plan.counts.toOrder).toBe(2);
  expect(
    await failure(
      opened.caller().replenishment.setLine({ planId, productId: newId(), ordered: 1, reason: 'customer' }),
    ),
  ).toBe('notFound');
});

test('a newer plan replaces the open one; a day and a policy can be asked for', async () => {
  const first = await opened.compute();
  const second = await opened.compute({
    asOf: '2026-03-01',
    reviewDays: 14,
    serviceLevel: 0.99,
    defaultLeadDays: 3,
  });
  expect(second).toMatchObject({
    asOf: '2026-03-01',
    asOfReason: 'asked',
    parameters: { reviewDays: 14, defaultLeadDays: 3 },
  });
  const rows = await opened
    .context()
    .store.read.selectFrom('reorder_plan')
    .select(['id', 'status'])
    .execute();
  expect(rows).toContainEqual({ id: first.id, status: 'replaced' });
  await expect(opened.caller().replenishment.start({ asOf: '2026-02-30' })).rejects.toThrow('YYYY-MM-DD');
});

test('old data is planned from its newest sale; a gap without imports is not a gap in demand', async () => {
  await opened.reopenOn('2027-01-10');
  expect(await opened.compute()).toMatchObject({
    asOf: lastSaleDay,
    asOfReason: 'lastSale',
    expectedDay: '2027-01-17',
  });
  await opened.reopenOn('2026-07-20');
  const plan = await opened.compute();
  expect(plan).toMatchObject({ asOf: '2026-07-20', asOfReason: 'today' });
  const { rows } = await opened.caller().replenishment.lines({ planId: plan.id, ...query, search: 'A' });
  expect(rows[0]?.demandPerDay).toBe(10);
});

test('the supplier says the lead time where the product does not', async () => {
  await opened
    .context()
    .store.transact({ actor: 'test', action: 'set', entity: 'partner' }, ({ trx }) =>
      trx.updateTable('partner').set({ lead_days: 10 }).where('code', '=', 'HQ').execute(),
    );
  const computed = await computePlan(opened.context().store.read, await planRequest(opened.context(), {}));
  const lead = new Map(computed.lines.map((line) => [line.productId, line.leadDays]));
  expect(lead.get(opened.idOf('A'))).toBe(10);
  expect(lead.get(opened.idOf('B'))).toBe(21);
});

test('a plan computed from an older state of the store is not stored', async () => {
  const { store, clock } = opened.context();
  const computed = await computePlan(store.read, await planRequest(opened.context(), {}));
  const audit = { actor: 'test', action: 'set', entity: 'setting' };
  await store.transact(audit, () => Promise.resolve());
  expect(await store.transact(audit, (write) => insertPlan(write, computed, clock.now()))).toBeUndefined();
  expect(await opened.caller().replenishment.current()).toBeNull();
});
