import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { policyTermsSchema } from '#app/replenishment/policy.ts';
import { newId } from '#db/ids.ts';
import { measuredLeads } from '#db/queries/policy-facts.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';

import { failure, openTestApi } from './test-api.ts';

const query = listQuery.parse({});
const audit = { actor: 'test', action: 'set', entity: 'product' };
const none = policyTermsSchema.parse({});
let opened: Awaited<ReturnType<typeof openTestApi>>;
beforeEach(async () => {
  opened = await openTestApi();
});
afterEach(() => opened.cleanup());

async function lineOf(code: string) {
  const plan = await opened.compute();
  const { rows } = await opened.caller().replenishment.lines({ planId: plan.id, ...query });
  const line = rows.find((row) => row.code === code);
  if (line === undefined) throw new Error(code);
  return { plan, line };
}

test('policies are kept, changed on the version that was seen, removed and put back', async () => {
  const { policies } = opened.caller();
  const mask = { scope: 'category', of: '面膜' } as const;
  const { policy } = await policies.save({ ...mask, terms: { ...none, reviewDays: 14 } });
  await policies.save({ scope: 'product', of: opened.idOf('B'), terms: { ...none, moq: 6 } });
  await policies.save({ scope: 'default', of: '', terms: { ...none, budget: 1 } });
  expect(await failure(policies.save({ ...mask, terms: none }))).toBe('replenishment.policyExists');
  const saved = { id: policy.id, ...mask, terms: { ...none, reviewDays: 21 } };
  const changed = await policies.save({ ...saved, version: 1 });
  expect(changed).toMatchObject({ policy: { version: 2 }, previous: { terms: { reviewDays: 14 } } });
  expect(await failure(policies.save({ ...saved, version: 1 }))).toBe('edit.conflict');
  const { rows } = await policies.list(query);
  expect(rows.map(({ scope, name, covers }) => [scope, name, covers])).toEqual([
    ['default', '', 4],
    ['category', '面膜', 3],
    ['product', '洁面乳', 1],
  ]);
  const covered = await policies.products({ id: policy.id, ...query });
  expect(covered.rows.map(({ code }) => code)).toEqual(['A', 'C', 'E']);
  expect((await policies.list({ ...query, search: '洁面' })).total).toBe(1);
  const removed = await policies.remove({ id: policy.id, version: 2 });
  expect(await failure(policies.remove({ id: policy.id, version: 2 }))).toBe('notFound');
  await policies.save({ scope: removed.scope, of: removed.of, terms: removed.terms });
  expect((await policies.list({ ...query, filters: { scope: 'category' } })).rows[0]?.terms.reviewDays).toBe(
    21,
  );
  // A budget is of the whole order.
  await expect(policies.save({ ...mask, terms: { ...none, budget: 5 } })).rejects.toThrow('budget');
});

test('a plan follows the policies, and its lines say which', async () => {
  const { policies } = opened.caller();
  await policies.save({ scope: 'category', of: '面膜', terms: { ...none, reviewDays: 14, packSize: 50 } });
  await policies.save({
    scope: 'product',
    of: opened.idOf('A'),
    terms: { ...none, leadSource: 'own', leadDays: 3 },
  });
  const { line } = await lineOf('A');
  // 17 days of 10; what stands on the card (packs of 12) is more specific than the category's packs.
  expect(line).toMatchObject({ leadDays: 3, reviewDays: 14, packSize: 12, suggested: 180 });
  expect(line.terms).toMatchObject({
    sources: { lead: 'product', review: 'category', pack: 'card', service: 'settings' },
  });
});

