import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';
import { read } from 'xlsx';

import { businessDay } from '#app/core/business-day.ts';
import { removeQuietly } from '#db/files.ts';
import { newId } from '#db/ids.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import { openStore } from '#db/store.ts';

import { addAttachment } from '../../attachments/add-attachment.ts';
import { createContext } from '../../server/application.ts';
import { runCommandLine } from './run-command-line.ts';

let directory: string;
const [product, lot, customer] = [newId(), newId(), newId()];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), '总代 溯源-'));
  const store = await openStore(directory);
  await store.transact({ actor: 't', action: 'seed', entity: 'store' }, async (write) => {
    const { bulk, trx } = write;
    const { id } = await trx
      .selectFrom('warehouse')
      .select('id')
      .where('is_default', '=', 1)
      .executeTakeFirstOrThrow();
    bulk.insert(
      'product',
      ['id', 'code', 'name', 'created_at', 'updated_at'],
      [[product, 'X1', '面膜', '', '']],
    );
    bulk.insert('lot', ['id', 'product_id', 'code', 'created_at'], [[lot, product, 'B1', '']]);
    bulk.insert(
      'partner',
      ['id', 'kind', 'code', 'name', 'phone', 'created_at', 'updated_at'],
      [[customer, 'customer', 'C1', '安娜', '138', '', '']],
    );
    const terms = { device: 'A1', now: new Date(0), negative: 'refuse' } as const;
    const day = businessDay('2026-11-22');
    const line = { productId: product, warehouseId: id, lotId: lot, costFen: null };
    await postStockDocument(write, { kind: 'receipt', day, lines: [{ ...line, quantity: 9 }] }, terms);
    const issue = { kind: 'issue', day, partnerId: customer, lines: [{ ...line, quantity: -4 }] } as const;
    await postStockDocument(write, issue, terms);
  });
  await store.close();
});
afterEach(() => removeQuietly(directory));

async function run(
  ...args: string[]
): Promise<{ exit: number; json: Record<string, unknown>; text: string }> {
  let out = '';
  const exit = await runCommandLine([...args, '--data', directory], {
    out: (text) => (out += text),
    error: (text) => (out += text),
  });
  return {
    exit,
    json: args.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {},
    text: out,
  };
}

test('a batch is traced in one object, in words, and as a workbook', async () => {
  const path = join(directory, '召回.xlsx');
  const { exit, json } = await run('trace', 'X1', 'B1', '--out', path, '--json');
  expect(exit).toBe(0);
  expect(json).toMatchObject({
    totals: { cameIn: 9, wentOut: 4, onHand: 5, difference: 0 },
    recipients: [{ net: 4, partner: { code: 'C1', phone: '138' } }],
    path,
  });
  expect(existsSync(path)).toBe(true);
  expect(read(readFileSync(path)).SheetNames[1]).toBe('客户与经销商');
  const { text } = await run('trace', 'X1', 'B1');
  expect(text).toContain('进 9 = 出 4 + 存 5');
  expect(text).toContain('安娜');
});

test('a batch that is not there, and a file that is no workbook, are said', async () => {
  const unknown = await run('trace', 'X1', 'B9', '--json');
  expect(unknown).toMatchObject({ exit: 1, json: { error: { code: 'notFound' } } });
  expect((await run('trace', 'X1', 'B1', '--out', 'a.pdf')).exit).toBe(2);
  expect((await run('trace', 'X1')).exit).toBe(2);
});

test('the check of the store finds a file that was changed', async () => {
  const { context, close } = await createContext({ directory });
  const held = await context.files.hold('a.txt', Buffer.from('abc'));
  const { sha256 } = await addAttachment(context, {
    uploadId: held.id,
    entity: 'lot',
    entityId: lot,
    role: 'certificate',
  });
  await close();
  expect(await run('check', '--json')).toMatchObject({ exit: 0, json: { ok: true, attachments: 1 } });
  writeFileSync(join(directory, 'attachments', sha256.slice(0, 2), sha256), 'abd');
  expect(await run('check', '--json')).toMatchObject({
    exit: 1,
    json: { ok: false, problems: [{ code: 'attachment.changed' }] },
  });
});
