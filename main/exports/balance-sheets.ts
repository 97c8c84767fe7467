import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listOffers } from '#db/queries/lists/offers.ts';
import { listTransfers } from '#db/queries/lists/transfers.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { hundredths, sheetOf } from './view-sheets.ts';

/** 调拨 between own warehouses, as the current plan proposes them. */
export async function transferSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listTransfers(db, request.query);
  const { transfers, columns: names } = catalogueOf(request.language).reorderBalance;
  return sheetOf<(typeof rows)[number]>(
    transfers,
    [
      { key: 'from', header: names.from, kind: 'text', cell: (row) => row.from },
      { key: 'to', header: names.to, kind: 'text', cell: (row) => row.to },
      { key: 'code', header: names.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: names.name, kind: 'text', cell: (row) => row.name },
      { key: 'quantity', header: names.quantity, kind: 'quantity', cell: (row) => row.quantity },
    ],
    rows,
    request,
  );
}

/** 调货 offers to other distributors. */
export async function offerSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listOffers(db, request.query, request);
  const { offers, columns: names } = catalogueOf(request.language).reorderBalance;
  return sheetOf<(typeof rows)[number]>(
    offers,
    [
      { key: 'code', header: names.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: names.name, kind: 'text', cell: (row) => row.name },
      { key: 'available', header: names.available, kind: 'quantity', cell: (row) => row.available },
      { key: 'perDay', header: names.perDay, kind: 'number', cell: (row) => hundredths(row.perDay) },
      { key: 'units', header: names.units, kind: 'quantity', cell: (row) => row.units },
      { key: 'riskUnits', header: names.riskUnits, kind: 'quantity', cell: (row) => row.riskUnits },
      { key: 'lifeDays', header: names.nearestExpiry, kind: 'day', cell: (row) => row.nearestExpiry },
      { key: 'lifeDays', header: names.lifeDays, kind: 'quantity', cell: (row) => row.lifeDays },
      { key: 'expiryLoss', header: names.expiryLoss, kind: 'money', cell: (row) => row.expiryLoss },
      { key: 'holdingCost', header: names.holdingCost, kind: 'money', cell: (row) => row.holdingCost },
      { key: 'saves', header: names.saves, kind: 'money', cell: (row) => row.saves },
    ],
    rows,
    request,
  );
}
