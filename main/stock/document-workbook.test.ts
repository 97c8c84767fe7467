import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { planImport } from '#app/exchange/plan.ts';
import { optionsOf } from '#app/exchange/testing.ts';
import { languages } from '#app/i18n/translation.ts';
import { openConnection } from '#db/connection.ts';
import { readKnownStore } from '#db/queries/import-knowledge.ts';

import { readWorkbook } from '../exchange/reading/read-workbook.ts';
import { documentWorkbook } from './document-workbook.ts';
import { openStockApi } from './testing.ts';
import type { StockApi } from './testing.ts';

let api: StockApi;

beforeEach(async () => {
  api = await openStockApi();
});

afterEach(() => api.cleanup());

async function receipt() {
  const { products, partners, caller } = api;
  const lines = [
    { productId: products.A, quantity: 24, unitPrice: 1250 },
    { productId: products.B, quantity: 5, unitPrice: 300, lot: { code: '0012', expiryDay: '2028-05-31' } },
  ];
  return caller.documents.post({ sheet: api.sheet('receipt', { partnerId: partners.supplier, lines }) });
}

const headers = {
  'zh-CN': ['商品编码', '商品名称', '数量', '单价', '金额', '批次'],
  en: ['Product code', 'Product name', 'Quantity', 'Unit price', 'Amount', 'Lot'],
};

test.each(languages)('a document in %s has its head, a row for each batch, and totals', async (language) => {
  const { id, number } = await receipt();
  const { bytes, name, rows } = await documentWorkbook(api.context.store.read, id, language);
  expect(name).toContain(number);
  expect(rows).toBe(2);
  const read = readWorkbook(bytes, { name });
  const rowsRead = read.sheets[0]?.rows ?? [];
  const header = rowsRead.findIndex(({ cells }) => cells.length > 5);
  expect(rowsRead.slice(header, header + 4).map(({ cells }) => cells.slice(0, 6))).toEqual([
    headers[language],
    ['A', '洁面乳', 24, 12.5, 300, null],
    ['B', '面膜', 5, 3, 15, '0012'],
    [language === 'en' ? 'Total' : '合计', null, 29, null, 315],
  ]);
  const text = JSON.stringify(rowsRead);
  for (const part of [number, '总部', '2028-05-31', '主仓']) expect(text).toContain(part);
});

async function guessed(id: string, language: 'zh-CN' | 'en') {
  const { bytes, name } = await documentWorkbook(api.context.store.read, id, language);
  const connection = openConnection(api.context.store.file, 'read');
  try {
    const known = await readKnownStore(api.context.store.read, connection);
    const options = optionsOf({ asOf: businessDay('2026-11-22') });
    const [guess] = planImport(readWorkbook(bytes, { name }), options, known).guesses;
    return {
      kind: guess?.kind,
      left: guess?.columns.filter(({ field }) => field === null).map(({ header }) => header),
    };
  } finally {
    connection.close();
  }
}

test.each(languages)(
  'a document in %s is known again by the import, with every column it takes',
  async (language) => {
    const received = await receipt();
    expect(await guessed(received.id, language)).toEqual({ kind: 'receipts', left: [] });
    const { products, partners, warehouses, caller } = api;
    const lines = [{ productId: products.B, quantity: 3, unitPrice: 900 }];
    const issue = api.sheet('issue', { partnerId: partners.customer, lines });
    const issued = await caller.documents.post({ sheet: issue });
    // What price and quantity come to is known without it.
    const amount = language === 'en' ? 'Amount' : '金额';
    expect(await guessed(issued.id, language)).toEqual({ kind: 'movements', left: [amount] });
    const transfer = api.sheet('transfer_out', {
      toWarehouseId: warehouses.second,
      lines: [{ productId: products.A, quantity: 3 }],
    });
    const sent = await caller.documents.post({ sheet: transfer });
    expect(await guessed(sent.id, language)).toEqual({ kind: 'movements', left: [] });
  },
);

test('costs stay in the house; a set has its components on a sheet of their own', async () => {
  await receipt();
  const lines = [{ productId: api.products.S, quantity: 1 }];
  const { id } = await api.caller.documents.post({ sheet: api.sheet('assembly', { lines }) });
  const { bytes } = await documentWorkbook(api.context.store.read, id, 'zh-CN');
  const sheets = readWorkbook(bytes, { name: 'a.xlsx' }).sheets;
  expect(sheets.map(({ name }) => name)).toEqual(['组装', '组件与差异']);
});

test('the API holds the file for download', async () => {
  const { id } = await receipt();
  const { fileId, name } = await api.caller.documents.workbook({ id, language: 'zh-CN' });
  expect(api.context.files.get(fileId).name).toBe(name);
});
