import { readFileSync } from 'node:fs';

import { businessDay, dayFromNumber, dayNumber } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { productDesign, sharedColumns } from '#app/forecast/events/build-design.ts';
import { emptyCalendar } from '#app/forecast/events/calendar.ts';
import type { NamedDays } from '#app/forecast/events/calendar.ts';
import type { Design } from '#app/forecast/events/design.ts';

export const firstDay = businessDay('2013-01-01');
export const dayCount = dayNumber(businessDay('2015-07-31')) - dayNumber(firstDay) + 1;

/** One store: sales by day (NaN where the file has no row), and its known days: promotions, holidays, closed doors. */
export interface RossmannStore {
  readonly values: Float64Array;
  readonly design: Design;
}

interface StoreDays {
  readonly sales: Float64Array;
  readonly open: Uint8Array;
  readonly promotion: Uint8Array;
  readonly school: Uint8Array;
  readonly holiday: string[];
}

export function readRossmann(path: string): RossmannStore[] {
  const stores = new Map<string, StoreDays>();
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/u).slice(1);
  for (const line of lines) {
    const [id = '', , date = '', sales, , open, promotion, holiday = '0', school] = line.split(',');
    const store = stores.get(id) ?? emptyStore();
    stores.set(id, store);
    const day = dayNumber(businessDay(date)) - dayNumber(firstDay);
    store.sales[day] = Number(sales);
    store.open[day] = Number(open);
    store.promotion[day] = Number(promotion);
    store.school[day] = Number(school);
    store.holiday[day] = holiday;
  }
  return [...stores.values()].map(asStore);
}

function emptyStore(): StoreDays {
  return {
    sales: new Float64Array(dayCount).fill(Number.NaN),
    open: new Uint8Array(dayCount),
    promotion: new Uint8Array(dayCount),
    school: new Uint8Array(dayCount),
    holiday: Array.from({ length: dayCount }, () => '0'),
  };
}

function asStore({ sales, open, promotion, school, holiday }: StoreDays): RossmannStore {
  const named: NamedDays[] = runs((day) => school[day] === 1).map((run) => ({
    ...run,
    name: 'school',
    kind: 'period',
  }));
  for (const [day, code] of holiday.entries()) {
    if (code !== '0') named.push(oneDay(holidayName(day, code), 'holiday', dayAt(day)));
  }
  for (const [year, easter] of easters) {
    named.push(oneDay('Christmas', 'event', businessDay(`${year}-12-24`)));
    named.push(oneDay('Easter', 'event', dayFromNumber(dayNumber(easter) - 1)));
  }
  const span = { firstDay, length: dayCount };
  return {
    values: sales,
    design: productDesign(span, sharedColumns(span, { ...emptyCalendar, named }), {
      promotions: runs((day) => promotion[day] === 1),
      closed: [...open.keys()].filter((day) => open[day] !== 1).map(dayAt),
    }),
  };
}

const easters = new Map([
  [2013, businessDay('2013-03-31')],
  [2014, businessDay('2014-04-20')],
  [2015, businessDay('2015-04-05')],
]);

const afterEaster = new Map([
  [-2, 'Good Friday'],
  [1, 'Easter Monday'],
  [39, 'Ascension'],
  [50, 'Whit Monday'],
  [60, 'Corpus Christi'],
]);

/** The file says only public (a), Easter (b), Christmas (c): the calendar says which. */
function holidayName(day: number, code: string): string {
  const date = dayAt(day);
  if (code === 'c') return 'Christmas Days';
  const easter = easters.get(Number(date.slice(0, 4))) ?? firstDay;
  return afterEaster.get(dayNumber(date) - dayNumber(easter)) ?? date.slice(5);
}

function oneDay(name: string, kind: NamedDays['kind'], day: BusinessDay): NamedDays {
  return { name, kind, firstDay: day, lastDay: day };
}

function dayAt(day: number): BusinessDay {
  return dayFromNumber(dayNumber(firstDay) + day);
}

function runs(isOn: (day: number) => boolean): { firstDay: BusinessDay; lastDay: BusinessDay }[] {
  const found: { firstDay: BusinessDay; lastDay: BusinessDay }[] = [];
  let start = -1;
  for (let day = 0; day <= dayCount; day += 1) {
    const on = day < dayCount && isOn(day);
    if (on && start < 0) start = day;
    if (on || start < 0) continue;
    found.push({ firstDay: dayAt(start), lastDay: dayAt(day - 1) });
    start = -1;
  }
  return found;
}
