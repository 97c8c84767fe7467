import { expect, test } from 'vitest';

import { addDays, businessDay } from '../core/business-day.ts';
import { adviseSlow, daysWithoutSale } from './slow-movers.ts';
import type { SlowFacts } from './slow-movers.ts';

const today = businessDay('2026-11-22');
const terms = { today, days: 90 };
const ago = (days: number) => addDays(today, -days);
const ahead = (days: number) => addDays(today, days);
const moving: SlowFacts = {
  available: 100,
  expired: 0,
  perDay: 2,
  lastSale: ago(1),
  arrived: ago(400),
  nearestExpiry: null,
  riskUnits: 0,
};

test.each([
  ['moves well', {}, null],
  ['has expired', { expired: 3, lastSale: ago(500) }, { action: 'scrap', reason: 'expired', units: 3 }],
  [
    'will expire unsold, and soon',
    { riskUnits: 40, nearestExpiry: ahead(179) },
    { action: 'promotion', reason: 'expiresSoon', units: 40 },
  ],
  [
    'will expire unsold, and others can still take it',
    { riskUnits: 40, nearestExpiry: ahead(180) },
    { action: 'exchange', reason: 'expiresUnsold', units: 40 },
  ],
  ['was sold 89 days ago', { lastSale: ago(89), perDay: 1 }, null],
  [
    'was sold 90 days ago',
    { lastSale: ago(90), perDay: 0 },
    { action: 'exchange', reason: 'notSold', units: 100 },
  ],
  [
    'was never sold since it arrived long ago',
    { lastSale: null, arrived: ago(180), perDay: 0 },
    { action: 'return', reason: 'notSoldLong', units: 100 },
  ],
  ['is promised as a whole', { available: 0, lastSale: ago(300) }, null],
  [
    'lasts longer than half a year',
    { available: 500 },
    { action: 'promotion', reason: 'tooMuch', units: 140 },
  ],
] as const)('what %s', (_, change, advice) => {
  expect(adviseSlow({ ...moving, ...change }, terms)).toEqual(advice);
});

test('what was just received has not been waiting', () => {
  expect(daysWithoutSale({ lastSale: null, arrived: today }, today)).toBe(0);
  expect(daysWithoutSale({ lastSale: null, arrived: null }, today)).toBeNull();
  expect(daysWithoutSale({ lastSale: ahead(2), arrived: null }, today)).toBe(0);
});
