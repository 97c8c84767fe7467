import { afterAll, beforeAll, expect, test } from 'vitest';

import { openStockApi, receiveGoods } from './testing.ts';
import type { StockApi } from './testing.ts';

let api: StockApi;
beforeAll(async () => {
  api = await openStockApi();
});
afterAll(() => api.cleanup());

const inTransit = async (warehouse?: string) => {
  const filters = warehouse === undefined ? {} : { warehouse };
  const { rows } = await api.caller.stock.list({ filters });
  const { inTransit: total } = await api.caller.stock.totals({ filters });
  const row = rows.find(({ productId }) => productId === api.products.A);
  expect(total).toBe(row?.inTransit ?? 0);
  return row?.inTransit;
};

test('goods on their way are shown under the warehouse that they go to, until they arrive', async () => {
  const { products, warehouses } = api;
  await receiveGoods(api);
  const dispatch = await api.post('transfer_out', {
    toWarehouseId: warehouses.second,
    lines: [{ productId: products.A, quantity: 4 }],
  });
  expect([await inTransit(), await inTransit('W2'), await inTransit('TRANSIT')]).toEqual([4, 4, 4]);
  expect(await inTransit('MAIN')).toBe(0);
  const arrival = await api.post('transfer_in', {
    warehouseId: warehouses.second,
    originId: dispatch.id,
    lines: [{ productId: products.A, quantity: 3, originLine: 2, restFollows: true }],
  });
  expect([await inTransit(), await inTransit('W2')]).toEqual([1, 1]);
  await api.caller.documents.reverse({ id: arrival.id });
  expect(await inTransit('W2')).toBe(4);
});
