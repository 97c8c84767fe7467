import { afterAll, beforeAll, expect, test } from 'vitest';

import type { AppError } from '#app/core/errors.ts';
import { businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { newId } from '#db/ids.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import type { AnchorPolicy, StockLineToPost } from '#db/queries/stock/posting-types.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';

import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { documentsRouter } from './documents-router.ts';
import { stockRouter } from './router.ts';
import { stocktakesRouter } from './stocktakes-router.ts';
import type { FrozenList } from './freeze-list.ts';
import type { PostedCounts } from './post-stocktake.ts';

const api = router({ stocktakes: stocktakesRouter, stock: stockRouter, documents: documentsRouter });
type Caller = ReturnType<typeof api.createCaller>;

const today = businessDay('2026-11-22');
const yesterday = businessDay('2026-11-21');

let context: Context;
let cleanup: () => Promise<void>;
let caller: Caller;
let main: string;
const products = new Map<string, string>();
const lots = new Map<string, string>();
const id = (code: string): string => products.get(code) ?? '';

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext('empty'));
  caller = api.createCaller(context);
  main = (await caller.stock.warehouses())[0]?.id ?? '';
  await context.store.transact({ actor: 't', action: 'seed', entity: 'store' }, async ({ bulk, trx }) => {
    const at = '2026-01-01T00:00:00.000Z';
    for (const [code, category, barcode, lotControl] of [
      ['A', '面膜', '6900000000014', 0],
      ['B', '面膜', '6900000000021', 0],
      ['C', '精华', '6900000000038', 1],
      ['D', '精华', '6900000000045', 0],
      ['E', '礼品', null, 0],
    ] as const) {
      products.set(code, newId());
      bulk.insert(
        'product',
        [
          'id',
          'code',
          'name',
          'category',
          'barcode',
          'search_text',
          'lot_control',
          'created_at',
          'updated_at',
        ],
        [[id(code), code, `${code} 品`, category, barcode, code.toLowerCase(), lotControl, at, at]],
      );
    }
    for (const [code, expiry] of [
      ['L1', '2027-01-01'],
      ['L2', '2028-01-01'],
    ] as const) {
      lots.set(code, newId());
      bulk.insert(
        'lot',
        ['id', 'product_id', 'code', 'expiry_day', 'created_at'],
        [[lots.get(code) ?? '', id('C'), code, expiry, at]],
      );
    }
    await trx.updateTable('warehouse').set({ negative: 'block' }).where('id', '=', main).execute();
  });
  await move('opening', [
    ['A', 10, 1000],
    ['B', 20, 4000],
    ['C', 5, 500, 'L1'],
    ['C', 7, 700, 'L2'],
    ['D', 3, 900],
  ]);
});

afterAll(() => cleanup());

type Move = readonly [code: string, quantity: number, cost?: number, lot?: string];

function lineOf([code, quantity, cost, lot]: Move): StockLineToPost {
  return {
    productId: id(code),
    warehouseId: main,
    lotId: lot === undefined ? null : (lots.get(lot) ?? null),
    quantity,
    costFen: cost ?? null,
  };
}

function move(
  kind: StockDocumentKind,
  moves: readonly Move[],
  { day = businessDay('2026-11-01'), anchors = 'refuse' }: { day?: BusinessDay; anchors?: AnchorPolicy } = {},
) {
  const terms = { device: 'A1', now: context.clock.now(), negative: 'rule', anchors } as const;
  const audit = { actor: 't', action: 'post', entity: 'stock_document' };
  return context.store.transact(audit, (write) =>
    postStockDocument(write, { kind, day, lines: moves.map(lineOf) }, terms),
  );
}

async function start(input: Partial<Parameters<Caller['stocktakes']['start']>[0]> = {}): Promise<FrozenList> {
  const { jobId } = await caller.stocktakes.start({
    warehouseId: main,
    scope: { kind: 'all' },
    blind: false,
    ...input,
  });
  return (await context.jobs.wait(jobId)) as FrozenList;
}

