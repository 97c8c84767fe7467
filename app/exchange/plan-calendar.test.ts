import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { planImport } from './plan.ts';
import { readDegrees } from './plan-weather.ts';
import { readDiscount } from './read-discount.ts';
import type { Cell } from './sheet.ts';
import {
  knownProduct,
  optionsOf,
  productsOf,
  sheetOf,
  storeAfter,
  storeOf,
  told,
  workbookOf,
} from './testing.ts';

const planned = (rows: readonly (readonly Cell[])[], known = storeOf()) =>
  planImport(workbookOf(sheetOf('表1', rows)), optionsOf(), known);

const weatherHead = ['日期', '最高温度', '最低温度', '天气', '风向', '城市'];

test('degrees and discounts as people write them', () => {
  expect(['4°', '-6℃', '12 °C', '７', '-', 'hot', '3.5度'].map(readDegrees)).toEqual([
    4,
    -6,
    12,
    7,
    undefined,
    undefined,
    3.5,
  ]);
  const read = (text: string) => readDiscount(text)?.discount ?? null;
  expect(['20%', '20', '0.2', '12.5%', '100%', '0', 'x'].map(read)).toEqual([
    2000,
    2000,
    2000,
    1250,
    null,
    null,
    null,
  ]);
  expect(['8折', '八折', '85折', '八五折', '打9.5折', '十折'].map(read)).toEqual([
    2000,
    2000,
    1500,
    1500,
    500,
    null,
  ]);
});

test('weather as a site gives it; what is wrong is said of every row at once', () => {
  const plan = planned([
    weatherHead,
    ['2015-01-01 周四', '4°', '-6°', '晴', '无持续风向微风', '北京'],
    ['2015-01-02 星期五', '8°', '-4°', '晴~多云', '', '北京'],
    ['2015-01-02', '8°', '-4°', '晴~多云', '', '北京'],
    ['2015-01-02', '9°', '-4°', '晴~多云', '', '北京'],
    ['2015-13-01', 'hot', '', '晴', '', '北京'],
    ['2015-01-04', '', '', '', '', '北京'],
    ['2015-01-05', '3°', '5°', '阴', '', '北京'],
    ['2015-01-06', '3°', '1°', '阴', '', ''],
    ['2026-12-20', '3°', '1°', '阴', '', '北京'],
  ]);
  expect(plan.guesses[0]).toMatchObject({ kind: 'weather', missing: [] });
  expect(told(plan)).toEqual([
    'line.repeated@4',
    'code.repeated@A5',
    'date.invalid@A6',
    'temperature.invalid@B6',
    'weather.empty@7',
    'temperature.order@C8',
    'city.missing@F9',
    'weather.far@A10',
  ]);
  expect(plan.weather[1]).toEqual({
    city: '北京',
    day: '2015-01-02',
    high: 8,
    low: -4,
    condition: '晴~多云',
    wind: '',
    warning: '',
    knownOn: '2026-11-22',
    isNew: true,
  });
  expect(plan.effect).toMatchObject({ weatherDays: 4, weatherChanged: 0 });
});

test('a file of one city needs no column for it once the city is chosen; a forecast gives way to what came', () => {
  const rows = [
    ['日期', '最高气温', '最低气温', '天气'],
    ['2026-11-21', 12, 5, '晴'],
  ];
  const forecast = { content: JSON.stringify([12, 5, '晴', '', '']), knownOn: businessDay('2026-11-18') };
  const { calendar } = storeOf();
  const known = storeOf({ calendar: { ...calendar, weatherCity: '杭州', findWeather: () => forecast } });
  const plan = planned(rows, known);
  // The same figures, but observed now.
  expect(plan.weather).toMatchObject([{ city: '杭州', isNew: false, knownOn: '2026-11-22' }]);
  expect(planned(rows, storeAfter(plan, known)).sheets[0]).toMatchObject({ accepted: 0, duplicates: 1 });
});

test('holidays: off or worked in many words, each day once', () => {
  const plan = planned([
    ['日期', '放假或上班', '节日名称'],
    ['2027-02-06', '放假', '春节'],
    ['2027-02-20', '调休上班', '春节'],
    ['2027-02-07', '大概', '春节'],
    ['2027-02-06', '上班', '春节'],
  ]);
  expect(plan.guesses[0]?.kind).toBe('holidays');
  expect(told(plan)).toEqual(['dayKind.unknown@B4', 'code.repeated@A5']);
  expect(plan.calendarDays.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    '2027-02-06 holiday',
    '2027-02-20 workday',
  ]);
  expect(
    planned([
      ['日期', '安排'],
      ['2027-02-06', '放假'],
    ]).calendarDays[0]?.name,
  ).toBe('放假');
});

test('promotions: of products row by row, of a category, of everything', () => {
  const known = storeOf({
    products: productsOf(knownProduct('X1', { category: '面部' }), knownProduct('X2')),
    calendar: { ...storeOf().calendar, categories: new Set(['面部']) },
  });
  const head = ['促销名称', '开始日期', '结束日期', '让利', '大类', '商品编码'];
  const plan = planned(
    [
      head,
      ['面膜节', '2026-12-01', '2026-12-03', '8折', '', 'X1'],
      ['面膜节', '2026-12-01', '2026-12-03', '30%', '', 'X2'],
      ['双12', '2026-12-10', '2026-12-12', '10%', '', ''],
      ['面部周', '2026-12-20', '2026-12-26', '', '面部', ''],
      ['面部周', '2026-12-20', '2026-12-26', '', '', 'X1'],
      ['', '2026-12-20', '2026-12-01', '120%', '彩妆', 'X9'],
    ],
    known,
  );
  expect(plan.guesses[0]).toMatchObject({ kind: 'promotions', missing: [] });
  expect(told(plan)).toEqual([
    'discount.kept@D2',
    'promotion.mixed@A6',
    'promotion.nameless@A7',
    'period.order@C7',
    'discount.invalid@D7',
    'product.unknown@F7',
  ]);
  expect(plan.promotions).toMatchObject([
    {
      name: '面膜节',
      scope: 'products',
      products: [
        { code: 'X1', discount: 2000 },
        { code: 'X2', discount: 3000 },
      ],
    },
    { name: '双12', scope: 'all', discount: 1000 },
    { name: '面部周', scope: 'category', category: '面部', discount: null },
  ]);
  const again = planned([head, ['双12', '2026-12-10', '2026-12-12', '10%', '', '']], storeAfter(plan, known));
  expect(again.sheets[0]).toMatchObject({ accepted: 0, duplicates: 1 });
});
