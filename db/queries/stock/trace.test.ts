import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';

import { newId } from '../../ids.ts';
import type { Write } from '../../store.ts';
import { openTestStore } from '../../testing.ts';
import { postStockDocument } from './posting.ts';
import type { PostedDocument, StockLineToPost } from './posting-types.ts';
import { reverseStockDocument } from './reversal.ts';
import { findLotId, traceLot } from './trace.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
const now = new Date('2026-11-22T08:00:00Z');
const start = businessDay('2026-01-05');
const terms = { device: 'A1', now, negative: 'allow', anchors: 'change' } as const;
const partners = { supplier: newId(), anna: newId(), bao: newId(), other: newId() };
let places: { main: string; transit: string; quarantine: string };

beforeAll(async () => {
  opened = await openTestStore();
  const rows = await opened.store.read.selectFrom('warehouse').select(['id', 'kind']).execute();
  const idOf = (kind: string): string => rows.find((row) => row.kind === kind)?.id ?? '';
  places = { main: idOf('own'), transit: idOf('transit'), quarantine: idOf('quarantine') };
  await write(async ({ bulk }) => {
    bulk.insert(
      'partner',
      ['id', 'kind', 'code', 'name', 'phone', 'created_at', 'updated_at'],
      [
        [partners.supplier, 'supplier', 'S9', '总部', '010', '', ''],
        [partners.anna, 'customer', 'C1', '安娜', '13800000001', '', ''],
        [partners.bao, 'customer', 'C2', '阿宝', '13800000002', '', ''],
        [partners.other, 'distributor', 'D1', '邻省总代', '0571', '', ''],
      ],
    );
  });
});
afterAll(() => opened.cleanup());

function write<Value>(work: (write: Write) => Promise<Value>): Promise<Value> {
  return opened.store.transact({ actor: 't', action: 'seed', entity: 'store' }, work);
}

function addProduct({ bulk }: Write, lots: readonly string[]): { product: string; lots: string[] } {
  const product = newId();
  const ids = lots.map(() => newId());
  const columns = ['id', 'code', 'name', 'created_at', 'updated_at'];
  bulk.insert('product', columns, [[product, `P${product}`, '面膜', '', '']]);
  bulk.insert(
    'lot',
    ['id', 'product_id', 'code', 'created_at'],
    ids.map((id, index) => [id, product, lots[index] ?? '', '']),
  );
  return { product, lots: ids };
}

const line = (productId: string, lotId: string | null, quantity: number, warehouseId = places.main) =>
  ({ productId, lotId, quantity, warehouseId, costFen: null }) satisfies StockLineToPost;

interface Step {
  readonly kind: StockDocumentKind;
  readonly partner: keyof typeof partners | null;
  readonly sign: 1 | -1;
}

const steps: readonly Step[] = [
  { kind: 'opening', partner: null, sign: 1 },
  { kind: 'receipt', partner: 'supplier', sign: 1 },
  { kind: 'exchange_in', partner: 'other', sign: 1 },
  { kind: 'issue', partner: 'anna', sign: -1 },
  { kind: 'issue', partner: 'bao', sign: -1 },
  { kind: 'issue', partner: null, sign: -1 },
  { kind: 'customer_return', partner: 'anna', sign: 1 },
  { kind: 'exchange_out', partner: 'other', sign: -1 },
  { kind: 'supplier_return', partner: 'supplier', sign: -1 },
  { kind: 'internal_use', partner: null, sign: -1 },
  { kind: 'scrap', partner: null, sign: -1 },
  { kind: 'adjustment', partner: null, sign: 1 },
  { kind: 'stocktake', partner: null, sign: -1 },
];