async function post(input: Parameters<Caller['stocktakes']['post']>[0]): Promise<PostedCounts> {
  const { jobId } = await caller.stocktakes.post(input);
  return (await context.jobs.wait(jobId)) as PostedCounts;
}

async function lineNamed(list: string, code: string, lot: string | null = null) {
  const { rows } = await caller.stocktakes.lines({ id: list });
  const found = rows.find((row) => row.code === code && row.lot === lot);
  if (found === undefined) throw new Error(`no line ${code} ${lot}`);
  return found;
}

async function count(list: string, code: string, counted: number | null, lot: string | null = null) {
  const { line, version } = await lineNamed(list, code, lot);
  return caller.stocktakes.setCount({ id: list, line, version, counted });
}

async function onHand(code: string, lot: string | null = null): Promise<number> {
  const row = await context.store.read
    .selectFrom('stock_balance')
    .select('on_hand')
    .where('product_id', '=', id(code))
    .where('warehouse_id', '=', main)
    .where('lot_key', '=', lot === null ? '' : (lots.get(lot) ?? ''))
    .executeTakeFirst();
  return row?.on_hand ?? 0;
}

/** Leaves no list open for the next test. */
async function close(list: string): Promise<void> {
  await caller.stocktakes.close({ id: list, leaveOut: true });
}

async function failureOf(work: Promise<unknown>): Promise<AppError['failure']> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  const cause = (error as Error).cause ?? error;
  return (cause as AppError).failure;
}

test('a list is frozen by warehouse and scope, with or without what is not there', async () => {
  const preview = (scope: Parameters<Caller['stocktakes']['preview']>[0]['scope']) =>
    caller.stocktakes.preview({ warehouseId: main, scope });
  expect(await preview({ kind: 'all' })).toEqual({ lines: 5, products: 4, units: 45 });
  expect(await preview({ kind: 'all', withZero: true })).toMatchObject({ lines: 6, products: 5 });
  expect(await preview({ kind: 'category', categories: ['精华'] })).toMatchObject({ lines: 3, units: 15 });
  expect(await preview({ kind: 'products', productIds: [id('A')] })).toMatchObject({ lines: 1 });
  expect(await preview({ kind: 'class', classes: ['A'] })).toMatchObject({ lines: 0 });
  expect(await preview({ kind: 'class', classes: ['C'] })).toMatchObject({ lines: 5 });
  expect(await failureOf(start({ scope: { kind: 'class', classes: ['A'] } }))).toMatchObject({
    code: 'stocktake.nothingToCount',
  });
  const transit = (await caller.stock.warehouses()).find(({ kind }) => kind === 'transit')?.id ?? '';
  expect(await failureOf(start({ warehouseId: transit }))).toMatchObject({ code: 'stocktake.warehouse' });
  const frozen = await start({ scope: { kind: 'category', categories: ['面膜'] }, note: '面膜区' });
  expect(frozen).toMatchObject({ number: 'PB-A1-20261122-0001', lines: 2 });
  expect((await caller.stocktakes.list({})).rows[0]).toMatchObject({ lines: 2, counted: 0, note: '面膜区' });
  await caller.stocktakes.cancel({ id: frozen.id });
  expect(await failureOf(count(frozen.id, 'A', 1))).toMatchObject({
    code: 'stocktake.notCounting',
    parameters: { status: 'cancelled' },
  });
});

test('who counts blind does not see the books', async () => {
  const { id: list } = await start({ blind: true });
  await count(list, 'A', 9);
  const { rows } = await caller.stocktakes.lines({ id: list });
  expect(rows.map(({ book, difference, amount }) => [book, difference, amount])).toEqual(
    rows.map(() => [null, null, null]),
  );
  expect((await caller.stocktakes.differences({ id: list })).rows).toMatchObject([
    { code: 'A', book: 10, difference: -1, amount: -100 },
  ]);
  await close(list);
});

