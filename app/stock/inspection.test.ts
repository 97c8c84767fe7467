import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { missingItems, retainUntil } from './inspection.ts';

const day = (text: string | null) => (text === null ? null : businessDay(text));

test.each([
  // Three years: a year past the expiry.
  ['2026-03-01', '2026-01-10', '2029-01-09', null, '2030-01-09'],
  ['2026-03-01', null, '2029-01-09', 1095, '2030-01-09'],
  // Exactly a year is not under a year.
  ['2026-03-01', null, '2026-12-31', 365, '2027-12-31'],
  // Half a year: two years from the receipt, which is the later of the two.
  ['2026-03-01', '2026-02-01', '2026-08-01', null, '2028-03-01'],
  ['2026-03-01', null, '2026-08-01', 180, '2028-03-01'],
  // Almost a year, received early: the year past the expiry is the later.
  ['2026-01-01', '2026-12-30', '2027-12-01', 336, '2028-12-01'],
  // How long it keeps is not known: the longer of both.
  ['2026-03-01', null, '2026-08-01', null, '2028-03-01'],
  ['2026-03-01', null, '2029-01-09', null, '2030-01-09'],
  // 29 February has no namesake a year later.
  ['2026-03-01', '2025-02-28', '2028-02-29', null, '2029-03-01'],
  ['2026-03-01', null, null, 365, null],
])(
  'received %s, made %s, expires %s, keeps %s days: kept until %s',
  (received, made, expires, life, expected) => {
    const until = retainUntil({
      receivedOn: businessDay(received),
      productionDay: day(made),
      expiryDay: day(expires),
      shelfLifeDays: life,
    });
    expect(until).toBe(expected);
  },
);

test('an item is missing while it has neither a number nor a file', () => {
  const none = { supplierLicence: '', registrationNumber: '', certificateNumber: '' };
  expect(missingItems({ ...none, files: [] })).toEqual(['licence', 'registration', 'certificate']);
  expect(missingItems({ ...none, supplierLicence: '91330', files: ['certificate'] })).toEqual([
    'registration',
  ]);
});
