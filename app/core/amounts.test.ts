import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fen, fenFromYuan, formatFen } from './fen.ts';
import { formatQuantity, quantity, roundUpToMultiple } from './quantity.ts';

test('yuan become the nearest fen, halves away from zero, in spite of binary fractions', () => {
  expect(fenFromYuan(1.005)).toBe(101);
  expect(fenFromYuan(-1.005)).toBe(-101);
  expect(fenFromYuan(0.1 + 0.2)).toBe(30);
  fc.assert(
    fc.property(fc.integer({ min: -1e11, max: 1e11 }), (value) => fenFromYuan(value / 100) === fen(value)),
  );
});

test('amounts are shown with two decimals and thousands separators, and read back the same', () => {
  expect(formatFen(fen(1_248_000))).toBe('12,480.00');
  expect(formatFen(fen(-5))).toBe('-0.05');
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      (value) => fenFromYuan(Number(formatFen(fen(value)).replaceAll(',', ''))) === fen(value),
    ),
  );
});

test('fractions are neither money nor stock', () => {
  expect(() => fen(0.5)).toThrow(RangeError);
  expect(() => quantity(Number.NaN)).toThrow(RangeError);
  expect(Object.is(quantity(-0), 0)).toBe(true);
});

test('rounding up to packs never falls short and adds less than one pack', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1000 }), (value, pack) => {
      const rounded = roundUpToMultiple(value, pack);
      return rounded % pack === 0 && rounded >= value && rounded - value < pack;
    }),
  );
  expect(formatQuantity(-1_234_567)).toBe('-1,234,567');
});
