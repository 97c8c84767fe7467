import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDay, isoWeekday } from '../core/business-day.ts';
import { demandSeries, knownUntil } from './demand-series.ts';

const monday = businessDay('2019-01-07');
const sale = (offset: number, quantity: number) => ({ day: addDays(monday, offset), quantity });

test('a series has every day from the first sale to the last day, repeated days added', () => {
  const series = demandSeries([sale(5, 3), sale(2, 1), sale(2, 4)], addDays(monday, 6));
  expect(series.firstDay).toBe('2019-01-09');
  expect(series.daily).toEqual([5, 0, 0, 3, 0]);
  expect(series.weekly).toEqual([]);
});

test('weeks are whole ISO weeks: the broken ones at both ends are left out', () => {
  const sales = Array.from({ length: 20 }, (_, day) => sale(day + 3, 1));
  const series = demandSeries(sales, addDays(monday, 22));
  expect(series.weeks).toEqual(['2019-01-14', '2019-01-21']);
  expect(series.weekly).toEqual([7, 7]);
});

test('a return cancels the latest demand before it, then the demand after it', () => {
  expect(demandSeries([sale(0, 5), sale(3, 4), sale(4, -6)], addDays(monday, 4)).daily).toEqual([
    3, 0, 0, 0, 0,
  ]);
  const later = demandSeries([sale(0, 5), sale(1, -8), sale(2, 10)], addDays(monday, 3));
  expect(later).toMatchObject({ firstDay: addDays(monday, 2), daily: [7, 0] });
});

test('returns of sales before the history, sales after the last day and nothing at all give no demand', () => {
  expect(demandSeries([sale(0, -5), sale(1, 2)], addDays(monday, 1)).daily).toEqual([2]);
  for (const sales of [[], [sale(0, -5)], [sale(9, 5)], [sale(0, 4), sale(1, -4)]]) {
    const series = demandSeries(sales, addDays(monday, 5));
    expect(series).toEqual({
      firstDay: addDays(monday, 5),
      lastDay: addDays(monday, 5),
      daily: [],
      weeks: [],
      weekly: [],
    });
  }
});

test('whatever the sales: no negative day, nothing invented, weeks add up', () => {
  const sales = fc.array(fc.record({ offset: fc.nat(120), quantity: fc.integer({ min: -1e9, max: 1e9 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(sales, fc.nat(140), (list, last) => {
      const series = demandSeries(
        list.map((entry) => sale(entry.offset, entry.quantity)),
        addDays(monday, last),
      );
      expect(series.daily.every((value) => value >= 0)).toBe(true);
      if (series.daily.length > 0) expect(series.daily[0]).toBeGreaterThan(0);
      expect(addDays(series.firstDay, Math.max(0, series.daily.length - 1))).toBe(series.lastDay);
      expect(series.weeks.every((week) => isoWeekday(week) === 1)).toBe(true);
      const first = Math.min(...list.filter((entry) => entry.quantity > 0).map((entry) => entry.offset));
      const total = list
        .filter((entry) => entry.offset >= first && entry.offset <= last)
        .reduce((sum, entry) => sum + entry.quantity, 0);
      expect(series.daily.reduce((sum, value) => sum + value, 0)).toBe(Math.max(0, total));
    }),
  );
});

test('what was known on a day is the series without the days after it', () => {
  const series = demandSeries([sale(0, 5), sale(9, 2)], addDays(monday, 20));
  expect(knownUntil(series, addDays(monday, 8))).toEqual(demandSeries([sale(0, 5)], addDays(monday, 8)));
  expect(knownUntil(series, addDays(monday, -1)).daily).toEqual([]);
  expect(knownUntil(series, addDays(monday, 30))).toBe(series);
});
