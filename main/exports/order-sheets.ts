import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listCustomerOrders } from '#db/queries/orders/customer-list.ts';
import { listPurchases } from '#db/queries/orders/purchase-list.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { sheetOf } from './view-sheets.ts';

export async function customerOrderSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listCustomerOrders(db, request.query, request.today);
  const { orders, orderWords } = catalogueOf(request.language);
  const { columns: names, customer } = orders;
  return sheetOf<(typeof rows)[number]>(
    customer.title,
    [
      { key: 'number', header: names.number, kind: 'text', cell: (row) => row.number },
      { key: 'day', header: names.day, kind: 'day', cell: (row) => row.day },
      { key: 'customer', header: names.customer, kind: 'text', cell: (row) => row.customer },
      { key: 'status', header: names.status, kind: 'text', cell: (row) => orderWords.statuses[row.status] },
      { key: 'dueDay', header: names.dueDay, kind: 'day', cell: (row) => row.dueDay },
      { key: 'warehouse', header: names.warehouse, kind: 'text', cell: (row) => row.warehouse },
      { key: 'lines', header: names.lines, kind: 'quantity', cell: (row) => row.lines },
      { key: 'units', header: names.units, kind: 'quantity', cell: (row) => row.units },
      { key: 'issued', header: names.issued, kind: 'quantity', cell: (row) => row.issued },
      { key: 'open', header: names.toIssue, kind: 'quantity', cell: (row) => row.open },
      { key: 'openAmount', header: names.toIssueAmount, kind: 'money', cell: (row) => row.openAmount },
      { key: 'amount', header: names.amount, kind: 'money', cell: (row) => row.amount },
    ],
    rows,
    request,
  );
}

/** Orders to HQ as they are shown, a row an order. What imports back, a row a line, is the list `purchaseOrderLines`. */
export async function purchaseOrderSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listPurchases(db, request.query, request.today);
  const { orders, orderWords, shell } = catalogueOf(request.language);
  const { columns: names } = orders;
  return sheetOf<(typeof rows)[number]>(
    shell.titles.orders,
    [
      { key: 'number', header: names.number, kind: 'text', cell: (row) => row.number },
      { key: 'day', header: names.day, kind: 'day', cell: (row) => row.day },
      { key: 'supplier', header: names.supplier, kind: 'text', cell: (row) => row.supplier },
      {
        key: 'supplierNumber',
        header: names.supplierNumber,
        kind: 'text',
        cell: (row) => row.supplierNumber,
      },
      { key: 'status', header: names.status, kind: 'text', cell: (row) => orderWords.statuses[row.status] },
      { key: 'expectedDay', header: names.expectedDay, kind: 'day', cell: (row) => row.expectedDay },
      { key: 'lines', header: names.lines, kind: 'quantity', cell: (row) => row.lines },
      { key: 'units', header: names.units, kind: 'quantity', cell: (row) => row.units },
      { key: 'received', header: names.received, kind: 'quantity', cell: (row) => row.received },
      { key: 'open', header: names.open, kind: 'quantity', cell: (row) => row.open },
      { key: 'openAmount', header: names.openAmount, kind: 'money', cell: (row) => row.openAmount },
      { key: 'amount', header: names.amount, kind: 'money', cell: (row) => row.amount },
    ],
    rows,
    request,
  );
}
