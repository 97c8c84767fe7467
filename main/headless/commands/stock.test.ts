import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;

async function run(...args: string[]): Promise<{ exit: number; json: Record<string, unknown>; log: string }> {
  let [out, log] = ['', ''];
  const exit = await runCommandLine([...args, '--data', directory, '--json'], {
    out: (text) => (out += text),
    error: (text) => (log += text),
  });
  return { exit, json: JSON.parse(out) as Record<string, unknown>, log };
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), '库存 命令-'));
  expect((await run('sample')).exit).toBe(0);
}, 60_000);

afterAll(() => removeQuietly(directory));

interface Balance {
  readonly quantity: number;
  readonly value: number;
  readonly warehouses: readonly {
    readonly code: string;
    readonly quantity: number;
    readonly value: number;
  }[];
}

test('the balance of a product is told by warehouse and batch, on any day', async () => {
  const now = (await run('stock', 'balance', 'HF026')).json as unknown as Balance;
  expect(now.quantity).toBe(now.warehouses.reduce((sum, row) => sum + row.quantity, 0));
  expect(now.value).toBeGreaterThan(0);
  const main = (await run('stock', 'balance', 'HF026', '--warehouse', 'MAIN')).json as unknown as Balance;
  expect(main.quantity).toBe(now.warehouses.find(({ code }) => code === 'MAIN')?.quantity);
  const before = (await run('stock', 'balance', 'HF026', '--day', '2001-01-01')).json as unknown as Balance;
  expect(before).toMatchObject({ quantity: 0, value: 0, warehouses: [] });
});

test('the value of all stock, and what moves slowly', async () => {
  const { json } = await run('stock', 'value');
  expect(json).toMatchObject({ products: 80 });
  expect(Number(json['value'])).toBeGreaterThan(0);
  expect((await run('stock', 'value', '--day', '2001-01-01')).json).toMatchObject({ onHand: 0, value: 0 });
  const slow = (await run('stock', 'slow', '--days', '30')).json as {
    rows: { reason: string }[];
    products: number;
  };
  expect(slow.rows).toHaveLength(slow.products);
  expect(slow.products).toBeGreaterThan(0);
});

test('what is not there or not understood is said', async () => {
  expect(await run('stock', 'balance', 'none')).toMatchObject({
    exit: 1,
    json: { error: { code: 'notFound' } },
  });
  expect(await run('stock', 'value', '--warehouse', 'none')).toMatchObject({
    exit: 1,
    json: { error: { code: 'notFound' } },
  });
  for (const wrong of [['stock'], ['stock', 'worth'], ['stock', 'slow', '--days', '0'], ['stock', 'balance']])
    expect((await run(...wrong)).exit, wrong.join(' ')).toBe(2);
});
