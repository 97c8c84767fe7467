import { expect, test } from 'vitest';
import { businessDay } from '#app/core/business-day.ts';
import { fen, zeroFen } from '#app/core/fen.ts';
import { quantity } from '#app/core/quantity.ts';
import type { ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';
import { planAfter } from './plan-after.ts';

const line: ReorderLineView = {
  productId: 'p',
  code: 'X091',
  name: '玻尿酸面膜',
  category: '',
  unit: '盒',
  packSize: 12,
  moq: 1,
  price: fen(5200),
  available: 120,
  onOrder: 60,
  demandPerDay: 12.4,
  leadDays: 14,
  reviewDays: 7,
  safetyStock: 75,
  coverDays: 9.7,
  risk: 'late',
  method: 'ses',
  demandClass: 'smooth',
  abcXyz: null,
  suggested: quantity(240),
  ordered: quantity(240),
  status: 'proposed',
  parts: [],
  terms: null,
  override: null,
};
const plan: ReorderPlanView = {
  id: 'plan',
  asOf: businessDay('2026-11-22'),
  asOfReason: 'today',
  parameters: { asOf: businessDay('2026-11-22'), reviewDays: 7, defaultLeadDays: 14, serviceLevel: 0.95 },
  createdAt: '2026-11-22T08:00:00.000Z',
  status: 'open',
  outdated: false,
  totals: { lines: 1, units: 240, packs: 20, amount: fen(1_248_000) },
  counts: { all: 1, toOrder: 1, late: 1, edited: 0, dropped: 0 },
  expectedDay: businessDay('2026-12-06'),
  inPacks: true,
  order: null,
  transfers: 0,
};

test('a new quantity moves units, packs and amount', () => {
  const after = planAfter(plan, line, { ...line, ordered: quantity(250) });
  expect(after.totals).toEqual({ lines: 1, units: 250, packs: 21, amount: 1_300_000 });
  expect(after.counts).toMatchObject({ toOrder: 1, edited: 1 });
});

test('dropping takes the line out, and restoring is the way back', () => {
  const dropped = { ...line, status: 'dropped' as const };
  const without = planAfter(plan, line, dropped);
  expect(without.totals).toEqual({ lines: 0, units: 0, packs: 0, amount: zeroFen });
  expect(without.counts).toMatchObject({ toOrder: 0, dropped: 1 });
  expect(planAfter(without, dropped, line)).toEqual(plan);
});
