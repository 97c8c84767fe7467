import { join } from 'node:path';

import type { Database } from 'better-sqlite3';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { catalogue } from '#app/sample/catalogue.ts';
import { createRandom } from '#app/sample/random.ts';
import type { Random } from '#app/sample/random.ts';
import { createBulk } from '#db/bulk.ts';
import type { Bulk, SqlValue } from '#db/bulk.ts';
import { openConnection } from '#db/connection.ts';
import { newId } from '#db/ids.ts';
import { productSearchText } from '#db/queries/search-text.ts';
import { openStore, storeFileName } from '#db/store.ts';

export interface ScaleOptions {
  readonly ledgerRows: number;
  readonly salesLines: number;
  readonly products: number;
  readonly customers: number;
  readonly today: BusinessDay;
}

export const defaultScale: Omit<ScaleOptions, 'today'> = {
  ledgerRows: 1_000_000,
  salesLines: 400_000,
  products: 5_000,
  customers: 20_000,
};

const days = 730;
const linesOfDocument = 4;
const chunk = 20_000;

interface Ids {
  readonly products: readonly string[];
  /** Two of each product. */
  readonly lots: readonly string[];
  readonly warehouses: readonly string[];
  readonly customers: readonly string[];
  readonly supplier: string;
}

/**
 * Fills an empty store with far more than a distributor has, for measuring. Not for a store that anybody uses: rows go in raw,
 * and balances are computed at the end instead of by trigger. Gives the number of rows of the large tables.
 */
export async function fillScaleStore(
  directory: string,
  options: ScaleOptions,
): Promise<Record<string, number>> {
  await (await openStore(directory)).close();
  const database = openConnection(join(directory, storeFileName), 'write');
  try {
    database.pragma('synchronous = OFF');
    const trigger = database
      .prepare("SELECT sql FROM sqlite_master WHERE name = 'stock_ledger_balance'")
      .pluck()
      .get();
    database.exec('BEGIN; DROP TRIGGER stock_ledger_balance');
    const random = createRandom(20_261_122);
    const bulk = createBulk(database);
    const ids = fillMasters(database, bulk, options);
    fillMovements(bulk, random, ids, options);
    database.exec(`INSERT INTO stock_balance (product_id, warehouse_id, lot_key, lot_id, on_hand)
      SELECT product_id, warehouse_id, ifnull(lot_id, ''), lot_id, sum(quantity) FROM stock_ledger
      GROUP BY product_id, warehouse_id, lot_id HAVING sum(quantity) <> 0`);
    database.exec(String(trigger));
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    const count = (table: string): number =>
      Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    return {
      ledger: count('stock_ledger'),
      documents: count('stock_document'),
      salesLines: count('sales_line'),
    };
  } finally {
    database.close();
  }
}

function fillMasters(database: Database, bulk: Bulk, { products, customers, today }: ScaleOptions): Ids {
  const now = new Date(0).toISOString();
  const one = (sql: string): string => String(database.prepare(sql).pluck().get());
  const kinds = catalogue();
  const ids: Ids = {
    products: Array.from({ length: products }, newId),
    lots: Array.from({ length: products * 2 }, newId),
    warehouses: [one('SELECT id FROM warehouse'), newId(), newId()],
    customers: Array.from({ length: customers }, newId),
    supplier: one("SELECT id FROM partner WHERE kind = 'supplier'"),
  };
  bulk.insert(
    'warehouse',
    ['id', 'code', 'name', 'created_at'],
    [
      [ids.warehouses[1] ?? '', 'W2', '二号仓', now],
      [ids.warehouses[2] ?? '', 'W3', '三号仓', now],
    ],
  );
  bulk.insert(
    'product',
    [
      'id',
      'code',
      'name',
      'search_text',
      'category',
      'subcategory',
      'unit',
      'pack_size',
      'list_price_fen',
      'created_at',
      'updated_at',
    ],
    ids.products.map((id, index) => {
      const like = kinds[index % kinds.length]?.product;
      const code = `P${String(index + 1).padStart(5, '0')}`;
      const name = `${like?.name ?? ''} ${Math.floor(index / kinds.length) + 1}号`;
      return [
        id,
        code,
        name,
        productSearchText(code, name, null),
        like?.category ?? '',
        like?.subcategory ?? '',
        like?.unit ?? '',
        like?.packSize ?? 1,
        like?.listPrice ?? null,
        now,
        now,
      ];
    }),
  );
  bulk.insert(
    'lot',
    ['id', 'product_id', 'code', 'expiry_day', 'created_at'],
    ids.lots.map((id, index) => [
      id,
      ids.products[index >> 1] ?? '',
      `L${index % 2}`,
      addDays(today, (index % 37) * 30 - 60),
      now,
    ]),
  );
  bulk.insert(
    'partner',
    ['id', 'kind', 'code', 'name', 'region', 'province', 'city', 'created_at', 'updated_at'],
    ids.customers.map((id, index) => [
      id,
      'customer',
      `C${String(index + 1).padStart(6, '0')}`,
      `客户${index + 1}`,
      '东区',
      '浙江省',
      '杭州市',
      now,
      now,
    ]),
  );
  return ids;
}

