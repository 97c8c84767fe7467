import { expect, test } from 'vitest';
import { groupRows } from './group-rows.ts';

test('fields of one kind of problem stand in one row; rejections first, then the most frequent', () => {
  const rows = groupRows([
    { code: 'code.prefix', severity: 'repair', sheet: '销售', field: 'productCode', count: 3 },
    { code: 'code.prefix', severity: 'repair', sheet: '销售', field: 'orderNumber', count: 9 },
    { code: 'number.unit', severity: 'repair', sheet: '销售', field: 'quantity', count: 1 },
    { code: 'quantity.missing', severity: 'rejection', sheet: '销售', field: 'quantity', count: 2 },
    { code: 'line.repeated', severity: 'duplicate', sheet: '销售', field: null, count: 6 },
  ]);
  expect(rows.map((row) => [row.code, row.count])).toEqual([
    ['quantity.missing', 2],
    ['line.repeated', 6],
    ['code.prefix', 12],
    ['number.unit', 1],
  ]);
  expect(rows[2]?.fields).toEqual(['productCode', 'orderNumber']);
  expect(rows[1]?.fields).toEqual([]);
});
