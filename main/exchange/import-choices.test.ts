import { afterEach, beforeEach, expect, test } from 'vitest';

import type { ImportOptions } from '#app/exchange/plan-types.ts';
import type { TextEncoding } from '#app/exchange/sheet.ts';
import type { ImportOverview } from '#app/exchange/views.ts';

import { openTestApplication } from '../server/testing.ts';
import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import type { ImportSession } from './sessions.ts';
import { undoImport } from './undo-import.ts';

let application: Awaited<ReturnType<typeof openTestApplication>>;
beforeEach(async () => {
  application = await openTestApplication();
});
afterEach(() => application.cleanup());

const job = { id: 'test', signal: new AbortController().signal, report: () => undefined };

/** “订单号,日期,商品编码,数量” and one line, in GB18030: Node encodes no other than UTF-8 and UTF-16. */
const gbk = Buffer.concat([
  Buffer.from('b6a9b5a5bac52cc8d5c6da2cc9ccc6b7b1e0c2eb2ccafdc1bf0d0a', 'hex'),
  Buffer.from('D1,2026-10-01,X001,3\r\n'),
]);

async function look(
  content: Uint8Array,
  encoding?: TextEncoding,
  options: Partial<ImportOptions> = {},
): Promise<{ session: ImportSession; overview: ImportOverview }> {
  const { context } = application;
  const session = context.imports.open(await context.files.hold('销售.csv', content));
  const overview = await analyseImport(context, session, withDefaults(context, options), encoding, job);
  return { session, overview };
}

test('a file read in the wrong encoding is read anew in the right one', async () => {
  const { session, overview } = await look(gbk, 'utf-16le');
  expect(overview.file.encoding).toBe('utf-16le');
  expect(overview.effect.linesAdded).toBe(0);
  const again = await session.worker.call('replan', { options: overview.options, encoding: 'gb18030' });
  expect(again.file.encoding).toBe('gb18030');
  expect(again.revision).toBe(overview.revision + 1);
  expect(again.guesses[0]?.columns.map(({ field }) => field)).toEqual([
    'orderNumber',
    'day',
    'productCode',
    'quantity',
  ]);
  expect(again.effect.linesAdded).toBe(1);
  expect((await look(gbk)).overview.file.encoding).toBe('gb18030');
});

const odd = (order: string): Uint8Array =>
  new TextEncoder().encode(`甲,乙,丙,丁\r\n${order},2026-10-01,X001,3\r\n${order}B,2026-10-02,X001,4\r\n`);

test('how a person matched the columns is remembered for files with the same headers, until the import is undone', async () => {
  const { session, overview } = await look(odd('D1'));
  const [guess] = overview.guesses;
  expect(guess?.columns.some(({ field }) => field === 'orderNumber')).toBe(false);
  const columns = { 0: 'orderNumber', 1: 'day', 2: 'productCode', 3: 'quantity' } as const;
  const choices = { [guess?.name ?? '']: { kind: 'sales', columns } } as const;
  const chosen = await session.worker.call('replan', {
    options: { ...overview.options, choices },
    encoding: undefined,
  });
  expect(chosen.effect.linesAdded).toBe(2);
  const { importId } = await commitImport(application.context, session, { skipRejected: false }, job);
  const next = await look(odd('D2'));
  expect(next.overview.guesses[0]?.columns.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
    'orderNumber remembered',
    'day remembered',
    'productCode remembered',
    'quantity remembered',
  ]);
  expect(next.overview.effect.linesAdded).toBe(2);
  await undoImport(application.context, importId ?? '');
  const after = await look(odd('D3'));
  expect(after.overview.guesses[0]?.columns.some(({ reason }) => reason === 'remembered')).toBe(false);
});
