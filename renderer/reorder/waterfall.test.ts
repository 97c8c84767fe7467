import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExplanationPart } from '#app/replenishment/types.ts';
import { barPlace, waterfallOf } from './waterfall.ts';

const parts: ExplanationPart[] = [
  { kind: 'demand', quantity: 340 },
  { kind: 'safety', quantity: 75 },
  { kind: 'available', quantity: -120 },
  { kind: 'onOrder', quantity: -60 },
  { kind: 'pack', quantity: 5 },
];

test('the bars lie end to end and arrive at the suggestion', () => {
  const waterfall = waterfallOf(parts);
  expect(waterfall.total).toBe(240);
  expect(waterfall.steps.map((step) => step.after)).toEqual([340, 415, 295, 235, 240]);
  expect(waterfall).toMatchObject({ low: 0, high: 415 });
});

test('for any parts, every bar stays on the scale and starts where the one before it ended', () => {
  const anyParts = fc.array(
    fc.record({
      kind: fc.constantFrom<ExplanationPart['kind']>('demand', 'available', 'enough'),
      quantity: fc.integer({ min: -100_000, max: 100_000 }),
    }),
  );
  fc.assert(
    fc.property(anyParts, (some) => {
      const waterfall = waterfallOf(some);
      expect(waterfall.total).toBe(some.reduce((sum, part) => sum + part.quantity, 0));
      waterfall.steps.forEach((step, index) => {
        expect(step.before).toBe(index === 0 ? 0 : waterfall.steps[index - 1]?.after);
        const place = barPlace(step.before, step.after, waterfall);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.left + place.width).toBeLessThanOrEqual(100.000_001);
      });
    }),
  );
});
