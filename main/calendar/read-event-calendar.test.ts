import { expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { readPromotions } from '#db/queries/calendar/read-promotions.ts';
import { openTestStore } from '#db/testing.ts';
import { readEventCalendar } from './read-event-calendar.ts';

const at = '2026-11-22T08:00:00.000Z';
const day = businessDay;
const audit = { actor: 'tester', action: 'test', entity: 'test' };
const stamps = { created_at: at, updated_at: at };

test('published days, what people added over them, and the weather of one city', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    await store.transact(audit, async ({ trx }) => {
      await trx
        .insertInto('calendar_day')
        .values([
          { day: day('2026-10-08'), kind: 'holiday', name: '国庆节', updated_at: at },
          { day: day('2026-10-07'), kind: 'workday', name: '补班', updated_at: at },
          { day: day('2027-01-01'), kind: 'holiday', name: '元旦', updated_at: at },
        ])
        .execute();
      await trx
        .insertInto('calendar_event')
        .values({
          id: 'e',
          name: '庙会',
          kind: 'holiday',
          first_day: day('2026-10-11'),
          last_day: day('2026-10-12'),
          ...stamps,
        })
        .execute();
      await trx
        .insertInto('weather')
        .values([
          {
            city: '杭州',
            day: day('2026-10-01'),
            high: 26,
            low: 18,
            condition: '晴',
            known_on: day('2026-10-02'),
          },
          {
            city: '北京',
            day: day('2026-10-01'),
            high: 6,
            low: 1,
            condition: '',
            known_on: day('2026-10-02'),
          },
        ])
        .execute();
    });
    const calendar = await readEventCalendar(store.read, day('2026-10-01'), day('2026-12-15'), '杭州');
    const names = calendar.named.map(({ name, firstDay, lastDay }) => `${name} ${firstDay} ${lastDay}`);
    expect(names).toContain('国庆节 2026-10-01 2026-10-06');
    expect(names).toContain('国庆节 2026-10-08 2026-10-08');
    expect(names).toContain('庙会 2026-10-11 2026-10-12');
    expect(names).toContain('双11 2026-11-10 2026-11-11');
    // Known ahead of the year's notice, because a person said so.
    expect(names).toContain('元旦 2027-01-01 2027-01-01');
    expect(calendar.makeUpDays).toContain('2026-10-07');
    expect(calendar.weather[0]).toEqual({ day: '2026-10-01', temperature: 22, rain: 0 });
    expect((await readEventCalendar(store.read, day('2026-10-01'), day('2026-10-02'), '')).weather).toEqual(
      [],
    );
  } finally {
    await cleanup();
  }
});

test('promotions of all, of a category and of chosen products, without those cancelled', async () => {
  const { store, cleanup } = await openTestStore();
  const days = { first_day: day('2026-11-01'), last_day: day('2026-11-11') };
  try {
    await store.transact(audit, async ({ trx }) => {
      await trx
        .insertInto('product')
        .values([
          {
            id: 'a',
            code: 'A',
            name: '面膜',
            category: '面部',
            lead_days: null,
            barcode: null,
            list_price_fen: null,
            import_id: null,
            ...stamps,
          },
          {
            id: 'b',
            code: 'B',
            name: '护手霜',
            category: '身体',
            lead_days: null,
            barcode: null,
            list_price_fen: null,
            import_id: null,
            ...stamps,
          },
        ])
        .execute();
      await trx
        .insertInto('promotion')
        .values([
          {
            id: '1',
            name: '全场',
            scope: 'all',
            category: '',
            cancelled_at: null,
            discount: 1000,
            ...days,
            ...stamps,
          },
          {
            id: '2',
            name: '面部节',
            scope: 'category',
            category: '面部',
            cancelled_at: null,
            discount: null,
            ...days,
            ...stamps,
          },
          {
            id: '3',
            name: '爆款',
            scope: 'products',
            category: '',
            cancelled_at: null,
            discount: 2000,
            ...days,
            ...stamps,
          },
          {
            id: '4',
            name: '取消',
            scope: 'all',
            category: '',
            discount: 5000,
            cancelled_at: at,
            ...days,
            ...stamps,
          },
        ])
        .execute();
      await trx
        .insertInto('promotion_product')
        .values({ promotion_id: '3', product_id: 'b', discount: 3500 })
        .execute();
    });
    const found = await readPromotions(store.read, ['a', 'b'], day('2026-11-11'), day('2026-12-01'));
    expect(found.get('a')?.map(({ name, depth }) => [name, depth])).toEqual([
      ['全场', 0.1],
      ['面部节', undefined],
    ]);
    expect(found.get('b')?.map(({ name, depth }) => [name, depth])).toEqual([
      ['全场', 0.1],
      ['爆款', 0.35],
    ]);
    expect((await readPromotions(store.read, ['a'], day('2026-11-12'), day('2026-12-01'))).size).toBe(0);
  } finally {
    await cleanup();
  }
});
