import { expect, test } from 'vitest';
import { reorderExplanation as english } from '../i18n/en/reorder-explanation.ts';
import { reorderExplanation as chinese } from '../i18n/zh-CN/reorder-explanation.ts';
import { explainSuggestion, partLabel } from './explain.ts';
import { suggestReorder } from './suggest.ts';

const input = {
  perWeek: (340 / 21) * 7,
  horizonSigma: 43.5,
  leadDays: 14,
  reviewDays: 7,
  serviceLevel: 0.95,
  available: 120,
  onOrder: 60,
  moq: 1,
  packSize: 12,
};
const lineOf = (changes: Partial<typeof input>) => {
  const values = { ...input, ...changes };
  return { ...values, unit: '支', ...suggestReorder(values) };
};

test('one sentence holds the whole arithmetic, in both languages', () => {
  expect(explainSuggestion(chinese, lineOf({}))).toBe(
    '预计 21 天卖 340 支；现有 120，在途 60，安全 75；凑整箱 +5 → 订 240',
  );
  expect(explainSuggestion(english, lineOf({}))).toBe(
    '21 days are expected to sell 340 支; in stock 120, on order 60, safety 75; up to whole packs +5 → order 240',
  );
});

test('what moves demand, and what came of the whole order, is said', () => {
  const effects = [
    { kind: 'event', name: '双11', quantity: 95 },
    { kind: 'weather', name: '', quantity: -15 },
  ] as const;
  const line = { ...lineOf({}), ...suggestReorder({ ...input, effects, transferred: 20, closureDays: 7 }) };
  const parts = [
    ...line.parts,
    { kind: 'budget', quantity: -24 } as const,
    { kind: 'multiple', quantity: 12 } as const,
  ];
  const said = { ...line, parts, suggested: line.suggested - 12, terms: { closureDays: 7 } };
  expect(explainSuggestion(chinese, said)).toBe(
    '预计 21 天卖 340 支：日常 173，停送 7 天 +87，双11 +95，天气 −15；' +
      '现有 100，他仓调入 20，在途 60，安全 75；凑整箱 +5，预算削减 −24，凑单 +12 → 订 228',
  );
  expect(explainSuggestion(english, said)).toBe(
    '21 days are expected to sell 340 支: everyday 173, 7 days without deliveries +87, 双11 +95, weather −15; ' +
      'in stock 100, from other warehouses 20, on order 60, safety 75; ' +
      'up to whole packs +5, cut for the budget −24, to fill the order +12 → order 228',
  );
  expect(partLabel(chinese, { kind: 'demand' }, said, 0.95)).toBe('日常需求（14 天）');
  expect(partLabel(chinese, { kind: 'effect', effect: { kind: 'event', name: '双11' } }, said, 0.95)).toBe(
    '双11',
  );
});

test('terms of nothing are left out; enough and no demand are said', () => {
  expect(explainSuggestion(chinese, lineOf({ onOrder: 0, moq: 500, packSize: 1, horizonSigma: 0 }))).toBe(
    '预计 21 天卖 340 支；现有 120；补足起订量 +280 → 订 500',
  );
  expect(explainSuggestion(chinese, lineOf({ available: 1000 }))).toBe(
    '预计 21 天卖 340 支；现有 1,000，在途 60，安全 75 → 够用，多出 645，不订',
  );
  expect(explainSuggestion(chinese, lineOf({ perWeek: 0, horizonSigma: 0 }))).toBe(
    '没有可预期的销售，不建议订货',
  );
});

test('each part has a label', () => {
  const labels = (
    ['demand', 'safety', 'available', 'onOrder', 'enough', 'moq', 'pack', 'total'] as const
  ).map((kind) => partLabel(chinese, { kind }, input, 0.95));
  expect(labels).toEqual([
    '21 天需求（到货 14 + 间隔 7）',
    '安全库存（95% 不断货）',
    '减可用',
    '减在途',
    '已够用',
    '补足起订量 1',
    '凑整箱（每箱 12）',
    '建议订购',
  ]);
});
