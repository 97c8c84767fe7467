import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { rainOf, weatherOfDays } from './weather.ts';
import type { KnownWeather } from './weather.ts';

const day = (text: string, high: number | null, condition = '晴', knownOn = text): KnownWeather => ({
  day: businessDay(text),
  high,
  low: high,
  condition,
  warning: '',
  knownOn: businessDay(knownOn),
});

test('rain as weather services word it', () => {
  expect(rainOf('晴')).toBe(0);
  expect(rainOf('')).toBeUndefined();
  expect(rainOf('多云~小雨')).toBeCloseTo(0.15);
  expect(rainOf('特大暴雨')).toBe(1);
  expect(rainOf('小到中雨')).toBe(0.6);
  expect(rainOf('阴转雷阵雨')).toBe(0.25);
});

test('known days as they are, a week of forecast, beyond it what is usual', () => {
  const known = [
    day('2024-12-05', 10),
    day('2024-12-09', 14, '小雨'),
    day('2025-07-01', 35),
    day('2025-11-20', 21),
    day('2025-11-28', 3, '晴', '2025-11-20'),
    day('2025-11-27', 9, '晴', '2025-11-20'),
  ];
  const days = weatherOfDays(known, businessDay('2025-11-26'), businessDay('2025-12-07'));
  const found = new Map(days.map((one) => [String(one.day), one]));
  expect(found.get('2025-11-27')?.temperature).toBe(9);
  // Eight days ahead is no forecast: the mean of 27 November and 5 December.
  expect(found.get('2025-11-28')?.temperature).toBe(9.5);
  expect(found.get('2025-12-07')).toMatchObject({ temperature: 12, rain: 0.15 });
});

test('no weather at all, and days that nothing is known of', () => {
  expect(weatherOfDays([], businessDay('2025-01-01'), businessDay('2025-01-03'))).toEqual([]);
  const summer = [day('2025-07-01', 35)];
  expect(weatherOfDays(summer, businessDay('2025-12-01'), businessDay('2025-12-03'))).toEqual([]);
  const typhoon = { ...day('2025-07-01', null, ''), warning: '台风蓝色预警' };
  expect(weatherOfDays([typhoon], typhoon.day, typhoon.day)).toEqual([{ day: '2025-07-01', typhoon: true }]);
});

test('29 February and the turn of the year have neighbours', () => {
  const known = [day('2023-12-30', 2), day('2024-01-03', 4), day('2023-02-27', 8)];
  const usual = weatherOfDays(known, businessDay('2025-01-01'), businessDay('2025-01-01'));
  expect(usual[0]?.temperature).toBe(3);
  expect(weatherOfDays(known, businessDay('2024-02-29'), businessDay('2024-02-29'))[0]?.temperature).toBe(8);
});
