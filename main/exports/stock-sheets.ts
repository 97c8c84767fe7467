import { catalogueOf } from '#app/i18n/catalogue.ts';
import { slowReasonText } from '#app/i18n/slow-reason.ts';
import type { StockRow } from '#app/stock/stock-view.ts';
import { listMovements } from '#db/queries/lists/movements.ts';
import { listSlowStock } from '#db/queries/lists/slow-stock.ts';
import { listStock } from '#db/queries/lists/stock.ts';
import type { ReadAccess } from '#db/store.ts';

import type { ColumnKind, SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { hundredths, sheetOf } from './view-sheets.ts';
import type { ViewColumn } from './view-sheets.ts';

/** The overview of stock as it is shown, a row a product. What imports back, a row a batch, is the list `stock`. */
export async function stockOverviewSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listStock(db, request.query, request);
  const { lists, stock, stockOverview } = catalogueOf(request.language);
  const { columns: names } = lists;
  const { columns: own } = stockOverview;
  const plain = (key: keyof StockRow, header: string, kind: ColumnKind): ViewColumn<StockRow> => ({
    key,
    header,
    kind,
    cell: (row) => row[key],
  });
  const rate = (key: 'perDay' | 'coverDays' | 'turnoverDays'): ViewColumn<StockRow> => ({
    key,
    header: own[key],
    kind: 'number',
    cell: (row) => (row[key] === null ? null : hundredths(row[key])),
  });
  return sheetOf(
    stock.title,
    [
      plain('code', names.code, 'text'),
      plain('name', names.name, 'text'),
      plain('category', names.category, 'text'),
      plain('subcategory', names.subcategory, 'text'),
      plain('unit', names.unit, 'text'),
      plain('onHand', names.onHand, 'quantity'),
      plain('reserved', own.reserved, 'quantity'),
      plain('available', own.available, 'quantity'),
      plain('onOrder', own.onOrder, 'quantity'),
      plain('inTransit', own.inTransit, 'quantity'),
      rate('perDay'),
      rate('coverDays'),
      plain('value', own.value, 'money'),
      plain('averageCost', own.averageCost, 'money'),
      plain('listPrice', names.listPrice, 'money'),
      plain('riskValue', own.riskValue, 'money'),
      plain('riskUnits', own.riskUnits, 'quantity'),
      plain('nearestExpiry', stock.nearestExpiry, 'day'),
      rate('turnoverDays'),
    ],
    rows,
    request,
  );
}

/** The movements of one product as they are shown. */
export async function movementSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listMovements(db, request.query);
  const { lists, productCard, stockWords } = catalogueOf(request.language);
  const { columns: names } = lists;
  const { movements: words } = productCard;
  return sheetOf<(typeof rows)[number]>(
    words.title,
    [
      { key: 'day', header: names.day, kind: 'day', cell: (row) => row.day },
      { key: 'number', header: names.number, kind: 'text', cell: (row) => row.number },
      {
        key: 'kind',
        header: names.kind,
        kind: 'text',
        cell: (row) => `${stockWords.kinds[row.kind]}${row.isReversal ? ` · ${words.reversal}` : ''}`,
      },
      { key: 'role', header: words.role, kind: 'text', cell: (row) => stockWords.roles[row.role] },
      { key: 'partner', header: names.partner, kind: 'text', cell: (row) => row.partner },
      { key: 'warehouse', header: names.warehouse, kind: 'text', cell: (row) => row.warehouse },
      { key: 'lot', header: names.lot, kind: 'text', cell: (row) => row.lot },
      { key: 'quantity', header: names.quantity, kind: 'quantity', cell: (row) => row.quantity },
      { key: 'balance', header: words.balance, kind: 'quantity', cell: (row) => row.balance },
      { key: 'cost', header: words.cost, kind: 'money', cell: (row) => row.cost },
    ],
    rows,
    request,
  );
}

/** 滞销 as it is shown: what to do with what, and why. */
export async function slowStockSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listSlowStock(db, request.query, request);
  const { lists, slowStock, stock, stockOverview } = catalogueOf(request.language);
  const { columns: names } = lists;
  const { columns: own, actions } = slowStock;
  type Row = (typeof rows)[number];
  const plain = (key: keyof Row, header: string, kind: ColumnKind): ViewColumn<Row> => ({
    key,
    header,
    kind,
    cell: (row) => row[key],
  });
  return sheetOf<Row>(
    slowStock.title,
    [
      plain('code', names.code, 'text'),
      plain('name', names.name, 'text'),
      plain('category', names.category, 'text'),
      plain('onHand', names.onHand, 'quantity'),
      plain('available', stockOverview.columns.available, 'quantity'),
      plain('idleDays', own.idleDays, 'quantity'),
      plain('lastSale', own.lastSale, 'day'),
      {
        key: 'coverDays',
        header: stockOverview.columns.coverDays,
        kind: 'number',
        cell: (row) => (row.coverDays === null ? null : hundredths(row.coverDays)),
      },
      plain('nearestExpiry', stock.nearestExpiry, 'day'),
      plain('riskUnits', stockOverview.columns.riskUnits, 'quantity'),
      plain('value', own.value, 'money'),
      { key: 'action', header: own.action, kind: 'text', cell: (row) => actions[row.action] },
      plain('units', own.units, 'quantity'),
      {
        key: 'reason',
        header: own.reason,
        kind: 'text',
        cell: (row) => slowReasonText(row, request.language),
      },
    ],
    rows,
    request,
  );
}