/** One document: what it is, whether two batches, how much, after how many days, and whether it is taken back. */
const aDocument = fc.record({
  step: fc.constantFrom(...steps),
  lot: fc.nat({ max: 1 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  day: fc.nat({ max: 60 }),
  twice: fc.boolean(),
  reversed: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
  moves: fc.integer({ min: 0, max: 4 }).map((value) => value === 0),
  lost: fc.nat({ max: 2 }),
});

/** The same, counted by hand beside the ledger. */
function model() {
  const sources = new Map<string, number>();
  const uses = new Map<string, number>();
  const held = new Map<string, number>();
  const returned = new Map<string, number>();
  let onHand = 0;
  const add = (map: Map<string, number>, key: string, value: number) =>
    map.set(key, (map.get(key) ?? 0) + value);
  return {
    note: ({ kind, partner }: Step, number: string, signed: number) => {
      onHand += signed;
      if (kind === 'opening' || kind === 'receipt' || kind === 'exchange_in') add(sources, number, signed);
      else if (kind === 'customer_return') add(returned, partner ?? '', signed);
      else if (kind === 'issue' || kind === 'exchange_out') add(held, partner ?? '', -signed);
      else add(uses, number, signed);
    },
    lose: (number: string, lost: number) => {
      onHand -= lost;
      if (lost > 0) add(uses, number, -lost);
    },
    result: () => ({
      sources: Object.fromEntries(sources),
      uses: Object.fromEntries(uses),
      issued: Object.fromEntries(held),
      returned: Object.fromEntries(returned),
      onHand,
    }),
  };
}

test('on any ledger, a trace says what a count by hand says, and in = out + on hand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDocument, { minLength: 1, maxLength: 25 }), async (documents) => {
      const counted = [model(), model()];
      const lots = await write(async (w) => {
        const made = addProduct(w, ['L1', 'L2']);
        for (const { step, lot, quantity, day, twice, reversed, moves, lost } of documents) {
          const on = addDays(start, day);
          const partnerId = step.partner === null ? null : partners[step.partner];
          const signed = quantity * step.sign;
          const lotId = made.lots[lot] ?? '';
          const lines = [line(made.product, lotId, signed)];
          if (twice) lines.push(line(made.product, made.lots[1 - lot] ?? '', signed));
          const posted = await postStockDocument(w, { kind: step.kind, day: on, partnerId, lines }, terms);
          if (reversed) {
            await reverseStockDocument(w, posted.id, { ...terms, day: addDays(on, 3) });
          } else {
            counted[lot]?.note(step, posted.number, signed);
            if (twice) counted[1 - lot]?.note(step, posted.number, signed);
          }
          if (moves) {
            const arrived = await moveThere(w, made.product, lotId, quantity, Math.min(lost, quantity), on);
            counted[lot]?.lose(arrived.number, Math.min(lost, quantity));
          }
        }
        return made.lots;
      });
      for (const [index, lotId] of lots.entries()) {
        const trace = await traceLot(opened.store.read, lotId);
        const expected = counted[index]?.result();
        const sum = (rows: readonly { number: string; quantity: number }[]) =>
          Object.fromEntries(rows.map(({ number, quantity }) => [number, quantity]));
        expect(sum(trace.sources)).toEqual(expected?.sources);
        expect(sum(trace.uses)).toEqual(expected?.uses);
        const codes: Readonly<Record<string, string>> = { C1: 'anna', C2: 'bao', D1: 'other' };
        const keyOf = (code: string | undefined) => codes[code ?? ''] ?? '';
        for (const row of trace.recipients) {
          const key = keyOf(row.partner?.code);
          expect(row.issued).toBe(expected?.issued[key] ?? 0);
          expect(row.returned).toBe(expected?.returned[key] ?? 0);
          expect(row.net).toBe(row.issued - row.returned);
        }
        const named = new Set(trace.recipients.map(({ partner }) => keyOf(partner?.code)));
        expect(named).toEqual(new Set(Object.keys({ ...expected?.issued, ...expected?.returned })));
        expect(trace.totals.onHand).toBe(expected?.onHand);
        expect(trace.totals.difference).toBe(0);
        expect(trace.totals.cameIn - trace.totals.wentOut).toBe(trace.totals.onHand);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** A transfer of which `lost` units do not arrive; gives the arrival. */
async function moveThere(
  w: Write,
  product: string,
  lot: string,
  quantity: number,
  lost: number,
  day: ReturnType<typeof addDays>,
): Promise<PostedDocument> {
  const { main, transit, quarantine } = places;
  const out = [line(product, lot, -quantity, main), line(product, lot, quantity, transit)];
  await postStockDocument(w, { kind: 'transfer_out', day, lines: out }, terms);
  const arrived = quantity - lost;
  const lines: StockLineToPost[] = [
    { ...line(product, lot, -quantity, transit), role: 'counter' },
    ...(arrived > 0 ? [line(product, lot, arrived, quarantine)] : []),
  ];
  return postStockDocument(w, { kind: 'transfer_in', day, lines }, terms);
}

test('a component is followed into sets, with and without batch, and a set back to its components', async () => {
  const { cream, mask, set, loose } = await write(async (w) => {
    const made = {
      cream: addProduct(w, ['M1']),
      mask: addProduct(w, ['N1', 'N2']),
      set: addProduct(w, ['T1']),
      loose: addProduct(w, []),
    };
    const [creamLot = ''] = made.cream.lots;
    const [first = '', second = ''] = made.mask.lots;
    const [setLot = ''] = made.set.lots;
    const post = (kind: StockDocumentKind, lines: StockLineToPost[], partnerId: string | null = null) =>
      postStockDocument(w, { kind, day: start, partnerId, lines }, terms);
    await post(
      'receipt',
      [
        line(made.cream.product, creamLot, 10),
        line(made.mask.product, first, 10),
        line(made.mask.product, second, 10),
      ],
      partners.supplier,
    );
    const part = (product: string, lot: string, quantity: number): StockLineToPost => ({
      ...line(product, lot, quantity),
      role: 'component',
    });
    // One document makes two sets: only the first holds N1.
    await post('assembly', [
      part(made.cream.product, creamLot, -2),
      part(made.mask.product, first, -2),
      line(made.set.product, setLot, 2),
      part(made.mask.product, second, -3),
      line(made.loose.product, null, 3),
    ]);
    await post('issue', [line(made.set.product, setLot, -1)], partners.anna);
    await post('issue', [line(made.loose.product, null, -2)], partners.bao);
    return made;
  });
  const read = opened.store.read;
  const first = await traceLot(read, mask.lots[0] ?? '');
  expect(first.sets.map(({ productId, quantity }) => [productId, quantity])).toEqual([[set.product, 2]]);
  expect(first.recipients).toMatchObject([
    { partner: { code: 'C1' }, net: 1, isCertain: true, through: { lot: 'T1' } },
  ]);
  expect(first.flows.usedInSets).toBe(-2);
  const second = await traceLot(read, mask.lots[1] ?? '');
  expect(second.sets.map(({ productId }) => productId)).toEqual([loose.product]);
  expect(second.recipients).toMatchObject([
    { partner: { code: 'C2' }, net: 2, isCertain: false, through: { lot: null } },
  ]);
  const made = await traceLot(read, set.lots[0] ?? '');
  expect(made.components.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
    [cream.lots[0], 2],
    [mask.lots[0], 2],
  ]);
  expect(made.components[0]?.sources).toMatchObject([
    { kind: 'receipt', quantity: 10, partner: { code: 'S9' } },
  ]);
  expect(made.totals).toEqual({ cameIn: 2, wentOut: 1, onHand: 1, difference: 0 });
});

test('a batch is found by what stands on the box, and one that is not there is named', async () => {
  const { product, lots } = await write((w) => Promise.resolve(addProduct(w, ['ZX-1'])));
  expect(await findLotId(opened.store.read, `P${product}`, 'ZX-1')).toBe(lots[0]);
  expect(await findLotId(opened.store.read, `P${product}`, 'ZX-2')).toBeUndefined();
  await expect(traceLot(opened.store.read, newId())).rejects.toMatchObject({ failure: { code: 'notFound' } });
});
