import { expect, test } from 'vitest';

import { addDays, businessDay } from '../core/business-day.ts';
import { emptyCalendar } from './events/calendar.ts';
import { forecastProducts } from './forecast-products.ts';

const firstDay = businessDay('2025-01-06');
const days = 364;
const knownUntil = addDays(firstDay, days - 1);

/** Twelve products that sell about 20 a day, and twice that on seven days of every fourth week. */
function forecastWith(depth: number | null) {
  const past = Array.from({ length: 12 }, (_, index) => ({
    firstDay: addDays(firstDay, 28 * index + 14),
    lastDay: addDays(firstDay, 28 * index + 20),
    depth: 0.15,
  }));
  const planned = { firstDay: addDays(knownUntil, 3), lastDay: addDays(knownUntil, 9) };
  const promotions = depth === null ? past : [...past, { ...planned, depth }];
  const histories = Array.from({ length: 12 }, (_, product) => ({
    group: '面膜',
    firstDay,
    daily: Array.from({ length: days }, (__, day) => {
      const promoted = Math.floor(day / 7) % 4 === 2 && day < 28 * 12;
      return (18 + ((day * 7 + product * 5) % 5)) * (promoted ? 2 : 1);
    }),
    horizonDays: 14,
    promotions,
  }));
  const setting = { firstDay, knownUntil, asOf: knownUntil, calendar: emptyCalendar };
  const [forecast] = forecastProducts(histories, setting);
  if (forecast === undefined) throw new Error('one history gives one forecast');
  return forecast;
}

test('a planned promotion moves the forecast by what past ones did, and says so', () => {
  const [without, planned] = [forecastWith(null), forecastWith(0.15)];
  const more = ((planned.perWeek - without.perWeek) * 14) / 7;
  const told = planned.effects.filter(({ kind }) => kind === 'promotion');
  expect(told).toHaveLength(1);
  // Seven days of about 20 more.
  expect(told[0]?.quantity).toBeGreaterThan(90);
  expect(told[0]?.quantity).toBeLessThan(200);
  expect(more).toBeGreaterThan(60);
});

test('a discount deeper than any before promises no more than the deepest', () => {
  expect(forecastWith(0.6).weeks).toEqual(forecastWith(0.15).weeks);
  expect(forecastWith(0.05).perWeek).toBeLessThanOrEqual(forecastWith(0.15).perWeek);
});
