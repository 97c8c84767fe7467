import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { newId } from '#db/ids.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import { removeQuietly } from '#db/files.ts';
import { openStore } from '#db/store.ts';
import { businessDay } from '#app/core/business-day.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;
let number: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), '总代 命令-'));
  const store = await openStore(directory);
  const now = new Date('2026-11-20T08:00:00Z');
  const at = now.toISOString();
  const { id: warehouseId } = await store.read.selectFrom('warehouse').select('id').executeTakeFirstOrThrow();
  ({ number } = await store.transact({ actor: 't', action: 'seed', entity: 'store' }, async (write) => {
    const productId = newId();
    await write.trx
      .insertInto('product')
      .values({ id: productId, code: 'X1', name: '面膜', created_at: at, updated_at: at })
      .execute();
    const line = { productId, warehouseId, lotId: null, quantity: 5, costFen: 500 };
    const receipt = { kind: 'receipt', day: businessDay('2026-11-20'), lines: [line] } as const;
    return postStockDocument(write, receipt, { device: 'A1', now, negative: 'rule' });
  }));
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

test('a document is saved by its number', async () => {
  const path = join(directory, '单据.xlsx');
  expect(await run('document', number, '--out', path)).toMatchObject({
    exit: 0,
    json: { number, rows: 1, path },
  });
  expect(existsSync(path)).toBe(true);
  expect(await run('document', 'RK-none', '--out', path)).toMatchObject({
    exit: 1,
    json: { error: { code: 'notFound' } },
  });
});

test('a document is reversed once, on a day that is not before its own', async () => {
  expect(await run('reverse', number, '--day', '2026-11-19')).toMatchObject({
    exit: 1,
    json: { error: { code: 'stock.reversalTooEarly' } },
  });
  expect(await run('reverse', number, '--day', '2026-11-21', '--note', '重复录入')).toMatchObject({
    exit: 0,
    json: { reversed: { number }, by: { number: 'RK-A1-20261121-0001' } },
  });
  expect(await run('reverse', number)).toMatchObject({
    exit: 1,
    json: { error: { code: 'stock.alreadyReversed' } },
  });
  expect(await run('check')).toMatchObject({ exit: 0 });
});

test.each([
  ['no number', ['document', '--out', 'a.xlsx']],
  ['no workbook', ['document', 'X', '--out', 'a.csv']],
  ['no day', ['reverse', 'X', '--day', '2026-02-30']],
  ['no such choice', ['reverse', 'X', '--counts', 'maybe']],
])('wrong usage is exit 2: %s', async (_, args) => {
  expect(await run(...args)).toMatchObject({ exit: 2, json: { error: { code: 'usage' } } });
});