function fillMovements(
  bulk: Bulk,
  random: Random,
  ids: Ids,
  { ledgerRows, salesLines, today }: ScaleOptions,
): void {
  const now = new Date(0).toISOString();
  const total = Math.floor(ledgerRows / linesOfDocument);
  const documents: SqlValue[][] = [];
  const ledger: SqlValue[][] = [];
  const orders: SqlValue[][] = [];
  const lines: SqlValue[][] = [];
  const flush = (): void => {
    bulk.insert(
      'stock_document',
      ['id', 'kind', 'number', 'day', 'partner_id', 'posted_at'],
      documents.splice(0),
    );
    bulk.insert(
      'stock_ledger',
      ['id', 'document_id', 'line', 'day', 'product_id', 'warehouse_id', 'lot_id', 'quantity'],
      ledger.splice(0),
    );
    bulk.insert(
      'sales_order',
      [
        'id',
        'number',
        'day',
        'partner_id',
        'region',
        'province',
        'city',
        'mode',
        'document_id',
        'created_at',
      ],
      orders.splice(0),
    );
    bulk.insert(
      'sales_line',
      [
        'id',
        'order_id',
        'line',
        'day',
        'product_id',
        'warehouse_id',
        'quantity',
        'unit_price_fen',
        'amount_fen',
      ],
      lines.splice(0),
    );
  };
  for (let index = 0, sold = 0; index < total; index++) {
    const day = addDays(today, -days + Math.floor((index / total) * days));
    const isReceipt = index % 6 === 0;
    const id = newId();
    const number = `${isReceipt ? 'RK' : 'CK'}-A1-${day.replaceAll('-', '')}-${String(index).padStart(6, '0')}`;
    const partner = isReceipt ? ids.supplier : random.pick(ids.customers);
    const warehouse = random.pick(ids.warehouses);
    documents.push([id, isReceipt ? 'receipt' : 'issue', number, day, partner, now]);
    const isSale = !isReceipt && sold < salesLines && random.chance(salesLines / ((ledgerRows * 5) / 6));
    const orderId = newId();
    if (isSale) {
      orders.push([orderId, `S${index}`, day, partner, '东区', '浙江省', '杭州市', 'issue', id, now]);
      sold += linesOfDocument;
    }
    for (let line = 1; line <= linesOfDocument; line++) {
      const product = random.integer(0, ids.products.length - 1);
      const productId = ids.products[product] ?? '';
      const units = random.integer(1, 6);
      const lot = ids.lots[product * 2 + random.integer(0, 1)] ?? null;
      ledger.push([newId(), id, line, day, productId, warehouse, lot, isReceipt ? units * 6 : -units]);
      if (isSale) lines.push([newId(), orderId, line, day, productId, warehouse, units, 9900, 9900 * units]);
    }
    if (ledger.length >= chunk) flush();
  }
  flush();
}