test('two windows: the later is told what the other counted; scans add up', async () => {
  const { id: list } = await start();
  const seen = await lineNamed(list, 'A');
  await caller.stocktakes.setCount({ id: list, line: seen.line, version: seen.version, counted: 9 });
  const late = caller.stocktakes.setCount({ id: list, line: seen.line, version: seen.version, counted: 11 });
  expect(await failureOf(late)).toMatchObject({
    code: 'stocktake.lineChanged',
    parameters: { conflict: { product: 'A A 品', yours: 11, theirs: 9, by: 'tester', posted: false } },
  });
  // The same quantity is no contradiction.
  await caller.stocktakes.setCount({ id: list, line: seen.line, version: seen.version, counted: 9 });
  const scans = Array.from({ length: 6 }, () => caller.stocktakes.scan({ id: list, text: '6900000000021' }));
  await Promise.all(scans);
  const scanned = await lineNamed(list, 'B');
  expect(scanned.counted).toBe(6);
  const back = { id: list, line: scanned.line, quantity: 1, wasFirst: false };
  expect(await caller.stocktakes.takeScanBack(back)).toMatchObject({ counted: 5 });
  expect(await failureOf(caller.stocktakes.takeScanBack({ ...back, quantity: 6 }))).toMatchObject({
    code: 'stocktake.belowZero',
    parameters: { counted: 5, change: -6 },
  });
  await close(list);
});

test('a scan asks for the batch, for what is not listed, and knows when nothing has the code', async () => {
  const { id: list } = await start({ scope: { kind: 'category', categories: ['精华'] } });
  const scan = (text: string, askQuantity = false) => caller.stocktakes.scan({ id: list, text, askQuantity });
  expect(await scan('6900000000038')).toMatchObject({
    kind: 'lot',
    targets: [{ lot: 'L1' }, { lot: 'L2' }],
  });
  expect(await scan('(01)06900000000038(10)L2')).toMatchObject({
    kind: 'counted',
    counted: { line: { code: 'C', lot: 'L2', counted: 1 }, added: 1, wasFirst: true },
  });
  expect(await scan('6900000000045', true)).toMatchObject({ kind: 'quantity', target: { counted: null } });
  expect(await scan('6900000000014')).toMatchObject({ kind: 'notListed', match: { product: { code: 'A' } } });
  expect(await scan('nothing')).toEqual({ kind: 'unknown', text: 'nothing', misread: false });
  expect(await scan('6900000000013')).toMatchObject({ kind: 'unknown', misread: true });
  const first = await caller.stocktakes.scan({ id: list, text: '6900000000045' });
  const line = first.kind === 'counted' ? first.counted.line.line : 0;
  const undone = await caller.stocktakes.takeScanBack({ id: list, line, quantity: 1, wasFirst: true });
  expect(undone).toMatchObject({ counted: null, state: 'uncounted' });
  // Goods found that the ledger knows have its quantity as their book; a batch that it does not know has none.
  await caller.stocktakes.countFound({ id: list, productId: id('A'), lot: null, quantity: 8 });
  await caller.stocktakes.countFound({
    id: list,
    productId: id('C'),
    lot: { code: 'L9', expiryDay: '2029-01-01' },
    quantity: 2,
  });
  expect(await lineNamed(list, 'A')).toMatchObject({ book: 10, counted: 8, difference: -2 });
  expect(await lineNamed(list, 'C', 'L9')).toMatchObject({ book: 0, counted: 2, expiryDay: '2029-01-01' });
  await close(list);
});

