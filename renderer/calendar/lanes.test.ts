import { expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { placeWeek } from './lanes.ts';

const monday = businessDay('2026-11-09');
const lasting = (name: string, first: string, last: string) => ({
  name,
  firstDay: businessDay(first),
  lastDay: businessDay(last),
});

test('what overlaps stands below each other, what does not shares a lane, and the rest is counted', () => {
  const items = [
    lasting('双11', '2026-11-01', '2026-11-11'),
    lasting('会员周', '2026-11-10', '2026-11-20'),
    lasting('周末', '2026-11-14', '2026-11-15'),
    lasting('第四个', '2026-11-11', '2026-11-11'),
    lasting('上个月', '2026-10-01', '2026-11-08'),
  ];
  const { bars, hidden } = placeWeek(monday, items, 2);
  expect(bars.map(({ item, column, span, lane }) => [item.name, column, span, lane])).toEqual([
    ['双11', 0, 3, 0],
    ['会员周', 1, 6, 1],
    ['周末', 5, 2, 0],
  ]);
  expect(bars[0]).toMatchObject({ comesIn: true, goesOn: false });
  expect(bars[1]).toMatchObject({ comesIn: false, goesOn: true });
  expect(hidden).toEqual([0, 0, 1, 0, 0, 0, 0]);
});
