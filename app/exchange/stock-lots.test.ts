import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { planImport } from './plan.ts';
import type { Cell } from './sheet.ts';
import { optionsOf, sheetOf, storeAfter, storeOf, told, workbookOf } from './testing.ts';

const headers = ['商品编码', '仓库', '批号', '生产日期', '有效期至', '库存数量'];
const row = (warehouse: string, expiry: Cell, quantity = 5, production: Cell = null): readonly Cell[] => [
  'X1',
  warehouse,
  'B1',
  production,
  expiry,
  quantity,
];
const planOf = (rows: readonly (readonly Cell[])[], store = storeOf()) =>
  planImport(workbookOf(sheetOf('库存', [headers, ...rows])), optionsOf(), store);

test('one lot with two expiry days is refused, within a file and against the store', () => {
  const within = planOf([row('主仓', '2027-01-01'), row('门店仓', '2028-01-01')]);
  expect(told(within)).toContain('lot.differs@E3');
  expect(within.sheets).toMatchObject([{ accepted: 1, rejected: 1 }]);
  const store = storeAfter(planOf([row('主仓', '2027-01-01')]));
  const later = planOf([row('主仓', '2028-01-01', 5)], store);
  expect(later.problems).toMatchObject([
    { code: 'lot.differs', severity: 'rejection', found: '2028-01-01', expected: '2027-01-01' },
  ]);
});

test('a day that the known lot lacks is said and the count booked', () => {
  const plan = planOf([row('主仓', '2028-01-01', 6)], storeAfter(planOf([row('主仓', null)])));
  expect(plan.problems).toMatchObject([{ code: 'lot.differs', severity: 'warning', expected: '—' }]);
  expect(plan.stock).toMatchObject([{ difference: 1 }]);
});

test('a lot that expires before it was made is refused', () => {
  const plan = planOf([row('主仓', '2026-01-01', 5, '2026-06-01')]);
  expect(told(plan)).toContain('expiry.early@E2');
  expect(plan.sheets).toMatchObject([{ rejected: 1 }]);
});

test('a batch in small letters is the one that is known, in the file and in the store', () => {
  const small = ['X1', '门店仓', 'b1', null, '2027-01-01', 5] as const;
  const plan = planOf([row('主仓', '2027-01-01'), small]);
  expect(plan.stock.map(({ lot }) => lot)).toEqual(['B1', 'B1']);
  const later = planOf([small], storeAfter(planOf([row('主仓', '2027-01-01')])));
  expect(later.stock).toMatchObject([{ lot: 'B1', difference: 5 }]);
});

test('another certificate than the one that is known is told and the goods booked; the same one, or none, is not', () => {
  const planWith = (certificate: string) => {
    const sheet = sheetOf('库存', [
      [...headers, '检验报告编号'],
      [...row('主仓', '2027-01-01', 6), certificate],
    ]);
    const known = { productionDay: null, expiryDay: businessDay('2027-01-01'), certificate: 'QC-1' };
    const store = storeAfter(planOf([row('主仓', '2027-01-01')]));
    return planImport(workbookOf(sheet), optionsOf(), { ...store, lots: new Map([['X1\u001FB1', known]]) });
  };
  expect(planWith('QC-2')).toMatchObject({
    problems: [
      { code: 'document.lot.certificateDiffers', severity: 'warning', found: 'QC-2', expected: 'QC-1' },
    ],
    stock: [{ difference: 1 }],
  });
  expect([...planWith('QC-1').problems, ...planWith('').problems]).toEqual([]);
});
