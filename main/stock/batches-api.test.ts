import { read, utils } from 'xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { newId } from '#db/ids.ts';

import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { appRouter } from '../server/router.ts';

let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof appRouter.createCaller>;
const today = businessDay('2026-11-22');
const [product, customer] = [newId(), newId()];
let supplier = '';
let warehouseId = '';

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext('empty'));
  caller = appRouter.createCaller(context);
  const { store } = context;
  warehouseId = (await caller.stock.warehouses()).find(({ isDefault }) => isDefault)?.id ?? '';
  supplier = (await store.read.selectFrom('partner').select('id').executeTakeFirstOrThrow()).id;
  await store.transact({ actor: 't', action: 'seed', entity: 'store' }, async ({ bulk }) => {
    bulk.insert(
      'product',
      ['id', 'code', 'name', 'search_text', 'category', 'lot_control', 'created_at', 'updated_at'],
      [[product, 'X1', '面膜', 'x1 面膜 mm', '面膜', 1, '', '']],
    );
    bulk.insert(
      'partner',
      ['id', 'kind', 'code', 'name', 'phone', 'created_at', 'updated_at'],
      [[customer, 'customer', 'C1', '安娜美容', '13800000001', '', '']],
    );
  });
});
afterAll(() => cleanup());

const failing = (code: string) => ({ cause: { failure: { code } } });

async function receive(code: string, quantity: number, expiresIn: number): Promise<string> {
  const lot = { code, productionDay: addDays(today, expiresIn - 730), expiryDay: addDays(today, expiresIn) };
  const { id } = await caller.documents.post({
    sheet: {
      kind: 'receipt',
      day: today,
      warehouseId,
      partnerId: supplier,
      lines: [{ productId: product, quantity, unitPrice: 1000, lot }],
    },
  });
  return id;
}

function issue(quantity: number, partnerId: string | null = customer) {
  const lines = [{ productId: product, quantity, unitPrice: 5000 }];
  return caller.documents.post({ sheet: { kind: 'issue', day: today, warehouseId, partnerId, lines } });
}

async function lotBy(code: string) {
  const { rows } = await caller.lots.list({ search: code });
  return caller.lots.get({ id: rows[0]?.id ?? '' });
}

let near = '';

test('the board shows what lies where by stage, the first to expire first', async () => {
  near = await receive('B1', 10, 20);
  await receive('B2', 20, 400);
  const { rows, total } = await caller.expiry.list({});
  expect(total).toBe(2);
  expect(rows).toMatchObject([
    { lot: 'B1', stage: '30', quantity: 10, value: 10_000, category: '面膜' },
    { lot: 'B2', stage: 'later', quantity: 20, value: 20_000 },
  ]);
  expect((await caller.expiry.list({ filters: { stage: '30' } })).total).toBe(1);
  expect((await caller.expiry.list({ search: 'mm', filters: { stage: '90' } })).total).toBe(0);
  const { bands } = await caller.expiry.bands({});
  expect(bands.map(({ stage, lots, quantity }) => [stage, lots, quantity])).toEqual([
    ['expired', 0, 0],
    ['30', 1, 10],
    ['90', 0, 0],
    ['180', 0, 0],
    ['later', 1, 20],
    ['unknown', 0, 0],
  ]);
});

test('a frozen batch is not proposed, a released one is, and both say who and why', async () => {
  const { lot } = await lotBy('B1');
  await expect(caller.lots.freeze({ id: lot.id, version: lot.version, reason: ' ' })).rejects.toMatchObject(
    failing('lot.reasonMissing'),
  );
  const frozen = await caller.lots.freeze({ id: lot.id, version: lot.version, reason: '总部召回' });
  expect(frozen.lot).toMatchObject({
    status: 'quarantined',
    statusReason: '总部召回',
    version: lot.version + 1,
  });
  const { entries } = await caller.documents.preview({
    kind: 'issue',
    day: today,
    warehouseId,
    partnerId: customer,
    lines: [{ productId: product, quantity: 3 }],
  });
  expect(entries.map((entry) => entry.lot)).toEqual(['B2']);
  expect((await caller.lots.list({ filters: { view: 'quarantined' } })).total).toBe(1);
  const released = await caller.lots.release({ id: lot.id, version: frozen.lot.version });
  expect(released.lot).toMatchObject({ status: 'normal', statusReason: '' });
});

test('other days of a batch say what they would change, keep the record longer, and the later editor is told', async () => {
  const { lot } = await lotBy('B1');
  const past = { productionDay: lot.productionDay, expiryDay: addDays(today, -1) };
  expect(await caller.lots.effects({ id: lot.id, ...past })).toEqual({
    stageBefore: 30,
    stageAfter: 'expired',
    unusableUnits: 10,
    onHand: 10,
    records: 1,
  });
  await expect(
    caller.lots.save({ id: lot.id, version: lot.version, change: { expiryDay: addDays(today, -3000) } }),
  ).rejects.toMatchObject(failing('lot.daysOrder'));
  const until = async () =>
    (await caller.inspections.list({ filters: { lot: lot.id } })).rows[0]?.retainUntil;
  expect(await until()).toBe('2027-12-12');
  const change = { expiryDay: addDays(today, 60), certificateNumber: 'HG-1' };
  const { lot: saved } = await caller.lots.save({ id: lot.id, version: lot.version, change });
  expect(await until()).toBe('2028-01-21');
  const stale = caller.lots.save({ id: lot.id, version: lot.version, change: { certificateNumber: 'HG-2' } });
  await expect(stale).rejects.toMatchObject({
    cause: {
      failure: {
        code: 'stock.documentChanged',
        parameters: {
          by: 'tester',
          changes: [
            { field: 'expiryDay', before: lot.expiryDay, after: saved.expiryDay },
            { field: 'certificateNumber', before: '', after: 'HG-1' },
          ],
        },
      },
    },
  });
});

