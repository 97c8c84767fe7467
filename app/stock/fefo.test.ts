import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, businessDay } from '../core/business-day.ts';
import { expiryFromShelfLife, expiryStage, isExpired } from './expiry.ts';
import { byFirstExpiry, proposeLots, usableLots } from './fefo.ts';
import type { LotBalance } from './fefo.ts';

const today = businessDay('2026-11-22');

const lots: fc.Arbitrary<LotBalance[]> = fc
  .array(
    fc.record({
      left: fc.option(fc.integer({ min: -60, max: 400 })),
      onHand: fc.integer({ min: -3, max: 30 }),
      status: fc.constantFrom('normal' as const, 'normal' as const, 'quarantined' as const),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ left, onHand, status }, index) => ({
      lotId: `l${index}`,
      code: `L${index}`,
      productionDay: null,
      expiryDay: left === null ? null : addDays(today, left),
      status,
      onHand,
    })),
  );

test('picks are of usable batches, first expiry first, never more than lies there, and nothing is lost', () => {
  fc.assert(
    fc.property(lots, fc.integer({ min: 1, max: 100 }), (balances, quantity) => {
      const { picks, short } = proposeLots(balances, quantity, today);
      expect(picks.reduce((sum, pick) => sum + pick.quantity, 0) + short).toBe(quantity);
      const usable = usableLots(balances, today);
      expect(picks.map(({ lotId }) => lotId)).toEqual(
        usable.slice(0, picks.length).map(({ lotId }) => lotId),
      );
      for (const [index, pick] of picks.entries()) {
        const lot = usable[index];
        expect(pick.quantity).toBeLessThanOrEqual(lot?.onHand ?? 0);
        expect(isExpired(lot?.expiryDay ?? null, today)).toBe(false);
        // Only the last one is not emptied.
        if (index < picks.length - 1) expect(pick.quantity).toBe(lot?.onHand);
      }
      if (short > 0) expect(picks).toHaveLength(usable.length);
    }),
    { numRuns: 2000 },
  );
});

test('goods are usable through their expiry day', () => {
  expect([isExpired(today, today), isExpired(addDays(today, -1), today), isExpired(null, today)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(expiryFromShelfLife(businessDay('2026-01-01'), 365)).toBe('2027-01-01');
  expect(expiryFromShelfLife(null, 365)).toBeNull();
});

test('the stage of a batch is the smallest that it has reached', () => {
  const stageAt = (days: number) => expiryStage(addDays(today, days), today, [180, 90, 30]);
  expect([-1, 0, 30, 31, 90, 180, 181].map(stageAt)).toEqual(['expired', 30, 30, 90, 90, 180, null]);
  expect(expiryStage(null, today)).toBeNull();
});

test('what does not expire and what has no batch comes last', () => {
  const lot = (lotId: string | null, expiryDay: LotBalance['expiryDay']): LotBalance => ({
    lotId,
    code: lotId ?? '',
    productionDay: null,
    expiryDay,
    status: 'normal',
    onHand: 1,
  });
  const sorted = [lot(null, null), lot('b', null), lot('a', addDays(today, 9)), lot('c', addDays(today, 3))];
  expect(sorted.toSorted(byFirstExpiry).map(({ lotId }) => lotId)).toEqual(['c', 'a', 'b', null]);
});
