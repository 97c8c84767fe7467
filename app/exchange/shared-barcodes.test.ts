import { expect, test } from 'vitest';

import { planImport } from './plan.ts';
import { optionsOf, sheetOf, storeAfter, storeOf, told, workbookOf } from './testing.ts';

const headers = ['商品编码', '商品名称', '条码', '零售价'];
const [mask, lipstick] = ['6901234567892', '6921234567890'];
const planOf = (rows: readonly (readonly (string | number)[])[], store = storeOf()) =>
  planImport(workbookOf(sheetOf('商品', [headers, ...rows])), optionsOf(), store);

test('a barcode that another product has is told, in the file and in the store, once', () => {
  const plan = planOf([
    ['A', '面膜', mask, 10],
    ['B', '口红', mask, 20],
    ['C', '香水', lipstick, 20],
  ]);
  expect(plan.problems).toContainEqual(
    expect.objectContaining({
      code: 'barcode.shared',
      row: 3,
      severity: 'warning',
      found: mask,
      expected: 'A 面膜',
    }),
  );
  expect(plan.sheets).toMatchObject([{ rejected: 0 }]);
  const store = storeAfter(plan);
  expect(told(planOf([['D', '眼霜', lipstick, 5]], store)).join()).toContain('barcode.shared@C2');
  // What is shared already, or is its own, is nothing new.
  const same = planOf([['B', '口红', mask, 21]], store);
  expect(told(same).join()).not.toContain('barcode.shared');
  expect(told(planOf([['C', '香水', lipstick, 22]], store)).join()).not.toContain('barcode.shared');
});
