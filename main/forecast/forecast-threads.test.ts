import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { forecastProducts } from '#app/forecast/forecast-products.ts';
import type { ProductHistory } from '#app/forecast/product-history.ts';

import { chineseCalendar } from '../calendar/public-holidays.ts';
import { forecastInThreads } from './forecast-threads.ts';

const knownUntil = businessDay('2026-10-31');

/** 320 products in 16 categories, of different ages; each sells by a rhythm of its own. */
const histories = Array.from({ length: 320 }, (_, index): ProductHistory => {
  const days = 63 + (index % 5) * 7;
  return {
    group: `类 ${index % 16}`,
    firstDay: addDays(knownUntil, 1 - days),
    daily: Float64Array.from({ length: days }, (__, day) =>
      (day * (index + 3)) % 11 < 5 ? (day * index) % 7 : 0,
    ),
    horizonDays: 14,
    promotions:
      index % 9 === 0
        ? [{ firstDay: addDays(knownUntil, 3), lastDay: addDays(knownUntil, 9), depth: 0.3 }]
        : [],
  };
});

test('forecasts are the same however many threads they are shared out to, and every product is counted', async () => {
  const firstDay = addDays(knownUntil, -90);
  const setting = {
    firstDay,
    knownUntil,
    asOf: knownUntil,
    calendar: chineseCalendar(chineseDays, 2026, 2027),
  };
  const heard: number[] = [];
  const shared = await forecastInThreads(histories, setting, (done) => heard.push(done));
  expect(shared).toEqual(forecastProducts(histories, setting));
  expect(Math.max(...heard)).toBe(320);
});
