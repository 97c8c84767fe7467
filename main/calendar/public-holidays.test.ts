import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addDays, businessDay } from '#app/core/business-day.ts';
import { lunarNewYears } from './lunar-new-year.ts';
import { chineseCalendar, publicHolidays } from './public-holidays.ts';
import type { HolidayLibrary } from './public-holidays.ts';

const root = process.env['ZONGDAI_DATA'] ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const file = `${root.replace(/[\\/]$/u, '')}/calendar/cn_holidays_2015_2026.csv`;
const absent = !existsSync(file);
const whenAbsent = absent ? ' (left out: cn_holidays_2015_2026.csv is not on this machine)' : '';

const rows = (absent ? '' : readFileSync(file, 'utf8'))
  .trim()
  .split(/\r?\n/u)
  .slice(1)
  .map((line) => {
    const [day = '', , workday, , name = '', lunar = ''] = line.split(',');
    return { day, workday: workday === '1', name, lunar };
  });

const libraryName = 'chinese-days';
const library: HolidayLibrary | undefined = await import(libraryName).catch(() => undefined);
const whenMissing = library === undefined ? ' (left out: chinese-days is not installed)' : '';

/** The notice of 2024 for May, as the library words it. */
const labourDay: HolidayLibrary = {
  getDayDetail: (day) => {
    const off = day >= '2024-05-01' && day <= '2024-05-05';
    const worked = day === '2024-04-28' || day === '2024-05-11';
    return { work: !off, name: off || worked ? 'Labour Day,劳动节,2' : 'Friday' };
  },
};

test('a run of holidays is one entry, worked weekends are make-up days', () => {
  const calendar = chineseCalendar(labourDay, 2024, 2024);
  expect(calendar.named.filter(({ kind }) => kind === 'holiday')).toEqual([
    { name: '劳动节', kind: 'holiday', firstDay: '2024-05-01', lastDay: '2024-05-05' },
  ]);
  expect(calendar.makeUpDays).toEqual(['2024-04-28', '2024-05-11']);
  expect(calendar.named.filter(({ kind }) => kind === 'event').map(({ name }) => name)).toEqual([
    '38节',
    '618',
    '双11',
    '双12',
  ]);
});

test('lunar new years of years without a notice', () => {
  expect(lunarNewYears(2027, 2030)).toEqual(['2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03']);
});

test.skipIf(absent)(`lunar new years against the real calendar${whenAbsent}`, () => {
  const real = rows.filter(({ lunar }) => lunar === '1-1').map(({ day }) => day);
  expect(real.length).toBeGreaterThan(10);
  const found: readonly string[] = lunarNewYears(2015, 2026);
  expect(real.filter((day) => !found.includes(day))).toEqual([]);
});

test.skipIf(absent || library === undefined)(
  `holidays and make-up days against the real calendar${whenAbsent}${whenMissing}`,
  () => {
    if (library === undefined) return;
    const { holidays, makeUpDays } = publicHolidays(library, 2015, 2026);
    const off = holidays.flatMap(({ firstDay, lastDay, name }) => {
      const days: string[] = [];
      for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(`${day} ${name}`);
      return days;
    });
    const dayOff = new Set(off.map((text) => text.slice(0, 10)));
    expect(rows.filter(({ workday }) => workday).map(({ day }) => day)).toEqual(makeUpDays);
    // Some notices name a weekend next to the holiday, others leave it out: working days off must agree.
    const weekdaysOff = rows.filter(({ workday }) => !workday).map(({ day }) => day);
    expect(weekdaysOff.filter((day) => !dayOff.has(businessDay(day)))).toEqual([]);
  },
);
