import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { removeQuietly } from '#db/files.ts';
import { newId } from '#db/ids.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import { insertPurchase } from '#db/queries/orders/purchase-writes.ts';
import { openStore } from '#db/store.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), '总代 订单-'));
  const store = await openStore(directory);
  const now = new Date('2026-11-20T08:00:00Z');
  const at = now.toISOString();
  const { id: supplierId } = await getHeadquarters(store.read);
  await store.transact({ actor: 't', action: 'seed', entity: 'store' }, async (write) => {
    const products = ['A', 'B'].map((code) => ({ id: newId(), code }));
    write.bulk.insert(
      'product',
      ['id', 'code', 'name', 'created_at', 'updated_at'],
      products.map(({ id, code }) => [id, code, code, at, at]),
    );
    for (const number of ['CG-1', 'CG-2'])
      await insertPurchase(
        write,
        {
          number,
          supplierId,
          warehouseId: null,
          day: businessDay('2026-11-20'),
          expectedDay: businessDay('2026-11-27'),
          note: '',
          status: 'sent',
          planId: null,
          lines: products.map(({ id }) => ({ productId: id, quantity: 10, unitPrice: null })),
        },
        now,
      );
  });
  await store.close();
});

afterEach(() => removeQuietly(directory));

async function run(...args: string[]): Promise<{ exit: number; json: Record<string, unknown> }> {
  let out = '';
  const exit = await runCommandLine([...args, '--data', directory, '--json'], {
    out: (text) => (out += text),
    error: () => undefined,
  });
  return { exit, json: JSON.parse(out) as Record<string, unknown> };
}

const open = async (): Promise<unknown> => {
  const { json } = await run('orders', 'list');
  const orders = json['orders'] as { number: string; status: string; open: number }[];
  return orders.map(({ number, status, open: left }) => [number, status, left]);
};

test('orders are listed, confirmed whole or by a file, and closed', async () => {
  expect(await run('orders', 'confirm', 'CG-1', '--all', '--expected', '2026-12-09')).toMatchObject({
    exit: 0,
    json: { number: 'CG-1', status: 'confirmed' },
  });
  const file = join(directory, '确认.csv');
  writeFileSync(file, '订单号,商品编码,确认数量\nCG-2,A,4\nCG-1,A,9\n');
  // A row of another order keeps everything out, until the person says to leave it.
  expect(await run('orders', 'confirm', 'CG-2', file)).toMatchObject({
    exit: 1,
    json: { committed: false, problems: [{ code: 'confirmed.less' }, { code: 'order.other' }] },
  });
  expect(await run('orders', 'confirm', 'CG-2', file, '--skip-rejected')).toMatchObject({
    exit: 0,
    json: { committed: true, effect: { confirmedOrders: 1, confirmedChange: -6 } },
  });
  expect(await open()).toEqual([
    ['CG-2', 'confirmed', 14],
    ['CG-1', 'confirmed', 20],
  ]);
  expect(await run('orders', 'close', 'CG-2')).toMatchObject({ exit: 0, json: { status: 'closed' } });
  expect(await run('orders', 'close', 'CG-2')).toMatchObject({
    exit: 1,
    json: { error: { code: 'order.refused', parameters: { reason: 'status' } } },
  });
  expect(await run('orders', 'list', '--status', 'closed')).toMatchObject({
    exit: 0,
    json: { orders: [{ number: 'CG-2', open: 0 }] },
  });
});

test.each([
  [['orders']],
  [['orders', 'list', '--status', 'lost']],
  [['orders', 'confirm', 'CG-1']],
  [['orders', 'confirm', 'CG-1', 'file.xlsx', '--expected', '2026-12-01']],
  [['orders', 'confirm', 'CG-1', '--all', '--expected', 'soon']],
  [['orders', 'close']],
])('%j is wrong usage', async (args) => {
  expect(await run(...args)).toMatchObject({ exit: 2, json: { error: { code: 'usage' } } });
});
