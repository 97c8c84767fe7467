import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { commonShape, readBarcode, readCode } from './read-code.ts';
import { readDay } from './read-day.ts';
import { readMoney, readQuantity, readWhole } from './read-number.ts';
import { readText } from './read-text.ts';

test.each([
  ['2019-03-11', null],
  ['2019-3-11', null],
  ['2019/3/11', null],
  ['2019-3-11 08:00', null],
  ['2019-03-11T00:00:00.000Z', null],
  ['2019#3#11', 'date.separators'],
  ['2019.3.11', 'date.separators'],
  ['2019年3月11日', 'date.separators'],
  ['2019 年 3 月 11 日 8:00:01', 'date.separators'],
  ['20190311', 'date.separators'],
  ['２０１９-３-１１', 'date.separators'],
  [20_190_311, 'date.separators'],
  [43_535, 'date.separators'],
  [43_535.75, 'date.separators'],
  [{ day: businessDay('2019-03-11') }, null],
])('the day %j is 2019-03-11', (cell, code) => {
  expect(readDay(cell)).toMatchObject({ value: '2019-03-11', code });
});

test.each(['2019-02-30', '3/11/2019', '19-3-11', '2019-13-01', '昨天', 12, true, 20_191_399, '0000-00-00'])(
  '%j is no certain day',
  (cell) => {
    expect(readDay(cell)).toMatchObject({ value: null, code: 'date.invalid' });
  },
);

test.each([
  [1473, 1473, null],
  ['1473个', 1473, 'number.unit'],
  ['1,473 支', 1473, 'number.unit'],
  ['１４７３', 1473, 'number.text'],
  ['1,473', 1473, 'number.text'],
  ['-5', -5, 'number.text'],
  [2.999_999_999_99, 3, null],
  ['—', null, null],
  ['', null, null],
  [null, null, null],
  ['20箱', null, 'quantity.invalid'],
  ['1 打', null, 'quantity.invalid'],
  ['约20', null, 'quantity.invalid'],
  ['12,34', null, 'quantity.invalid'],
  [true, null, 'quantity.invalid'],
  [1e300, null, 'quantity.invalid'],
  [1.5, null, 'quantity.notWhole'],
  ['1.5', null, 'quantity.notWhole'],
  [{ error: '#N/A' }, null, 'cell.error'],
])('the quantity %j is %j (%s)', (cell, value, code) => {
  expect(readQuantity(cell, false)).toMatchObject({ value, code });
});

test('numerals of a text file are text by nature', () => {
  expect(readQuantity('1473', true)).toMatchObject({ value: 1473, code: null });
  expect(readMoney('86.50', true)).toMatchObject({ value: 8650, code: null });
});

test.each([
  [86, 8600, null],
  [0.285, 29, null],
  ['86元', 8600, 'money.unit'],
  ['￥1,234.50', 123_450, 'money.unit'],
  ['¥86', 8600, 'money.unit'],
  ['86 RMB', 8600, 'money.unit'],
  ['86.5', 8650, 'number.text'],
  ['86个', null, 'number.invalid'],
  ['免费', null, 'number.invalid'],
])('the amount %j is %j fen (%s)', (cell, value, code) => {
  expect(readMoney(cell, false)).toMatchObject({ value, code });
});

test('whole numbers keep their bounds', () => {
  expect(readWhole('15天', false, { least: 0, most: 730 })).toMatchObject({ value: 15, code: 'number.unit' });
  expect(readWhole(0, false, { least: 1, most: 10 })).toMatchObject({
    value: null,
    code: 'number.invalid',
    expected: '1 … 10',
  });
});

test.each([
  ['订单号D24342', 'D24342', 'code.prefix'],
  ['编号：D13676', 'D13676', 'code.prefix'],
  ['No. D13', 'D13', 'code.prefix'],
  ['Ｄ24342', 'D24342', 'text.spaces'],
  [' D24342 ', 'D24342', null],
  ['D24342', 'D24342', null],
  ['套装D24342-2', '套装D24342-2', null],
  [6_901_234_567_890, '6901234567890', 'code.number'],
  [1e21, '1000000000000000000000', 'code.damaged'],
  ['6.90123E+12', '6.90123E+12', 'code.damaged'],
  [{ day: businessDay('2019-03-01') }, '2019-03-01', 'code.damaged'],
])('in a column like D12345 the code %j is %s (%s)', (cell, value, code) => {
  const shape = commonShape(['D1', 'D22', 'D333', '订单号D24342']);
  expect(shape).toBe('A9');
  expect(readCode(cell, shape)).toMatchObject({ value, code });
});

test('a prefix word stays where the column has no common look, or the word is part of it', () => {
  expect(readCode('订单号D24342', null)).toMatchObject({ value: '订单号D24342', code: null });
  expect(readCode('沪A1', commonShape(['沪A1', '沪B2']))).toMatchObject({ value: '沪A1', code: null });
  expect(commonShape(['A1', 'B-2', '3', ''])).toBeNull();
});

test('a damaged barcode is left out, a spaced one closed up', () => {
  expect(readBarcode('6.90123E+12')).toMatchObject({ value: null, code: 'code.damaged' });
  expect(readBarcode('690 1234 567890')).toMatchObject({ value: '6901234567890', code: 'text.spaces' });
  expect(readBarcode("'6901234567890")).toMatchObject({ value: '6901234567890', code: 'text.spaces' });
  expect(readBarcode('0012345678905')).toMatchObject({ value: '0012345678905', code: null });
});

test('words are closed up, names are left as they are', () => {
  expect(readText('西 区', true)).toMatchObject({ value: '西区', code: 'text.spaces' });
  expect(readText('西　区', true)).toMatchObject({ value: '西区', code: 'text.spaces' });
  expect(readText('New York', true)).toMatchObject({ value: 'New York', code: null });
  expect(readText('玉兰 套装', false)).toMatchObject({ value: '玉兰 套装', code: null });
  expect(readText('长'.repeat(201), false)).toMatchObject({
    value: null,
    code: 'value.tooLong',
    expected: '200',
  });
  expect(readCode('C'.repeat(65), null)).toMatchObject({
    value: null,
    code: 'value.tooLong',
    expected: '64',
  });
});
