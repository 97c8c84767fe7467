import { expect, test } from 'vitest';

import { listQuery } from '#app/core/listing.ts';

import { openSampleContext, sampleToday } from '../sample/testing.ts';
import { appRouter } from '../server/router.ts';
import { exportList } from './export-list.ts';

test('promotions and the holidays of a year are exported in a form that imports back', async () => {
  const { context, cleanup } = await openSampleContext('empty');
  try {
    const api = appRouter.createCaller(context);
    const days = { firstDay: '2026-12-10', lastDay: '2026-12-12' };
    await api.promotions.create({ name: '双12', ...days, discount: 1250, scope: 'all' });
    await api.calendar.sayDays({
      days: [{ day: '2026-10-08', version: null, said: { kind: 'holiday', name: '国庆节' } }],
    });
    const options = { query: listQuery.parse({}), language: 'zh-CN', today: sampleToday } as const;
    const promotions = await exportList(context.store.read, { ...options, list: 'promotions' });
    expect(promotions.rows.map((row) => row.slice(0, 4))).toEqual([
      ['双12', '2026-12-10', '2026-12-12', '12.5%'],
    ]);
    const holidays = await exportList(context.store.read, { ...options, list: 'holidays' });
    expect(holidays.columns.map(({ header }) => header)).toEqual(['日期', '放假或上班', '节日名称']);
    expect(holidays.rows).toContainEqual(['2026-10-07', '放假', '国庆节']);
    expect(holidays.rows).toContainEqual(['2026-10-08', '放假', '国庆节']);
    expect(holidays.rows).toContainEqual(['2026-02-14', '上班', '春节']);
  } finally {
    await cleanup();
  }
});
