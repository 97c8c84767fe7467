import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalQuantile } from '../forecast/quantiles/normal-quantile.ts';
import { reorderRisk, suggestReorder } from './suggest.ts';

const base = {
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

test('the normal quantile agrees with the tables', () => {
  for (const [probability, z] of [
    [0.5, 0],
    [0.8, 0.8416212],
    [0.9, 1.2815516],
    [0.95, 1.6448536],
    [0.975, 1.959964],
    [0.99, 2.3263479],
    [0.999, 3.0902323],
  ] as const) {
    expect(normalQuantile(probability)).toBeCloseTo(z, 6);
    expect(normalQuantile(1 - probability)).toBeCloseTo(-z, 6);
  }
  // Beyond r = 5 the last of the three approximations takes over.
  expect(normalQuantile(1e-12)).toBeCloseTo(-7.0344838, 5);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});

test('effects, closures and an unsteady lead time are parts of their own; whole units are made once', () => {
  const { parts, suggested, safetyStock } = suggestReorder({
    ...base,
    perWeek: 343.4 / 3,
    closureDays: 7,
    effects: [
      { kind: 'promotion', name: '双11', quantity: 95.4 },
      { kind: 'weather', name: '', quantity: -15.3 },
    ],
    leadSigma: 3,
    transferred: 40,
  });
  const everyday = ((343.4 - 80.1) / 21) * 14;
  expect(parts).toMatchObject([
    { kind: 'demand', quantity: Math.round(everyday) },
    { kind: 'closure', quantity: Math.round(everyday / 2) },
    { kind: 'effect', effect: { kind: 'promotion', name: '双11' }, quantity: 95 },
    { kind: 'effect', effect: { kind: 'weather', name: '' }, quantity: -15 },
    { kind: 'safety', quantity: safetyStock },
    { kind: 'available', quantity: -80 },
    { kind: 'transfer', quantity: -40 },
    { kind: 'onOrder', quantity: -60 },
    { kind: 'pack' },
  ]);
  const little = suggestReorder({
    ...base,
    perWeek: 2.4,
    horizonSigma: 0,
    available: 0,
    onOrder: 0,
    packSize: 1,
  });
  expect(little.parts.slice(0, 3)).toEqual([
    { kind: 'demand', quantity: 7 },
    { kind: 'safety', quantity: 0 },
    { kind: 'rounding', quantity: 1 },
  ]);
  const steady = suggestReorder({ ...base, perWeek: 343.4 / 3 });
  expect(safetyStock).toBeGreaterThan(steady.safetyStock);
  expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(suggested);
});

test('what would expire unsold is taken off in whole packs; below the MOQ nothing is left', () => {
  const capped = suggestReorder({ ...base, most: 100 });
  expect(capped.suggested).toBe(96);
  expect(capped.parts.at(-1)).toEqual({ kind: 'shelfLife', quantity: 96 - suggestReorder(base).suggested });
  expect(suggestReorder({ ...base, most: 100, moq: 120 }).suggested).toBe(0);
});

test('demand and safety, less what is there and coming, up to whole packs', () => {
  expect(suggestReorder(base)).toMatchObject({
    suggested: 240,
    safetyStock: 75,
    risk: 'late',
    parts: [
      { kind: 'demand', quantity: 340 },
      { kind: 'safety', quantity: 75 },
      { kind: 'available', quantity: -120 },
      { kind: 'onOrder', quantity: -60 },
      { kind: 'pack', quantity: 5 },
    ],
  });
});

test('MOQ first, then packs', () => {
  const { parts, suggested } = suggestReorder({ ...base, available: 350, moq: 50 });
  expect(parts.slice(4)).toEqual([
    { kind: 'moq', quantity: 45 },
    { kind: 'pack', quantity: 10 },
  ]);
  expect(suggested).toBe(60);
});

test('enough stock brings the sum to nothing', () => {
  const { parts, suggested, risk, coverDays } = suggestReorder({ ...base, available: 1000 });
  expect(parts.at(-1)).toEqual({ kind: 'enough', quantity: 645 });
  expect(suggested).toBe(0);
  expect(risk).toBe('covered');
  expect(coverDays).toBeCloseTo(61.76, 2);
});

test('negative stock without demand orders nothing', () => {
  const result = suggestReorder({ ...base, perWeek: 0, horizonSigma: 0, available: -5, onOrder: 0 });
  expect(result).toMatchObject({ suggested: 0, risk: 'noDemand', coverDays: null });
});

const property = fc.record({
  perWeek: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true })),
  horizonSigma: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true })),
  leadDays: fc.integer({ min: 0, max: 730 }),
  reviewDays: fc.integer({ min: 1, max: 90 }),
  serviceLevel: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
  available: fc.integer({ min: -1000, max: 1_000_000 }),
  onOrder: fc.nat(1_000_000),
  moq: fc.integer({ min: 1, max: 500 }),
  packSize: fc.integer({ min: 1, max: 500 }),
  most: fc.oneof(fc.constant(undefined), fc.nat(1_000_000)),
  leadSigma: fc.double({ min: 0, max: 60, noNaN: true }),
  closureDays: fc.constant(0),
  transferred: fc.nat(1000),
  effects: fc.array(
    fc.record({
      kind: fc.constantFrom('promotion', 'weather'),
      name: fc.constant(''),
      quantity: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    }),
    { maxLength: 3 },
  ),
});

test('parts sum to the suggestion; it is nothing, or at least the MOQ in whole packs', () => {
  fc.assert(
    fc.property(property, (values) => {
      const { parts, suggested, risk } = suggestReorder(values);
      expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(suggested);
      expect(parts.every((part) => Number.isSafeInteger(part.quantity))).toBe(true);
      expect(suggested === 0 || (suggested >= values.moq && suggested % values.packSize === 0)).toBe(true);
      if (values.most !== undefined) expect(suggested).toBeLessThanOrEqual(values.most);
      else if (values.perWeek > 1e-6 && (risk === 'late' || risk === 'soon'))
        expect(suggested).toBeGreaterThan(0);
      if (values.perWeek === 0 && values.horizonSigma === 0) expect(suggested).toBe(0);
    }),
  );
});

test('more stock never orders more', () => {
  fc.assert(
    fc.property(property, fc.nat(10_000), (values, more) => {
      const { most } = values;
      const richer = suggestReorder({
        ...values,
        available: values.available + more,
        // Stock that does not expire sells before what is ordered.
        most: most === undefined ? undefined : Math.max(0, most - more),
      });
      expect(richer.suggested).toBeLessThanOrEqual(suggestReorder(values).suggested);
    }),
  );
});

test('risk compares what is there and coming with the time until orders arrive', () => {
  const line = { available: 50, onOrder: 0, demandPerDay: 10, leadDays: 7, reviewDays: 7 };
  expect(reorderRisk(line)).toBe('late');
  expect(reorderRisk({ ...line, onOrder: 30 })).toBe('soon');
  expect(reorderRisk({ ...line, available: 140 })).toBe('covered');
  expect(reorderRisk({ ...line, demandPerDay: 0 })).toBe('noDemand');
});