test('the supplier closed over the delivery is waited for', async () => {
  const { store } = opened.context();
  const supplier = await store.read
    .selectFrom('partner')
    .select('id')
    .where('kind', '=', 'supplier')
    .executeTakeFirstOrThrow();
  const at = '2026-06-01T00:00:00.000Z';
  const closure = { id: newId(), partner_id: supplier.id, name: '停产检修', created_at: at, updated_at: at };
  const days = { first_day: businessDay('2026-07-10'), last_day: businessDay('2026-07-19') };
  await store.transact(audit, ({ trx }) =>
    trx
      .insertInto('supplier_closure')
      .values({ ...closure, ...days })
      .execute(),
  );
  const { line } = await lineOf('A');
  // Today's order arrives on the 6th; that of next week would on the 13th, and comes on the 20th.
  expect(line).toMatchObject({ leadDays: 7, reviewDays: 14, terms: { closureDays: 7 } });
  expect(line.parts.find(({ kind }) => kind === 'closure')?.quantity).toBe(70);
});

test('lead times are measured from receipts that were not taken back', async () => {
  const { store } = opened.context();
  const productId = opened.idOf('A');
  const supplier = await store.read
    .selectFrom('partner')
    .select('id')
    .where('kind', '=', 'supplier')
    .executeTakeFirstOrThrow();
  const warehouse = await store.read
    .selectFrom('warehouse')
    .select('id')
    .where('kind', '=', 'own')
    .executeTakeFirstOrThrow();
  for (const [index, days] of [6, 8, 10].entries()) {
    const at = '2026-06-01T00:00:00.000Z';
    const orderId = newId();
    await store.transact(audit, async (write) => {
      const { trx } = write;
      await trx
        .insertInto('purchase_order')
        .values({
          id: orderId,
          number: `P${index}`,
          supplier_id: supplier.id,
          day: businessDay('2026-06-01'),
          expected_day: null,
          status: 'closed',
          plan_id: null,
          import_id: null,
          created_at: at,
          updated_at: at,
        })
        .execute();
      await trx
        .insertInto('purchase_line')
        .values({
          order_id: orderId,
          line: 1,
          product_id: productId,
          quantity: 5,
          received: 5,
          unit_price_fen: null,
        })
        .execute();
      const { id } = await postStockDocument(
        write,
        {
          kind: 'receipt',
          day: businessDay(`2026-06-${String(1 + days).padStart(2, '0')}`),
          lines: [{ productId, warehouseId: warehouse.id, lotId: null, quantity: 5, costFen: null }],
        },
        { device: 'A1', now: new Date(at), negative: 'refuse' },
      );
      await trx
        .insertInto('purchase_receipt')
        .values({ order_id: orderId, order_line: 1, document_id: id, quantity: 5 })
        .execute();
    });
  }
  const measured = await measuredLeads(store.read, businessDay('2026-06-29'));
  expect(measured.get(productId)).toEqual({ mean: 8, sigma: 2, receipts: 3 });
  expect(measured.get(supplier.id)?.receipts).toBe(3);
  await opened
    .caller()
    .policies.save({ scope: 'default', of: '', terms: { ...none, leadSource: 'measured' } });
  const { line } = await lineOf('A');
  expect(line).toMatchObject({ leadDays: 8, terms: { leadReceipts: 3, leadSigma: 2 } });
  // Sales are steady: all of the safety stock is for deliveries that are late.
  expect(line.safetyStock).toBeGreaterThan(25);
});

test('a budget and a threshold are parts of lines and an outcome of the plan', async () => {
  const { policies } = opened.caller();
  const saved = await policies.save({
    scope: 'default',
    of: '',
    terms: { ...none, orderAmount: 1_000_000 },
  });
  const filled = await lineOf('A');
  expect(filled.line.parts.at(-1)).toEqual({ kind: 'multiple', quantity: 60 });
  expect(filled.plan.order?.multiple).toMatchObject({ state: 'filled', before: 748_800 });
  expect(filled.plan.totals.amount).toBe(filled.plan.order?.multiple?.after);
  const terms = { ...none, budget: 300_000 };
  await policies.save({ id: saved.policy.id, version: 1, scope: 'default', of: '', terms });
  const cut = await lineOf('A');
  expect(cut.plan.order?.budget).toMatchObject({ wanted: 748_800, over: false });
  expect(cut.plan.totals.amount).toBeLessThanOrEqual(300_000);
  expect(cut.line.parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(cut.line.suggested);
  expect(cut.line.terms?.riskUnits).toBeGreaterThan(0);
});