test('a record names what it lacks, is completed once for all of the same, and only then passed', async () => {
  const { rows } = await caller.inspections.list({ filters: { view: 'missing' } });
  expect(rows.map(({ lot, missing }) => [lot, missing])).toEqual(
    expect.arrayContaining([
      ['B1', ['licence', 'registration', 'certificate']],
      ['B2', ['licence', 'registration', 'certificate']],
    ]),
  );
  expect(await caller.home.summary()).toMatchObject({ incompleteReceipts: 2 });
  const record = rows.find(({ documentId }) => documentId === near);
  const key = { documentId: near, productId: product, lotKey: record?.lotKey ?? '' };
  const version = record?.version ?? 0;
  await expect(
    caller.inspections.save({ ...key, version, change: { result: 'passed' } }),
  ).rejects.toMatchObject(failing('inspection.incomplete'));
  const numbers = {
    supplierLicence: '91330100MA',
    registrationNumber: '浙G妆网备字2026000001',
    certificateNumber: 'HG-1',
  };
  const change = { ...numbers, result: 'passed', inspector: '小王' } as const;
  const saved = await caller.inspections.save({
    ...key,
    version,
    change,
    remember: ['licence', 'registration'],
  });
  expect(saved.record).toMatchObject({ ...numbers, result: 'passed', missing: [] });
  expect(saved.completed).toBe(2);
  const left = await caller.inspections.list({ filters: { view: 'missing' } });
  expect(left.rows.map(({ lot, missing }) => [lot, missing])).toEqual([['B2', ['certificate']]]);
  await expect(caller.inspections.save({ ...key, version, change: { note: '旧' } })).rejects.toMatchObject(
    failing('edit.conflict'),
  );
  const later = await receive('B3', 1, 500);
  const again = await caller.inspections.list({ filters: { document: later } });
  expect(again.rows[0]).toMatchObject({ supplierLicence: '91330100MA', missing: ['certificate'] });
});

test('goods that are refused can be frozen in the same step', async () => {
  const id = await receive('B9', 3, 600);
  const [record] = (await caller.inspections.list({ filters: { document: id } })).rows;
  await caller.inspections.save({
    documentId: id,
    productId: product,
    lotKey: record?.lotKey ?? '',
    version: record?.version ?? 0,
    change: { result: 'refused', note: '外箱破损' },
    freezeReason: '查验不合格',
  });
  expect((await lotBy('B9')).lot).toMatchObject({ status: 'quarantined', statusReason: '查验不合格' });
  expect((await caller.inspections.list({ filters: { view: 'refused' } })).total).toBe(1);
});

test('a file stands for a number, wherever it is attached', async () => {
  const { lot } = await lotBy('B2');
  const held = await context.files.hold('合格证.pdf', Buffer.from('%PDF-1.4 '));
  await caller.attachments.add({ uploadId: held.id, entity: 'lot', entityId: lot.id, role: 'certificate' });
  const { rows } = await caller.inspections.list({ filters: { lot: lot.id } });
  expect(rows[0]).toMatchObject({ missing: [], files: ['certificate'] });
});

test('a receipt that is taken back has no record to complete any more', async () => {
  const before = (await caller.inspections.list({})).total;
  const id = await receive('B4', 5, 100);
  expect((await caller.inspections.list({})).total).toBe(before + 1);
  await caller.documents.reverse({ id });
  expect((await caller.inspections.list({})).total).toBe(before);
});

test('the recall workbook names everyone with phone and quantity, in both languages', async () => {
  await issue(7);
  await issue(2, null);
  const { lot } = await lotBy('B1');
  const trace = await caller.lots.trace({ id: lot.id });
  expect(trace.totals).toEqual({ cameIn: 10, wentOut: 9, onHand: 1, difference: 0 });
  for (const language of ['zh-CN', 'en'] as const) {
    const words = catalogueOf(language).batches.trace;
    const { fileId, name } = await caller.lots.traceWorkbook({ id: lot.id, language });
    expect(name).toContain('X1 B1');
    const book = read(await context.files.read(fileId));
    expect(book.SheetNames).toEqual(Object.values(words.sheets));
    const sheet = book.Sheets[words.sheets.recipients];
    const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: false });
    expect(rows).toContainEqual(expect.arrayContaining(['C1', '安娜美容', '13800000001', '7']));
    expect(rows).toContainEqual(expect.arrayContaining([words.anonymous, '2']));
  }
});
