import { exportColumns } from '#app/exchange/columns.ts';
import type { ImportedKind, ValueShape } from '#app/exchange/columns.ts';
import type { Field } from '#app/exchange/kinds.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { productDetailsToExport, purchaseLinesToExport, stockToExport } from '#db/queries/exports.ts';
import { filterOf } from '#db/queries/lists/paging.ts';
import { listProducts } from '#db/queries/lists/products.ts';
import { listSales } from '#db/queries/lists/sales.ts';
import { listStock } from '#db/queries/lists/stock.ts';
import { listPurchases } from '#db/queries/orders/purchase-list.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { ReadAccess } from '#db/store.ts';

import type { ColumnKind, SheetToWrite, WriteCell } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';

/** One row's values by field; a field that is absent is an empty cell. */
type FieldRow = Partial<Record<Field, WriteCell>>;

const cellKinds: Readonly<Record<ValueShape, ColumnKind>> = {
  code: 'text',
  text: 'text',
  barcode: 'text',
  phone: 'text',
  day: 'day',
  quantity: 'quantity',
  money: 'money',
  number: 'number',
};

/**
 * Without these a sheet that comes back would be other rows than those that went out (a sales line is known by them), so
 * they are written even where the screen does not show them.
 */
const identity: Readonly<Record<ImportedKind, readonly Field[] | 'all'>> = {
  products: ['code'],
  sales: [
    'orderNumber',
    'day',
    'customerCode',
    'productCode',
    'quantity',
    'unitPrice',
    'amount',
    'warehouse',
  ],
  stock: 'all',
  purchaseOrder: 'all',
  orderConfirmation: 'all',
  components: 'all',
  counts: 'all',
  receipts: 'all',
  movements: 'all',
  promotions: 'all',
  holidays: 'all',
  weather: 'all',
};

/** Rows as a sheet of this kind, which imports back without mapping. */
export function importableSheet(
  kind: ImportedKind,
  rows: readonly FieldRow[],
  request: ExportRequest,
): SheetToWrite {
  const { language, columns: shown } = request;
  const { fields, kinds } = catalogueOf(language).sheets;
  const always = identity[kind];
  const columns = exportColumns(kind).filter(
    ({ field }) => shown === undefined || always === 'all' || always.includes(field) || shown.includes(field),
  );
  return {
    name: kinds[kind],
    columns: columns.map(({ field, shape }) => ({ header: fields[field], kind: cellKinds[shape] })),
    rows: rows.map((row) => columns.map(({ field }) => row[field] ?? null)),
  };
}

export async function productSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listProducts(db, request.query);
  const { kit, sheets, stockWords } = catalogueOf(request.language);
  const details = await productDetailsToExport(
    db,
    rows.map((row) => row.id),
  );
  const cells = rows.map((row): FieldRow => {
    const more = details.get(row.id);
    return {
      ...row,
      status: kit.status[row.status],
      purchasePrice: more?.purchasePrice ?? null,
      productKind: more === undefined ? null : stockWords.productKinds[more.kind],
      lotControl: more === undefined ? null : more.lotControl === 1 ? sheets.yes : sheets.no,
      shelfLife: more?.shelfLifeDays ?? null,
      registrationNumber: more?.registrationNumber ?? null,
      packBarcode: more?.packBarcode ?? null,
      shelf: more?.shelf ?? null,
    };
  });
  return importableSheet('products', cells, request);
}

export async function salesSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listSales(db, request.query);
  return importableSheet('sales', rows, request);
}

/** A row for each lot in each warehouse, because the sums on the screen could not be booked back. */
export async function stockSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listStock(db, request.query, request);
  const balances = await stockToExport(
    db,
    rows.map((row) => row.productId),
    filterOf(request.query, 'warehouse'),
  );
  return importableSheet('stock', balances, request);
}

/** The lines of the orders on the list, whole: an order that came back in part would be another order. */
export async function purchaseLineSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listPurchases(db, request.query, request.today);
  const { distributorName } = await getSettings(db);
  const lines = await purchaseLinesToExport(
    db,
    rows.map((row) => row.id),
  );
  const cells = lines.map((line): FieldRow => ({
    ...line,
    distributor: distributorName === '' ? null : distributorName,
    packs: line.quantity / line.packSize,
    amount: line.unitPrice === null ? null : line.unitPrice * line.quantity,
  }));
  return importableSheet('purchaseOrder', cells, request);
}
