import { afterEach, beforeEach, expect, test } from 'vitest';

import { openImports } from './imports-testing.ts';
import type { Imports, Lines } from './imports-testing.ts';
import { undoImport } from './undo-import.ts';

let imports: Imports;
beforeEach(async () => {
  imports = await openImports();
});
afterEach(() => imports.cleanup());

test('products bring pack barcodes, stock rules and the parts of sets, and an undo takes them away again', async () => {
  const products: Lines = [
    [
      '商品编码',
      '商品名称',
      '箱规',
      '箱码',
      '商品类型',
      '批次管理',
      '保质期',
      '注册备案号',
      '采购价',
      '货位',
    ],
    ['A', '面膜', '12', '16901234567899', '商品', '是', '1095', '国妆备字1', '5', 'A-1'],
    ['T', '套装', '1', '', '套装', '否', '', '', '', ''],
  ];
  const first = await imports.importLines('商品', products);
  const { read } = imports.context.store;
  const product = read
    .selectFrom('product')
    .select(['kind', 'lot_control', 'shelf_life_days', 'registration_number', 'purchase_price_fen', 'shelf'])
    .orderBy('code');
  expect(await product.execute()).toEqual([
    {
      kind: 'goods',
      lot_control: 1,
      shelf_life_days: 1095,
      registration_number: '国妆备字1',
      purchase_price_fen: 500,
      shelf: 'A-1',
    },
    expect.objectContaining({ kind: 'set', lot_control: 0 }),
  ]);
  expect(await read.selectFrom('barcode').select(['barcode', 'quantity']).execute()).toEqual([
    { barcode: '16901234567899', quantity: 12 },
  ]);
  expect((await imports.importLines('商品', products)).importId).toBeNull();
  const parts: Lines = [
    ['套装编码', '组件编码', '组件数量'],
    ['T', 'A', '3'],
  ];
  const second = await imports.importLines('组件', parts);
  expect(second.overview.effect).toMatchObject({ setsChanged: 1 });
  expect(await read.selectFrom('product_component').select('quantity').execute()).toEqual([{ quantity: 3 }]);
  expect((await imports.importLines('组件', parts)).importId).toBeNull();
  await undoImport(imports.context, second.importId ?? '');
  await undoImport(imports.context, first.importId ?? '');
  for (const table of ['product', 'barcode', 'product_component'] as const)
    expect(await read.selectFrom(table).selectAll().execute()).toEqual([]);
});