test('movements since the freeze are asked about line by line, and one open line does not hinder the others', async () => {
  const { id: list } = await start();
  await move('receipt', [['A', 4, 400]], { day: today });
  await move('issue', [['B', -5]], { day: today });
  await count(list, 'A', 13);
  await count(list, 'B', 19);
  await count(list, 'D', 3);
  const a = await lineNamed(list, 'A');
  expect(a).toMatchObject({ state: 'undecided', moved: 4, undecided: 1 });
  expect(await caller.stocktakes.movements({ id: list, line: a.line })).toMatchObject([
    { kind: 'receipt', quantity: 4, isOpen: true, number: 'RK-A1-20261122-0001' },
  ]);
  // Line D posts; A and B stay open.
  expect(await post({ id: list })).toMatchObject({ lines: 1, differences: 0 });
  const through = a.lastSeq ?? 0;
  await caller.stocktakes.say({ id: list, line: a.line, version: a.version, verdict: 'included', through });
  const b = await lineNamed(list, 'B');
  await caller.stocktakes.say({
    id: list,
    line: b.line,
    version: b.version,
    verdict: 'after',
    through: b.lastSeq ?? 0,
  });
  expect(await lineNamed(list, 'A')).toMatchObject({ state: 'ready', difference: -1, amount: -100 });
  expect(await lineNamed(list, 'B')).toMatchObject({ state: 'ready', difference: -1, amount: -200 });
  // What moves later is a new question.
  await move('receipt', [['A', 2, 200]], { day: today });
  const again = await lineNamed(list, 'A');
  expect(again).toMatchObject({ state: 'undecided', undecided: 1, included: 4 });
  await caller.stocktakes.say({
    id: list,
    line: again.line,
    version: again.version,
    verdict: 'after',
    through: again.lastSeq ?? 0,
  });
  const posted = await post({ id: list });
  expect(posted).toMatchObject({ lines: 2, differences: 2, short: [] });
  expect([await onHand('A'), await onHand('B'), await onHand('D')]).toEqual([15, 14, 3]);
  const { rows } = await caller.stocktakes.differences({ id: list, filters: { view: 'posted' } });
  expect(rows.map(({ code, difference, amount }) => [code, difference, amount])).toEqual([
    ['D', 0, 0],
    ['A', -1, -100],
    ['B', -1, -200],
  ]);
  await close(list);
  expect((await checkStore(context.store.read)).problems).toEqual([]);
});

test('counting again forgets what was said of movements', async () => {
  const { id: list } = await start();
  await move('receipt', [['D', 1, 300]], { day: today });
  await count(list, 'D', 4);
  const seen = await lineNamed(list, 'D');
  const said = { id: list, line: seen.line, verdict: 'included' as const, through: seen.lastSeq ?? 0 };
  await caller.stocktakes.say({ ...said, version: seen.version });
  expect(await lineNamed(list, 'D')).toMatchObject({ state: 'ready', difference: 0 });
  expect(await failureOf(caller.stocktakes.say({ ...said, version: seen.version }))).toMatchObject({
    code: 'stocktake.lineChanged',
  });
  await count(list, 'D', 5);
  expect(await lineNamed(list, 'D')).toMatchObject({ state: 'undecided', included: 0 });
  expect(await caller.stocktakes.sayAllByTime({ id: list })).toEqual({ lines: 1 });
  expect(await lineNamed(list, 'D')).toMatchObject({ state: 'ready', difference: 1 });
  await caller.stocktakes.setRecount({ id: list, lines: [seen.line], recount: true });
  expect(await failureOf(post({ id: list }))).toMatchObject({
    code: 'stocktake.nothingToPost',
    parameters: { recount: 1, undecided: 0 },
  });
  await close(list);
});

test.each([
  ['refuse', 'stock.beforeCount', 0],
  ['keep', undefined, 0],
  ['change', undefined, 2],
] as const)('an entry dated before the count: %s', async (anchors, code, change) => {
  const { id: list } = await start({ scope: { kind: 'products', productIds: [id('B')] } });
  const before = await onHand('B');
  await count(list, 'B', before);
  await post({ id: list });
  const backdated = move('receipt', [['B', 2, 400]], { day: yesterday, anchors });
  if (code === undefined) await backdated;
  else expect(await failureOf(backdated)).toMatchObject({ code });
  expect(await onHand('B')).toBe(before + change);
  expect((await checkStore(context.store.read)).problems).toEqual([]);
});

