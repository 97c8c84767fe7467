import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { day, known, movements } from './documents-testing.ts';
import { planImport } from './plan.ts';
import { knownStockOf, optionsOf, sheetOf, storeOf, told, workbookOf } from './testing.ts';
const on = day('2026-11-01');

test('a count books what differs on its own day, and asks for the batch where stock lies in batches', () => {
  const stock = knownStockOf({
    movementsSince: (place) => (place.product === 'A' ? [{ day: businessDay('2026-11-05'), moved: 3 }] : []),
    countsOf: (place) =>
      place.product === 'B' ? [{ day: businessDay('2026-11-02'), counted: 0, number: 'PD-1' }] : [],
  });
  const plan = planImport(
    workbookOf(
      sheetOf('盘点表', [
        ['盘点日期', '仓库', '商品编码', '批号', '账面数量', '实盘数量'],
        [day('2026-11-02'), '主仓', 'A', null, 17, 15],
        [day('2026-11-02'), '主仓', 'L', 'L1', 4, 4],
        [day('2026-11-02'), '主仓', 'L', null, 6, 6],
        [day('2026-11-02'), '主仓', 'B', null, 0, 0],
        [day('2026-11-01'), '主仓', 'B', null, 0, 2],
      ]),
    ),
    optionsOf(),
    storeOf({ ...known, stock }),
  );
  expect(told(plan)).toEqual(['lot.needed@D4', 'row.unchanged@5', 'count.crossed@F6']);
  expect(plan.counts.map(({ productCode, difference }) => [productCode, difference])).toEqual([
    ['A', -2],
    ['L', 0],
    ['B', 2],
  ]);
  expect(plan.effect).toMatchObject({ countedLines: 3, crossed: 1, stockChange: 0 });
});

test('an entry before a count that is kept changes nothing behind the count', () => {
  const stock = knownStockOf({
    warehouses: new Map([['W1', { name: '主仓', kind: 'own', negative: 'block' }]]),
    movementsSince: () => [{ day: businessDay('2026-11-05'), moved: 17 }],
    countsOf: () => [{ day: businessDay('2026-11-02'), counted: 3, number: 'PD-1' }],
  });
  const file = movements(
    ['出库', null, on, null, '主仓', null, 'A', null, 3, null, null],
    ['出库', null, day('2026-11-10'), null, '主仓', null, 'A', null, 20, null, null],
  );
  // 3 lay there on the 1st and were counted on the 2nd; 20 lie there since the 5th.
  const kept = planImport(file, optionsOf({ anchors: 'keep' }), storeOf({ ...known, stock }));
  expect(kept.effect).toMatchObject({ stockChange: -20, blocked: 0, crossed: 1 });
  const changed = planImport(file, optionsOf({ anchors: 'change' }), storeOf({ ...known, stock }));
  expect(changed.effect).toMatchObject({ stockChange: -23, blocked: 1, crossed: 0 });
});

test('opening stock by batches: a batch where the product is kept by batches, none of a service, costs said', () => {
  const plan = planImport(
    workbookOf(
      sheetOf('期初库存', [
        ['商品编码', '仓库', '批号', '有效期至', '检验报告', '库存数量', '成本单价'],
        ['L', '主仓', 'N1', day('2028-01-01'), 'QC-7', 5, 20],
        ['L', '主仓', 'N2', day('2028-02-01'), null, 6, 0],
        ['L', '主仓', null, null, null, 7, 20],
        ['T', '主仓', null, null, null, 1, 1],
        ['B', '主仓', null, null, null, 3, null],
      ]),
    ),
    optionsOf(),
    known,
  );
  expect(told(plan)).toEqual([
    'cost.zero@G3',
    'lot.needed@C4',
    'document.product.service@A5',
    'cost.unknown@G6',
  ]);
  expect(plan.lots.map(({ code, certificate }) => [code, certificate])).toEqual([
    ['N1', 'QC-7'],
    ['N2', ''],
  ]);
  expect(plan.effect).toMatchObject({ stockLines: 3, stockQuantity: 14, stockValue: 10_000, costUnknown: 1 });
});
