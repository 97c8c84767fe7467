import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListQuery } from '#app/core/listing.ts';
import type { Language } from '#app/i18n/translation.ts';
import { everyRow } from '#db/queries/lists/paging.ts';
import { readNearExpiry } from '#db/queries/stock/near-expiry.ts';
import type { NearExpiry } from '#db/queries/stock/near-expiry.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import { accuracySheet } from './accuracy-sheet.ts';
import { expirySheet, inspectionSheet, lotSheet } from './batch-sheets.ts';
import { holidaySheet, promotionSheet } from './calendar-sheets.ts';
import { countDifferenceSheet, countSheet, stocktakeSheet } from './count-sheets.ts';
import { draftSheet } from './draft-sheet.ts';
import { productSheet, purchaseLineSheet, salesSheet, stockSheet } from './importable-sheets.ts';
import { customerOrderSheet, purchaseOrderSheet } from './order-sheets.ts';
import { partnerSheet } from './partner-sheet.ts';
import { offerSheet, transferSheet } from './balance-sheets.ts';
import { policySheet } from './policy-sheet.ts';
import { movementSheet, slowStockSheet, stockOverviewSheet } from './stock-sheets.ts';
import { customerSheet, documentSheet, importSheet, reorderSheet } from './view-sheets.ts';

export const exportLists = [
  'products',
  'sales',
  'stock',
  'stockOverview',
  'movements',
  'slowStock',
  'customers',
  'customerOrders',
  'partners',
  'policies',
  'transfers',
  'offers',
  'documents',
  'drafts',
  'purchaseOrders',
  'purchaseOrderLines',
  'reorder',
  'accuracy',
  'imports',
  'expiry',
  'lots',
  'inspections',
  'stocktakes',
  'countSheet',
  'countDifferences',
  'promotions',
  'holidays',
] as const;

export type ExportedList = (typeof exportLists)[number];

export interface ExportOptions {
  readonly list: ExportedList;
  /** Of the screen: its page is ignored, everything that matches is written. */
  readonly query: ListQuery;
  /** Keys of the columns shown; all without it. */
  readonly columns?: readonly string[] | undefined;
  readonly language: Language;
  readonly today: BusinessDay;
}

/** As {@link ExportOptions}, with all pages asked for and the days that decide what is expired. */
export interface ExportRequest extends ExportOptions, NearExpiry {}

const sheets: Readonly<
  Record<ExportedList, (db: ReadAccess, request: ExportRequest) => Promise<SheetToWrite>>
> = {
  products: productSheet,
  sales: salesSheet,
  stock: stockSheet,
  stockOverview: stockOverviewSheet,
  movements: movementSheet,
  slowStock: slowStockSheet,
  customers: customerSheet,
  customerOrders: customerOrderSheet,
  partners: partnerSheet,
  policies: policySheet,
  transfers: transferSheet,
  offers: offerSheet,
  documents: documentSheet,
  drafts: draftSheet,
  purchaseOrders: purchaseOrderSheet,
  purchaseOrderLines: purchaseLineSheet,
  reorder: reorderSheet,
  accuracy: accuracySheet,
  imports: importSheet,
  expiry: expirySheet,
  lots: lotSheet,
  inspections: inspectionSheet,
  stocktakes: stocktakeSheet,
  countSheet,
  countDifferences: countDifferenceSheet,
  promotions: promotionSheet,
  holidays: holidaySheet,
};

/** Every row of a list that matches, as a sheet to write. Products, sales, stock and the lines of purchase orders import back unchanged. */
export async function exportList(db: ReadAccess, options: ExportOptions): Promise<SheetToWrite> {
  return sheets[options.list](db, {
    ...options,
    query: { ...options.query, page: 1, pageSize: everyRow },
    ...(await readNearExpiry(db, options.today)),
  });
}
