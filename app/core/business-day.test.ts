import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  addDays,
  businessDay,
  businessDayFromSerial,
  businessDayOf,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isoWeekday,
  parseBusinessDay,
  serialFromBusinessDay,
  weekStart,
} from './business-day.ts';

const anyDay = fc.integer({ min: -25_567, max: 84_005 }).map(dayFromNumber);

test('days are numbered as the calendar of the platform numbers them', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayNumber(day)).toBe(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
      expect(dayFromNumber(dayNumber(day))).toBe(day);
      expect(isoWeekday(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
    }),
  );
});

test('adding days and counting them are inverse, and text order is day order', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
      const later = addDays(day, days);
      expect(daysBetween(day, later)).toBe(days);
      expect(later > day).toBe(days > 0);
    }),
  );
});

test('a spreadsheet serial and its day are inverse in the 1900 epoch', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 109_000 }).filter((serial) => serial !== 60),
      (serial) => {
        const day = businessDayFromSerial(serial);
        expect(day).toBeDefined();
        if (day !== undefined) expect(serialFromBusinessDay(day)).toBe(serial);
      },
    ),
  );
  expect(businessDayFromSerial(43_601)).toBe('2019-05-16');
  expect(businessDayFromSerial(43_601.99)).toBe('2019-05-16');
  expect(businessDayFromSerial(1)).toBe('1900-01-01');
  expect(businessDayFromSerial(61)).toBe('1900-03-01');
  expect(businessDayFromSerial(0, true)).toBe('1904-01-01');
  expect(businessDayFromSerial(Number.NaN)).toBeUndefined();
  expect(businessDayFromSerial(1e9)).toBeUndefined();
});

test('dates that do not exist are no days', () => {
  expect(businessDayOf(2023, 2, 29)).toBeUndefined();
  expect(businessDayOf(2024, 2, 29)).toBe('2024-02-29');
  expect(businessDayOf(2024, 4, 31)).toBeUndefined();
  expect(businessDayOf(1899, 12, 31)).toBeUndefined();
  expect(parseBusinessDay('2024-1-5')).toBeUndefined();
  expect(parseBusinessDay('2024-01-05T00:00')).toBeUndefined();
  expect(() => businessDay('2024-13-01')).toThrow(RangeError);
});

test('weeks start on Monday', () => {
  expect(weekStart(businessDay('2026-11-22'))).toBe('2026-11-16');
  expect(weekStart(businessDay('2026-11-16'))).toBe('2026-11-16');
});
