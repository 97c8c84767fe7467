import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import type { ListQueryInput } from '#app/core/listing.ts';

import { openConnection } from '../../connection.ts';
import { newId } from '../../ids.ts';
import type { ReadAccess } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { openTestStore } from '../../testing.ts';
import { traceLot } from '../stock/trace.ts';
import { homeSummary } from '../home.ts';
import { listCountLines } from '../stock/stocktake-lines.ts';
import { documentsOfStocktake, listStocktakes } from '../stock/stocktake-list.ts';
import { movementsSinceFreeze } from '../stock/stocktake-moves.ts';
import { countProgress } from '../stock/stocktake-progress.ts';
import {
  customerOrdersOfProduct,
  openOrdersOfProduct,
  pricesOfProduct,
  stockOfProduct,
  weeklyLevels,
  weeklySales,
} from '../product-card.ts';
import { stockMadeOf, stockOnDay } from '../stock/on-day.ts';
import { stockValueByDay } from '../stock/value-by-day.ts';
import { countCustomerOrders, listCustomerOrders } from '../orders/customer-list.ts';
import { countPurchases, listPurchases } from '../orders/purchase-list.ts';
import { listCustomers } from './customers.ts';
import { getDocument } from '../document-view.ts';
import { getOpenOrigin, listOrigins } from '../stock/sheet-origins.ts';
import { listDocuments } from './documents.ts';
import { listDrafts } from './drafts.ts';
import { expiryBands, listExpiry } from './expiry-board.ts';
import { listInspections } from './inspections.ts';
import { listLots } from './lots.ts';
import { listProducts } from './products.ts';
import { listSales } from './sales.ts';
import { listMovements } from './movements.ts';
import { listSlowStock } from './slow-stock.ts';
import { listStock, stockTotals } from './stock.ts';

/** Tables that grow without end: no list may read them row by row. */
const large = ['stock_ledger', 'stock_document', 'sales_line', 'sales_order'] as const;

let connection: Database;
let db: ReadAccess;
let cleanup: () => Promise<void>;
let statements: { sql: string; parameters: readonly unknown[] }[] = [];
const day = businessDay('2026-11-22');
const days = { today: day, expiringBefore: businessDay('2027-05-20') };
const terms = {
  today: day,
  stages: Object.assign(new Map<string, readonly number[]>(), { common: [180, 90, 30] }),
};
const [product, customer, document, lot] = [newId(), newId(), newId(), newId()];

beforeAll(async () => {
  const opened = await openTestStore();
  const now = new Date(0).toISOString();
  await opened.store.transact({ actor: 't', action: 'seed', entity: 'store' }, async ({ bulk }) => {
    bulk.insert(
      'product',
      ['id', 'code', 'name', 'search_text', 'created_at', 'updated_at'],
      [[product, 'A', 'A', 'a', now, now]],
    );
    bulk.insert('lot', ['id', 'product_id', 'code', 'created_at'], [[lot, product, 'L1', now]]);
    bulk.insert(
      'partner',
      ['id', 'kind', 'code', 'name', 'created_at', 'updated_at'],
      [[customer, 'customer', 'a', 'a', now, now]],
    );
    bulk.insert(
      'stock_document',
      ['id', 'kind', 'number', 'day', 'partner_id', 'posted_at'],
      [[document, 'issue', 'A1', day, customer, now]],
    );
    bulk.insert(
      'sales_order',
      ['id', 'number', 'day', 'partner_id', 'mode', 'created_at'],
      [[document, 'A1', day, customer, 'issue', now]],
    );
    bulk.insert(
      'sales_line',
      ['id', 'order_id', 'line', 'day', 'product_id', 'quantity'],
      [[newId(), document, 1, day, product, 1]],
    );
  });
  connection = openConnection(opened.store.file, 'read');
  db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: connection }),
    log: (event) => void statements.push(event.query),
  });
  cleanup = async () => {
    await db.destroy();
    await opened.cleanup();
  };
});

afterAll(() => cleanup());

