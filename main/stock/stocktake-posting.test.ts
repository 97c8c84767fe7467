import { afterAll, beforeAll, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { checkStore } from '#db/queries/check-store.ts';

import { countDay, failureOf, openStocktakeApi } from './stocktake-testing.ts';
import type { StocktakeApi } from './stocktake-testing.ts';

const yesterday = businessDay('2026-11-21');

let api: StocktakeApi;
beforeAll(async () => {
  api = await openStocktakeApi();
});
afterAll(() => api.cleanup());

test('movements since the freeze are asked about line by line, and one open line does not hinder the others', async () => {
  const { id: list } = await api.start();
  await api.move('receipt', [['A', 4, 400]], { day: countDay });
  await api.move('issue', [['B', -5]], { day: countDay });
  await api.count(list, 'A', 13);
  await api.count(list, 'B', 19);
  await api.count(list, 'D', 3);
  const a = await api.lineNamed(list, 'A');
  expect(a).toMatchObject({ state: 'undecided', moved: 4, undecided: 1 });
  expect(await api.caller.stocktakes.movements({ id: list, line: a.line })).toMatchObject([
    { kind: 'receipt', quantity: 4, isOpen: true, number: 'RK-A1-20261122-0001' },
  ]);
  // Line D posts; A and B stay open.
  expect(await api.post({ id: list })).toMatchObject({ lines: 1, differences: 0 });
  const through = a.lastSeq ?? 0;
  await api.caller.stocktakes.say({
    id: list,
    line: a.line,
    version: a.version,
    verdict: 'included',
    through,
  });
  const b = await api.lineNamed(list, 'B');
  await api.caller.stocktakes.say({
    id: list,
    line: b.line,
    version: b.version,
    verdict: 'after',
    through: b.lastSeq ?? 0,
  });
  expect(await api.lineNamed(list, 'A')).toMatchObject({ state: 'ready', difference: -1, amount: -100 });
  expect(await api.lineNamed(list, 'B')).toMatchObject({ state: 'ready', difference: -1, amount: -200 });
  // What moves later is a new question.
  await api.move('receipt', [['A', 2, 200]], { day: countDay });
  const again = await api.lineNamed(list, 'A');
  expect(again).toMatchObject({ state: 'undecided', undecided: 1, included: 4 });
  await api.caller.stocktakes.say({
    id: list,
    line: again.line,
    version: again.version,
    verdict: 'after',
    through: again.lastSeq ?? 0,
  });
  const posted = await api.post({ id: list });
  expect(posted).toMatchObject({ lines: 2, differences: 2, short: [] });
  expect([await api.onHand('A'), await api.onHand('B'), await api.onHand('D')]).toEqual([15, 14, 3]);
  const { rows } = await api.caller.stocktakes.differences({ id: list, filters: { view: 'posted' } });
  expect(rows.map(({ code, difference, amount }) => [code, difference, amount])).toEqual([
    ['D', 0, 0],
    ['A', -1, -100],
    ['B', -1, -200],
  ]);
  await api.close(list);
  expect((await checkStore(api.context.store.read)).problems).toEqual([]);
});

test('counting again forgets what was said of movements', async () => {
  const { id: list } = await api.start();
  await api.move('receipt', [['D', 1, 300]], { day: countDay });
  await api.count(list, 'D', 4);
  const seen = await api.lineNamed(list, 'D');
  const said = { id: list, line: seen.line, verdict: 'included' as const, through: seen.lastSeq ?? 0 };
  await api.caller.stocktakes.say({ ...said, version: seen.version });
  expect(await api.lineNamed(list, 'D')).toMatchObject({ state: 'ready', difference: 0 });
  expect(await failureOf(api.caller.stocktakes.say({ ...said, version: seen.version }))).toMatchObject({
    code: 'stocktake.lineChanged',
  });
  await api.count(list, 'D', 5);
  expect(await api.lineNamed(list, 'D')).toMatchObject({ state: 'undecided', included: 0 });
  expect(await api.caller.stocktakes.sayAllByTime({ id: list })).toEqual({ lines: 1 });
  expect(await api.lineNamed(list, 'D')).toMatchObject({ state: 'ready', difference: 1 });
  await api.caller.stocktakes.setRecount({ id: list, lines: [seen.line], recount: true });
  expect(await failureOf(api.post({ id: list }))).toMatchObject({
    code: 'stocktake.nothingToPost',
    parameters: { recount: 1, undecided: 0 },
  });
  await api.close(list);
});

test.each([
  ['refuse', 'stock.beforeCount', 0],
  ['keep', undefined, 0],
  ['change', undefined, 2],
] as const)('an entry dated before the count: %s', async (anchors, code, change) => {
  const { id: list } = await api.start({ scope: { kind: 'products', productIds: [api.productId('B')] } });
  const before = await api.onHand('B');
  await api.count(list, 'B', before);
  await api.post({ id: list });
  const backdated = api.move('receipt', [['B', 2, 400]], { day: yesterday, anchors });
  if (code === undefined) await backdated;
  else expect(await failureOf(backdated)).toMatchObject({ code });
  expect(await api.onHand('B')).toBe(before + change);
  expect((await checkStore(api.context.store.read)).problems).toEqual([]);
});

test('taking a count back removes its anchors, opens its lines and the list, and counts for nothing', async () => {
  const { id: list } = await api.start({ scope: { kind: 'products', productIds: [api.productId('D')] } });
  const before = await api.onHand('D');
  await api.count(list, 'D', before + 3);
  const { documents } = await api.post({ id: list });
  const [document] = documents;
  if (document === undefined) throw new Error('nothing was posted');
  expect((await api.caller.stocktakes.get({ id: list })).head.status).toBe('closed');
  expect(await api.onHand('D')).toBe(before + 3);
  await api.caller.documents.reverse({ id: document.id });
  expect(await api.onHand('D')).toBe(before);
  expect((await api.caller.stocktakes.get({ id: list })).head.status).toBe('counting');
  expect(await api.lineNamed(list, 'D')).toMatchObject({
    state: 'ready',
    moved: 0,
    documentId: null,
    counted: before + 3,
  });
  const anchors = api.context.store.read
    .selectFrom('stock_anchor')
    .select('day')
    .where('document_id', '=', document.id);
  expect(await anchors.execute()).toEqual([]);
  expect(await api.caller.stocktakes.documents({ id: list })).toMatchObject([
    { id: document.id, lines: 0, reversedBy: expect.stringMatching(/^PD-/u) },
  ]);
  const again = await api.post({ id: list });
  expect(again.documents).not.toMatchObject([{ number: document.number }]);
  expect(await api.onHand('D')).toBe(before + 3);
  expect(await api.caller.stocktakes.ofDocument({ id: again.documents[0]?.id ?? '' })).toMatchObject({
    id: list,
  });
});

test('a line that would go below zero stays open, the others are posted', async () => {
  const { id: list } = await api.start({
    scope: { kind: 'products', productIds: [api.productId('A'), api.productId('D')] },
  });
  const [a, d] = [await api.onHand('A'), await api.onHand('D')];
  await api.move('issue', [['A', -a]], { day: countDay });
  // Three were counted, and more than that went out afterwards: one of the two is wrong.
  await api.count(list, 'A', 3);
  await api.count(list, 'D', d - 1);
  const line = await api.lineNamed(list, 'A');
  const said = { verdict: 'after' as const, through: line.lastSeq ?? 0 };
  await api.caller.stocktakes.say({ id: list, line: line.line, version: line.version, ...said });
  const posted = await api.post({ id: list });
  expect(posted).toMatchObject({ lines: 1, short: [{ product: 'A A 品', lot: null }] });
  expect([await api.onHand('A'), await api.onHand('D')]).toEqual([0, d - 1]);
  expect(await failureOf(api.post({ id: list }))).toMatchObject({ code: 'stock.wouldGoNegative' });
  expect((await api.caller.stocktakes.get({ id: list })).progress).toMatchObject({ posted: 1, ready: 1 });
  expect(await failureOf(api.caller.stocktakes.cancel({ id: list }))).toMatchObject({
    code: 'stocktake.hasPosted',
  });
  expect(await failureOf(api.caller.stocktakes.close({ id: list, leaveOut: false }))).toMatchObject({
    code: 'stocktake.openLines',
    parameters: { lines: 1 },
  });
  await api.close(list);
});

test('a list that is counted on the third day is booked there, and an entry dated between is asked about', async () => {
  const { id: list } = await api.start({
    scope: { kind: 'products', productIds: [api.productId('E')], withZero: true },
  });
  await api.move('receipt', [['E', 5, 500]], { day: businessDay('2026-11-23') });
  await api.count(list, 'E', 4);
  const { line, version, lastSeq } = await api.lineNamed(list, 'E');
  await api.caller.stocktakes.say({ id: list, line, version, verdict: 'included', through: lastSeq ?? 0 });
  await api.countedAt(list, '2026-11-24T08:00:00.000Z');
  // On the day of the freeze there was nothing that could have been lost: booked there it would have gone below zero.
  const { documents, short } = await api.post({ id: list });
  expect([documents.length, short]).toEqual([1, []]);
  const { day } = await api.context.store.read
    .selectFrom('stock_document')
    .select('day')
    .where('id', '=', documents[0]?.id ?? '')
    .executeTakeFirstOrThrow();
  expect(day).toBe('2026-11-24');
  const between = api.move('issue', [['E', -1]], { day: businessDay('2026-11-23') });
  expect(await failureOf(between)).toMatchObject({
    code: 'stock.beforeCount',
    parameters: { counts: [{ day: '2026-11-24', change: -1 }] },
  });
  expect(await api.onHand('E')).toBe(4);
});

test('lines that are counted on two days are booked on both', async () => {
  const codes = ['A', 'B'] as const;
  const { id: list } = await api.start({
    scope: { kind: 'products', productIds: codes.map((code) => api.productId(code)), withZero: true },
  });
  await api.count(list, 'A', 0);
  await api.countedAt(list, '2026-11-25T08:00:00.000Z');
  await api.count(list, 'B', 0);
  const { documents } = await api.post({ id: list });
  expect(documents.map(({ number }) => number.slice(0, 14))).toEqual(['PD-A1-20261122', 'PD-A1-20261125']);
  expect([await api.onHand('A'), await api.onHand('B')]).toEqual([0, 0]);
});
