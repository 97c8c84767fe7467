import { afterAll, beforeAll, expect, test } from 'vitest';

import { failing, openStockApi } from '../stock/testing.ts';
import type { StockApi } from '../stock/testing.ts';

let api: StockApi;

beforeAll(async () => {
  api = await openStockApi();
});

afterAll(() => api.cleanup());

test('partners are listed by kind and found by name', async () => {
  const { partners } = api.caller;
  const suppliers = await partners.list({ filters: { kind: 'supplier' } });
  expect(suppliers.rows.map(({ code }) => code)).toEqual(['GY0002', 'HQ']);
  const both = await partners.list({ filters: { kind: 'supplier,distributor' } });
  expect(both.total).toBe(3);
  expect((await partners.list({ search: '王' })).rows).toMatchObject([{ kind: 'customer', name: '王女士' }]);
});

test('a partner is edited on the version that was seen, and put back as it was', async () => {
  const { partners } = api.caller;
  const { partner } = await partners.create({ kind: 'supplier', code: 'S1', name: '新厂', phone: '021-1' });
  await failing(partners.create({ kind: 'supplier', code: 'S1', name: '别的' }), 'code.taken');
  // The same code may stand for another kind of partner.
  await partners.create({ kind: 'distributor', code: 'S1', name: '同号' });
  const saved = await partners.save({
    id: partner.id,
    version: partner.version,
    change: { licenceNumber: '沪妆20160001' },
  });
  expect(saved.partner).toMatchObject({ licenceNumber: '沪妆20160001', phone: '021-1', version: 2 });
  await failing(partners.save({ id: partner.id, version: 1, change: { name: '旧页面' } }), 'edit.conflict');
  await failing(partners.save({ id: partner.id, version: 2, change: { code: 'HQ' } }), 'code.taken');
  const back = await partners.save({ id: partner.id, version: 2, change: { licenceNumber: '' } });
  expect(back.partner.licenceNumber).toBe('');
});

test('a new partner without a code is given the next free one', async () => {
  const { partners } = api.caller;
  const codes: string[] = [];
  for (const name of ['甲', '乙'])
    codes.push((await partners.create({ kind: 'customer', name })).partner.code);
  expect(new Set(codes).size).toBe(2);
  expect(codes[0]).toMatch(/^KH\d{4}$/u);
});