async function plansOf(run: () => Promise<unknown>): Promise<string[]> {
  statements = [];
  await run();
  return statements.flatMap(({ sql, parameters }) =>
    (connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  );
}

/** Reading a large table whole, other than from an index alone in the order wanted, which the page's limit ends. */
function scansOf(plans: readonly string[]): string[] {
  return plans.filter(
    (detail) =>
      detail.startsWith('SCAN ') &&
      !detail.includes('INDEX') &&
      !/json_each|CONSTANT|\(subquery|page|VIRTUAL/u.test(detail),
  );
}

const q = (input: ListQueryInput) => listQuery.parse(input);
const stockSorts = [
  'onHand',
  'reserved',
  'available',
  'onOrder',
  'perDay',
  'coverDays',
  'value',
  'turnoverDays',
  'nearestExpiry',
  'riskValue',
] as const;
const reads: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['sales', () => listSales(db, q({}))],
  ['sales, oldest first', () => listSales(db, q({ sort: { column: 'day', direction: 'asc' }, page: 40 }))],
  ['sales found', () => listSales(db, q({ search: 'a' }))],
  ['sales of a product', () => listSales(db, q({ filters: { product } }))],
  ['sales of a customer', () => listSales(db, q({ filters: { customer, from: '2026-01-01' } }))],
  ['sales of days', () => listSales(db, q({ filters: { from: '2026-01-01', to: '2026-02-01' } }))],
  ['sales of a warehouse', () => listSales(db, q({ filters: { warehouse: 'MAIN' } }))],
  ['documents', () => listDocuments(db, q({}))],
  ['documents found', () => listDocuments(db, q({ search: 'a' }))],
  ['documents of a kind', () => listDocuments(db, q({ filters: { kind: 'opening' } }))],
  ['documents of a warehouse', () => listDocuments(db, q({ filters: { warehouse: 'MAIN' } }))],
  ['documents by number', () => listDocuments(db, q({ sort: { column: 'number', direction: 'asc' } }))],
  ['drafts', () => listDrafts(db, q({}))],
  ['drafts found', () => listDrafts(db, q({ search: 'a', filters: { kind: 'issue' } }))],
  ['a document', () => getDocument(db, document)],
  ['what a return can answer', () => listOrigins(db, 'customer_return', 'a')],
  ['what arrives', () => listOrigins(db, 'transfer_in', '')],
  ['what of a document is open', () => getOpenOrigin(db, document)],
  ['customers', () => listCustomers(db, q({ search: 'a' }))],
  ['orders to HQ', () => listPurchases(db, q({}), day)],
  ['orders to HQ that are late', () => listPurchases(db, q({ filters: { view: 'overdue' } }), day)],
  ['orders to HQ by state', () => countPurchases(db, day)],
  ['orders of customers', () => listCustomerOrders(db, q({}), day)],
  ['orders of a customer', () => listCustomerOrders(db, q({ filters: { partner: customer } }), day)],
  ['orders of customers by state', () => countCustomerOrders(db, day)],
  ['products', () => listProducts(db, q({ search: 'a' }))],
  ...stockSorts.map(
    (column) =>
      [`stock by ${column}`, () => listStock(db, q({ sort: { column, direction: 'desc' } }), days)] as const,
  ),
  [
    'stock of a warehouse by cover',
    () =>
      listStock(
        db,
        q({ filters: { warehouse: 'MAIN' }, sort: { column: 'coverDays', direction: 'asc' } }),
        days,
      ),
  ],
  ['stock of a class', () => listStock(db, q({ filters: { class: 'A' } }), days)],
  [
    'stock of a past day',
    () =>
      listStock(
        db,
        q({ filters: { asOf: '2026-10-01' }, sort: { column: 'value', direction: 'desc' } }),
        days,
      ),
  ],
  ['totals of stock', () => stockTotals(db, q({}), days)],
  ['totals of a past day', () => stockTotals(db, q({ filters: { asOf: '2026-10-01' } }), days)],
  ['slow movers', () => listSlowStock(db, q({}), { today: day })],
  [
    'slow movers of a warehouse',
    () => listSlowStock(db, q({ filters: { warehouse: 'MAIN' } }), { today: day }),
  ],
  ['the value of all stock by week', () => stockValueByDay(db, { weeks: 26, until: day })],
  ['a product on a day', () => stockOnDay(db, product, day)],
  ['what a product on a day is made of', () => stockMadeOf(db, product, day)],
  ['stock of a product', () => stockOfProduct(db, product, { today: day, stages: [180] })],
  ['weekly sales of a product', () => weeklySales(db, product, businessDay('2024-01-01'))],
  ['levels of a product', () => weeklyLevels(db, product, businessDay('2024-01-01'))],
  ['prices of a product', () => pricesOfProduct(db, product, 20)],
  ['orders of customers of a product', () => customerOrdersOfProduct(db, product)],
  ['movements of a product', () => listMovements(db, q({ filters: { product } }))],
  [
    'movements of a kind, in a warehouse, of days',
    () =>
      listMovements(
        db,
        q({ filters: { product, kind: 'issue', warehouse: 'MAIN', from: '2026-01-01' }, page: 9 }),
      ),
  ],
  ['open orders of a product', () => openOrdersOfProduct(db, product)],
  ['stocktakes', () => listStocktakes(db, q({ search: 'a' }))],
  ['lines of a stocktake', () => listCountLines(db, document, q({}))],
  [
    'differences of a stocktake',
    () =>
      listCountLines(
        db,
        document,
        q({ sort: { column: 'amount', direction: 'desc' }, filters: { view: 'differences' } }),
      ),
  ],
  ['progress of a stocktake', () => countProgress(db, document)],
  ['movements since a freeze', () => movementsSinceFreeze(db, document, 1)],
  ['documents of a stocktake', () => documentsOfStocktake(db, document)],
  ['the first page', () => homeSummary(db, days)],
  ['the expiry board', () => listExpiry(db, q({}), terms)],
  ['the expiry board, found', () => listExpiry(db, q({ search: 'a', filters: { stage: '90' } }), terms)],
  ['the stages of the expiry board', () => expiryBands(db, q({}), terms)],
  ['batches', () => listLots(db, q({ search: 'a', filters: { view: 'inStock' } }), day)],
  ['the trace of a batch', () => traceLot(db, lot)],
  ['inspection records', () => listInspections(db, q({}))],
  ['inspection records that lack something', () => listInspections(db, q({ filters: { view: 'missing' } }))],
  ['inspection records of a batch', () => listInspections(db, q({ filters: { lot } }))],
];

test.each(reads)('%s: no large table is read row by row', async (_, run) => {
  const plans = await plansOf(run);
  const aliases = new Set<string>([...large, 's', 'o', 'd', 'l']);
  const scanned = scansOf(plans).filter((detail) => aliases.has(detail.split(' ')[1] ?? ''));
  expect(scanned).toEqual([]);
});

test('the check sees a table that is read row by row', async () => {
  const plans = await plansOf(() =>
    db.selectFrom('sales_line').selectAll().where('quantity', '=', 1).execute(),
  );
  expect(scansOf(plans)).toEqual(['SCAN sales_line']);
});

test.each([
  ['sales', () => listSales(db, q({}))],
  ['documents', () => listDocuments(db, q({}))],
  ['documents of a kind', () => listDocuments(db, q({ filters: { kind: 'issue' } }))],
  ['the expiry board', () => listExpiry(db, q({}), terms)],
] as const)('%s: a page comes in order from an index, nothing is sorted', async (_, run) => {
  const plans = await plansOf(run);
  // Only the page itself, read by its row numbers, is put in their order.
  expect(plans.filter((detail) => detail.includes('TEMP B-TREE')).length).toBeLessThanOrEqual(1);
  expect(plans.some((detail) => detail.includes('USING COVERING INDEX'))).toBe(true);
});

test.each([
  ['what lay on a day', () => stockOnDay(db, product, day)],
  ['what it was made of', () => stockMadeOf(db, product, day)],
] as const)('%s is summed in the order of its index: only sums of days are sorted', async (_, run) => {
  const plans = await plansOf(run);
  const read = plans.findLastIndex((detail) =>
    detail.includes('SEARCH stock_ledger USING COVERING INDEX stock_ledger_product'),
  );
  expect(read).toBeGreaterThanOrEqual(0);
  // Were the entries sorted, that would stand right behind their reading, before the sums are read.
  expect(plans[read + 1]).toContain('SCAN');
});