test('taking a count back removes its anchors, opens its lines and the list, and counts for nothing', async () => {
  const { id: list } = await start({ scope: { kind: 'products', productIds: [id('D')] } });
  const before = await onHand('D');
  await count(list, 'D', before + 3);
  const { document } = await post({ id: list });
  expect((await caller.stocktakes.get({ id: list })).head.status).toBe('closed');
  expect(await onHand('D')).toBe(before + 3);
  await caller.documents.reverse({ id: document.id });
  expect(await onHand('D')).toBe(before);
  expect((await caller.stocktakes.get({ id: list })).head.status).toBe('counting');
  expect(await lineNamed(list, 'D')).toMatchObject({
    state: 'ready',
    moved: 0,
    documentId: null,
    counted: before + 3,
  });
  const anchors = context.store.read
    .selectFrom('stock_anchor')
    .select('day')
    .where('document_id', '=', document.id);
  expect(await anchors.execute()).toEqual([]);
  expect(await caller.stocktakes.documents({ id: list })).toMatchObject([
    { id: document.id, lines: 0, reversedBy: expect.stringMatching(/^PD-/u) },
  ]);
  const again = await post({ id: list });
  expect(again.document.number).not.toBe(document.number);
  expect(await onHand('D')).toBe(before + 3);
  expect(await caller.stocktakes.ofDocument({ id: again.document.id })).toMatchObject({ id: list });
});

test('a line that would go below zero stays open, the others are posted', async () => {
  const { id: list } = await start({ scope: { kind: 'products', productIds: [id('A'), id('D')] } });
  const [a, d] = [await onHand('A'), await onHand('D')];
  await move('issue', [['A', -a]], { day: today });
  // Three were counted, and more than that went out afterwards: one of the two is wrong.
  await count(list, 'A', 3);
  await count(list, 'D', d - 1);
  const line = await lineNamed(list, 'A');
  const said = { verdict: 'after' as const, through: line.lastSeq ?? 0 };
  await caller.stocktakes.say({ id: list, line: line.line, version: line.version, ...said });
  const posted = await post({ id: list });
  expect(posted).toMatchObject({ lines: 1, short: [{ product: 'A A 品', lot: null }] });
  expect([await onHand('A'), await onHand('D')]).toEqual([0, d - 1]);
  expect(await failureOf(post({ id: list }))).toMatchObject({ code: 'stock.wouldGoNegative' });
  expect((await caller.stocktakes.get({ id: list })).progress).toMatchObject({ posted: 1, ready: 1 });
  expect(await failureOf(caller.stocktakes.cancel({ id: list }))).toMatchObject({
    code: 'stocktake.hasPosted',
  });
  expect(await failureOf(caller.stocktakes.close({ id: list, leaveOut: false }))).toMatchObject({
    code: 'stocktake.openLines',
    parameters: { lines: 1 },
  });
  await close(list);
});

test('what nobody counted can be counted as nothing; progress by category', async () => {
  const { id: list } = await start();
  await count(list, 'B', 1);
  const { categories } = await caller.stocktakes.get({ id: list });
  expect(categories.map(({ category, lines, counted }) => [category, lines, counted])).toEqual(
    expect.arrayContaining([['面膜', expect.any(Number), 1]]),
  );
  const { lines } = await caller.stocktakes.countRestAsZero({ id: list });
  const { progress, open } = await caller.stocktakes.get({ id: list });
  expect(lines).toBe(progress.lines - 1);
  expect(progress.counted).toBe(progress.lines);
  expect(open.shortUnits).toBeGreaterThan(0);
  await close(list);
});
