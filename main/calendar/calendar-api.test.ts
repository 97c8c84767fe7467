import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';

import { openSampleContext } from '../sample/testing.ts';
import { appRouter } from '../server/router.ts';

const day = businessDay;
let opened: Awaited<ReturnType<typeof openSampleContext>>;
beforeEach(async () => {
  opened = await openSampleContext('empty');
  const stamps = { created_at: '2026-11-22T08:00:00.000Z', updated_at: '2026-11-22T08:00:00.000Z' };
  await opened.context.store.transact({ actor: 't', action: 'x', entity: 'x' }, ({ trx }) =>
    trx
      .insertInto('product')
      .values({
        id: 'a',
        code: 'A',
        name: '面膜',
        category: '面部',
        barcode: null,
        lead_days: null,
        list_price_fen: null,
        import_id: null,
        ...stamps,
      })
      .execute(),
  );
});
afterEach(() => opened.cleanup());

const api = () => appRouter.createCaller(opened.context);
const failing = (code: string, parameters: object = {}) => ({
  cause: { failure: { code, parameters } },
});

test('a promotion is planned, changed on the version that was seen, cancelled and planned again', async () => {
  const draft = {
    name: ' 双12 ',
    firstDay: '2026-12-10',
    lastDay: '2026-12-12',
    discount: 2000,
    scope: 'products' as const,
    category: '面部',
    products: [{ productId: 'a', discount: 3000 }],
  };
  const made = await api().promotions.create(draft);
  // What belongs to another scope is not kept.
  expect(made).toMatchObject({ name: '双12', category: '', products: [{ code: 'A', discount: 3000 }] });
  const { promotion, previous } = await api().promotions.save({
    id: made.id,
    version: 1,
    promotion: { ...draft, lastDay: '2026-12-13', scope: 'category' },
  });
  expect(promotion).toMatchObject({ lastDay: '2026-12-13', category: '面部', products: [], version: 2 });
  expect(previous).toMatchObject({ lastDay: '2026-12-12', scope: 'products' });
  await expect(
    api().promotions.save({
      id: made.id,
      version: 1,
      seen: { lastDay: '2026-12-12' },
      promotion: draft,
    }),
  ).rejects.toMatchObject(
    failing('edit.conflict', {
      changes: [{ field: 'lastDay', before: '2026-12-12', after: '2026-12-13' }],
    }),
  );
  const cancelled = await api().promotions.cancel({ id: made.id, version: 2 });
  expect(cancelled.isCancelled).toBe(true);
  expect((await api().promotions.list({ filters: { state: 'planned' } })).total).toBe(0);
  await api().promotions.cancel({ id: made.id, version: 3, isCancelled: false });
  expect((await api().promotions.list({ filters: { state: 'planned' } })).rows[0]?.name).toBe('双12');
});

test('everything that is wrong with a promotion is said at once, and nothing is kept', async () => {
  const wrong = api().promotions.create({
    name: ' ',
    firstDay: '2026-12-12',
    lastDay: '2026-12-10',
    discount: 10_000,
    scope: 'products',
    products: [{ productId: 'a' }, { productId: 'a', discount: -5 }, { productId: 'z' }],
  });
  await expect(wrong).rejects.toMatchObject({
    cause: {
      failure: {
        parameters: {
          problems: [
            { code: 'name.missing' },
            { code: 'days.order' },
            { code: 'discount.invalid', line: null },
            { code: 'product.repeated', line: 2 },
            { code: 'discount.invalid', line: 2 },
            { code: 'product.unknown', line: 3 },
          ],
        },
      },
    },
  });
  expect((await api().promotions.list({})).total).toBe(0);
});

test('a month has what is published, what people said over it, and says where a year is not known', async () => {
  const october = await api().calendar.month({ month: '2026-10' });
  expect(october.days.length % 7).toBe(0);
  expect(october.days[0]?.day).toBe('2026-09-28');
  expect(october.days.find((one) => one.day === '2026-10-01')?.named).toEqual({
    kind: 'holiday',
    name: '国庆节',
    version: null,
  });
  expect(october.unknownYear).toBeNull();
  expect((await api().calendar.month({ month: '2029-02' })).unknownYear).toBe(2029);
  const before = await api().calendar.sayDays({
    days: [{ day: '2029-02-13', version: null, said: { kind: 'holiday', name: '春节' } }],
  });
  expect(before).toEqual([{ day: '2029-02-13', said: null }]);
  const known = await api().calendar.month({ month: '2029-02' });
  expect(known.unknownYear).toBeNull();
  expect(known.days.find((one) => one.day === '2029-02-13')?.named?.version).toBe(1);
  await expect(
    api().calendar.sayDays({ days: [{ day: '2029-02-13', version: null, said: null }] }),
  ).rejects.toMatchObject(failing('edit.conflict'));
  await api().calendar.sayDays({ days: [{ day: '2029-02-13', version: 1, said: null }] });
  expect((await api().calendar.month({ month: '2029-02' })).unknownYear).toBe(2029);
});

test('events, closures of suppliers and weather of the chosen city stand in the month', async () => {
  const { id } = await api().calendar.saveEvent({
    name: '庙会',
    kind: 'holiday',
    firstDay: '2026-11-24',
    lastDay: '2026-11-25',
  });
  const supplier = (await api().partners.list({ filters: { kind: 'supplier' } })).rows[0]?.id ?? '';
  const draft = { name: '年末盘点', firstDay: '2026-11-30', lastDay: '2026-12-02' };
  const closure = await api().calendar.addClosure({ ...draft, partnerId: supplier });
  await expect(api().calendar.addClosure({ ...draft, partnerId: 'nobody' })).rejects.toMatchObject(
    failing('calendar.invalid', { problems: [{ code: 'supplier.unknown' }] }),
  );
  await opened.context.store.transact({ actor: 't', action: 'x', entity: 'x' }, ({ trx }) =>
    trx
      .insertInto('weather')
      .values([
        {
          city: '杭州',
          day: day('2025-11-29'),
          high: 14,
          low: 6,
          condition: '阴',
          known_on: day('2026-01-01'),
        },
        {
          city: '杭州',
          day: day('2026-11-24'),
          high: 9,
          low: 3,
          condition: '小雨',
          known_on: day('2026-11-20'),
        },
      ])
      .execute(),
  );
  await api().settings.save({ weatherCity: '杭州' });
  const month = await api().calendar.month({ month: '2026-11' });
  expect(month.events.map(({ name }) => name)).toEqual(['双11', '庙会']);
  expect(month.closures).toMatchObject([{ name: '年末盘点', partnerId: supplier }]);
  const weather = new Map(month.days.map((one) => [String(one.day), one.weather]));
  expect(weather.get('2026-11-24')).toMatchObject({ source: 'forecast', high: 9, condition: '小雨' });
  expect(weather.get('2026-11-30')).toMatchObject({ source: 'usual', high: 8 });
  expect((await api().calendar.cities()).map(({ city, days }) => [city, days])).toEqual([['杭州', 2]]);
  await api().calendar.removeEvent({ id, version: 1 });
  await api().calendar.removeClosure({ id: closure.id, version: 1 });
  expect(await api().calendar.month({ month: '2026-11' })).toMatchObject({
    events: [{ name: '双11' }],
    closures: [],
  });
});
