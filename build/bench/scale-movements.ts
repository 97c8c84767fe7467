import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Random } from '#app/sample/random.ts';
import type { Bulk, SqlValue } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';

import { unitCostOf } from './scale-masters.ts';
import type { ScaleIds } from './scale-masters.ts';

export interface MovementsToFill {
  readonly ledgerRows: number;
  readonly salesLines: number;
  readonly today: BusinessDay;
}

const days = 730;
const linesOfDocument = 4;
const chunk = 20_000;
const now = new Date(0).toISOString();
/** Of each batch in each warehouse at the beginning: the last one, which may be short, starts with less. */
const openingUnits = [150, 150, 40] as const;

const tables = {
  stock_document: ['id', 'kind', 'number', 'day', 'partner_id', 'warehouse_id', 'posted_at'],
  stock_ledger: [
    'document_id',
    'line',
    'kind',
    'day',
    'product_id',
    'warehouse_id',
    'lot_id',
    'quantity',
    'cost_fen',
  ],
  sales_order: [
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
  sales_line: [
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
} as const;
type Rows = Record<keyof typeof tables, SqlValue[][]>;

/** Opening stock, then receipts and issues over two years, a part of them sales. */
export function fillMovements(bulk: Bulk, random: Random, ids: ScaleIds, options: MovementsToFill): void {
  const rows: Rows = { stock_document: [], stock_ledger: [], sales_order: [], sales_line: [] };
  const flush = (): void => {
    for (const table of Object.keys(tables) as (keyof typeof tables)[])
      bulk.insert(table, tables[table], rows[table].splice(0));
  };
  const opening = addOpening(rows, ids, options);
  flush();
  const total = Math.floor((options.ledgerRows - opening) / linesOfDocument);
  const shareOfSales = options.salesLines / ((options.ledgerRows * 5) / 6);
  for (let index = 0, sold = 0; index < total; index++) {
    const day = addDays(options.today, -days + Math.floor((index / total) * days));
    const isSale = index % 6 !== 0 && sold < options.salesLines && random.chance(shareOfSales);
    addDocument(rows, random, ids, { index, day, isSale });
    if (isSale) sold += linesOfDocument;
    if (rows.stock_ledger.length >= chunk) flush();
  }
  flush();
}

function addOpening(rows: Rows, ids: ScaleIds, { today, ledgerRows }: MovementsToFill): number {
  const day = addDays(today, -days);
  // A small store is to have movements, not only a beginning.
  const products = Math.min(ids.products.length, Math.floor(ledgerRows / 20));
  let opened = 0;
  for (const [place, warehouse] of ids.warehouses.entries()) {
    const id = newId();
    const number = `QC-A1-${day.replaceAll('-', '')}-${String(place + 1).padStart(3, '0')}`;
    rows.stock_document.push([id, 'opening', number, day, null, warehouse, now]);
    for (let lot = 0; lot < products * 2; lot++) {
      const units = openingUnits[place] ?? 0;
      rows.stock_ledger.push([
        id,
        lot + 1,
        'opening',
        day,
        ids.products[lot >> 1] ?? '',
        warehouse,
        ids.lots[lot] ?? null,
        units,
        units * unitCostOf(lot >> 1),
      ]);
      opened += 1;
    }
  }
  return opened;
}

function addDocument(
  rows: Rows,
  random: Random,
  ids: ScaleIds,
  { index, day, isSale }: { readonly index: number; readonly day: BusinessDay; readonly isSale: boolean },
): void {
  const kind = index % 6 === 0 ? 'receipt' : 'issue';
  const id = newId();
  const prefix = kind === 'receipt' ? 'RK' : 'CK';
  const number = `${prefix}-A1-${day.replaceAll('-', '')}-${String(index).padStart(6, '0')}`;
  const partner = kind === 'receipt' ? ids.supplier : random.pick(ids.customers);
  const warehouse = random.pick(ids.warehouses);
  rows.stock_document.push([id, kind, number, day, partner, warehouse, now]);
  const orderId = newId();
  if (isSale)
    rows.sales_order.push([orderId, `S${index}`, day, partner, '东区', '浙江省', '杭州市', 'issue', id, now]);
  for (let line = 1; line <= linesOfDocument; line++) {
    const product = random.integer(0, ids.products.length - 1);
    const productId = ids.products[product] ?? '';
    const units = random.integer(1, 6);
    const lot = ids.lots[product * 2 + random.integer(0, 1)] ?? null;
    const quantity = kind === 'receipt' ? units * 6 : -units;
    const cost = quantity * unitCostOf(product);
    rows.stock_ledger.push([id, line, kind, day, productId, warehouse, lot, quantity, cost]);
    if (isSale)
      rows.sales_line.push([newId(), orderId, line, day, productId, warehouse, units, 9900, 9900 * units]);
  }
}
