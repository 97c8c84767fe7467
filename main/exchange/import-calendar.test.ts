import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { listWeatherCities } from '#db/queries/calendar/weather.ts';
import { readPromotions } from '#db/queries/calendar/read-promotions.ts';

import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { job, openImports } from './imports-testing.ts';
import type { Imports, Lines } from './imports-testing.ts';
import { undoImport } from './undo-import.ts';

const root = process.env['ZONGDAI_DATA'] ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const file = `${root.replace(/[\\/]$/u, '')}/weather/cn_cities_daily.csv`;
const absent = !existsSync(file);
const whenAbsent = absent ? ' (left out: cn_cities_daily.csv is not on this machine)' : '';

let imports: Imports;
beforeEach(async () => {
  imports = await openImports();
});
afterEach(() => imports.cleanup());

const weather = (rows: Lines): Lines => [['日期', '最高温度', '最低温度', '天气', '城市'], ...rows];

test.skipIf(absent)(`eight years of four cities go in whole and come out again${whenAbsent}`, async () => {
  const { context } = imports;
  const session = context.imports.open(await context.files.holdPath('天气.csv', file));
  const overview = await analyseImport(context, session, withDefaults(context, {}), undefined, job);
  expect(overview.sheets[0]).toMatchObject({ kind: 'weather', rows: 11_532, rejected: 0 });
  const { importId } = await commitImport(context, session, { skipRejected: false }, job);
  const cities = await listWeatherCities(context.store.read);
  expect(cities.reduce((sum, { days }) => sum + days, 0)).toBe(overview.sheets[0]?.accepted);
  expect(cities.map(({ city }) => city).toSorted()).toEqual(['上海', '北京', '广州', '深圳']);
  const undone = await undoImport(context, importId ?? '');
  expect(undone.removed['weather']).toBe(overview.sheets[0]?.accepted);
  expect(await listWeatherCities(context.store.read)).toEqual([]);
});

test('what a later file says of a day holds until it is taken back', async () => {
  const { read } = imports.context.store;
  const highs = async () =>
    (await read.selectFrom('weather').select(['day', 'high']).orderBy('day').execute()).map(
      ({ day, high }) => `${day} ${high}`,
    );
  const first = await imports.importLines(
    '天气',
    weather([
      ['2026-11-20', '12°', '5°', '晴', '杭州'],
      ['2026-11-21', '10°', '4°', '阴', '杭州'],
    ]),
  );
  const second = await imports.importLines('天气2', weather([['2026-11-21', '11°', '4°', '小雨', '杭州']]));
  expect(second.overview.effect).toMatchObject({ weatherDays: 1, weatherChanged: 1 });
  expect(await highs()).toEqual(['2026-11-20 12', '2026-11-21 11']);
  // The first taken back before the second: the day that was changed stays, and is named.
  const undone = await undoImport(imports.context, first.importId ?? '');
  expect(undone.kept).toMatchObject([{ entity: 'weather', label: '杭州 1' }]);
  expect(await highs()).toEqual(['2026-11-21 11']);
  await undoImport(imports.context, second.importId ?? '');
  expect(await highs()).toEqual([]);
});

test('holidays and promotions go in and come out; one that a person changed since stays', async () => {
  await imports.prepare();
  const { store, clock } = imports.context;
  const holidays: Lines = [
    ['日期', '放假或上班', '节日名称'],
    ['2027-02-06', '放假', '春节'],
    ['2027-02-20', '上班', '春节'],
  ];
  const days = await imports.importLines('节假日', holidays);
  expect((await imports.importLines('节假日', holidays)).importId).toBeNull();
  const promotions = await imports.importLines('促销', [
    ['促销名称', '开始日期', '结束日期', '让利', '商品编码'],
    ['面膜节', '2026-12-01', '2026-12-03', '20%', 'A'],
    ['双12', '2026-12-10', '2026-12-12', '9折', ''],
  ]);
  const { id: a } = await store.read
    .selectFrom('product')
    .select('id')
    .where('code', '=', 'A')
    .executeTakeFirstOrThrow();
  const found = await readPromotions(store.read, [a], clock.today(), businessDay('2026-12-31'));
  expect(found.get(a)?.map(({ name, depth }) => `${name} ${depth}`)).toEqual(['面膜节 0.2', '双12 0.1']);
  await store.transact({ actor: 't', action: 'x', entity: 'x' }, ({ trx }) =>
    trx.updateTable('promotion').set({ version: 2 }).where('name', '=', '双12').execute(),
  );
  const undone = await undoImport(imports.context, promotions.importId ?? '');
  expect(undone.removed).toMatchObject({ promotion: 1, promotion_product: 1 });
  expect(undone.kept).toMatchObject([{ entity: 'promotion', label: '双12', reason: 'edited' }]);
  expect((await undoImport(imports.context, days.importId ?? '')).removed).toMatchObject({ calendar_day: 2 });
});
