import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { stockRouter } from '../stock/router.ts';
import { barcodesRouter } from './barcodes-router.ts';
import { productsRouter } from './products-router.ts';

const api = router({ products: productsRouter, barcodes: barcodesRouter, stock: stockRouter });

let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof api.createCaller>;
let mask = '';
let cream = '';

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext('empty'));
  caller = api.createCaller(context);
  mask = (await caller.products.create({ code: 'X1', name: '面膜', barcode: '6901234567892' })).product.id;
  cream = (await caller.products.create({ code: 'X2', name: '面霜', barcode: '6907777777774' })).product.id;
}, 60_000);

afterAll(() => cleanup());

const failure = (code: string) => ({ cause: { failure: { code } } });

test('barcodes beside the own one are saved whole, and a scan finds them', async () => {
  const saved = await caller.barcodes.save({
    productId: mask,
    version: 1,
    barcodes: [{ barcode: ' １６９０１２３４５６７８９９ ', quantity: 12 }],
  });
  expect(saved.previous).toEqual([]);
  expect(await caller.barcodes.list({ productId: mask })).toEqual(saved.barcodes);
  expect(saved.barcodes).toMatchObject({
    version: 2,
    main: { barcode: '6901234567892', sharers: [] },
    others: [{ barcode: '16901234567899', quantity: 12, sharers: [] }],
  });
  const { matches } = await caller.stock.scan({ text: '16901234567899' });
  expect(matches).toMatchObject([{ product: { code: 'X1' }, quantity: 12, by: 'pack' }]);
});

test('another product’s barcode is refused until the person says that it is shared', async () => {
  const input = { productId: mask, version: 2, barcodes: [{ barcode: '06907777777774', quantity: 1 }] };
  await expect(caller.barcodes.save(input)).rejects.toMatchObject({
    cause: {
      failure: {
        code: 'barcode.shared',
        parameters: { shared: [{ barcode: '06907777777774', product: 'X2 面霜', isMain: true }] },
      },
    },
  });
  expect((await caller.barcodes.list({ productId: mask })).version).toBe(2);
  await caller.barcodes.save({ ...input, sharing: true });
  const { matches, problem } = await caller.stock.scan({ text: '6907777777774' });
  expect(matches.map(({ product }) => product.code)).toEqual(['X1', 'X2']);
  expect(problem).toBeNull();
  expect((await caller.barcodes.list({ productId: cream })).main?.sharers).toMatchObject([
    { code: 'X1', isMain: false },
  ]);
  expect(await caller.barcodes.sharers({ barcode: '6907777777774', productId: cream })).toMatchObject([
    { code: 'X1' },
  ]);
});

test('who comes later is told, and the same barcode is not taken twice', async () => {
  const barcodes = [{ barcode: '111', quantity: 1 }];
  await expect(caller.barcodes.save({ productId: mask, version: 2, barcodes })).rejects.toMatchObject(
    failure('edit.conflict'),
  );
  const twice = [...barcodes, ...barcodes];
  await expect(caller.barcodes.save({ productId: mask, version: 3, barcodes: twice })).rejects.toMatchObject(
    failure('barcode.repeated'),
  );
  const own = [{ barcode: '06901234567892', quantity: 12 }];
  await expect(caller.barcodes.save({ productId: mask, version: 3, barcodes: own })).rejects.toMatchObject(
    failure('barcode.repeated'),
  );
});

test('every change leaves a row in the audit', async () => {
  const rows = await context.store.read
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'barcodes.save')
    .execute();
  expect(rows.map(({ detail }) => detail)).toEqual([
    JSON.stringify([{ barcode: '16901234567899', quantity: 12 }]),
    JSON.stringify([{ barcode: '06907777777774', quantity: 1 }]),
  ]);
});

test('a product’s own barcode that others have is refused by their names until the person says that it is shared', async () => {
  const shared = { barcode: '6901234567892', product: 'X1 面膜', isMain: true };
  const refusal = { cause: { failure: { code: 'barcode.shared', parameters: { shared: [shared] } } } };
  const input = { code: 'X3', name: '喷雾', barcode: '6901234567892' };
  await expect(caller.products.create(input)).rejects.toMatchObject(refusal);
  expect((await caller.products.list({ search: 'X3' })).total).toBe(0);
  const { product } = await caller.products.create({ ...input, barcode: '222' });
  const save = { id: product.id, version: 1, change: { barcode: '6901234567892' } };
  await expect(caller.products.save(save)).rejects.toMatchObject(refusal);
  await caller.products.save({ ...save, sharing: true });
  // What is shared already asks no more.
  await caller.products.save({ id: product.id, version: 2, change: { ...save.change, name: '保湿喷雾' } });
  const { matches } = await caller.stock.scan({ text: '6901234567892' });
  expect(matches.map((match) => match.product.code)).toEqual(['X1', 'X3']);
});
