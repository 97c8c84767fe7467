import { shell } from './zh-CN/shell.ts';
import { kit } from './zh-CN/kit.ts';
import { home } from './zh-CN/home.ts';
import { imports } from './zh-CN/imports.ts';
import { forecastMethods } from './zh-CN/forecast-methods.ts';
import { reorder } from './zh-CN/reorder.ts';
import { reorderBalance } from './zh-CN/reorder-balance.ts';
import { reorderPolicies } from './zh-CN/reorder-policies.ts';
import { documents } from './zh-CN/documents.ts';
import { documentWorkbook } from './zh-CN/document-workbook.ts';
import { orderWorkbook } from './zh-CN/order-workbook.ts';
import { orderWords } from './zh-CN/order-words.ts';
import { orders } from './zh-CN/orders.ts';
import { stock } from './zh-CN/stock.ts';
import { stockWords } from './zh-CN/stock-words.ts';
import { barcodes } from './zh-CN/barcodes.ts';
import { stocktake } from './zh-CN/stocktake.ts';
import { calendar } from './zh-CN/calendar.ts';
import { calendarWords } from './zh-CN/calendar-words.ts';
import { slowStock } from './zh-CN/slow-stock.ts';
import { productCard } from './zh-CN/product-card.ts';
import { accuracy } from './zh-CN/accuracy.ts';
import { demand } from './zh-CN/demand.ts';
import { editFields } from './zh-CN/edit-fields.ts';
import { stockOverview } from './zh-CN/stock-overview.ts';
import { scan } from './zh-CN/scan.ts';
import { labels } from './zh-CN/labels.ts';
import { lists } from './zh-CN/lists.ts';
import { batches } from './zh-CN/batches.ts';
import { settings } from './zh-CN/settings.ts';
import { desktop } from './zh-CN/desktop.ts';
import { commandLine } from './zh-CN/command-line.ts';
import { sheetExamples } from './zh-CN/sheet-examples.ts';
import { sheets } from './zh-CN/sheets.ts';
import { whatIf } from './zh-CN/what-if.ts';
import { errors } from './zh-CN/errors.ts';
import type { Translation } from './translation.ts';

/** Every text of the application. zh-CN is the source: a key missing in another language does not compile. */
export const zhCN = {
  shell,
  kit,
  home,
  imports,
  forecastMethods,
  reorder,
  reorderBalance,
  reorderPolicies,
  documents,
  documentWorkbook,
  orderWorkbook,
  orderWords,
  orders,
  stock,
  stockWords,
  barcodes,
  stocktake,
  calendar,
  calendarWords,
  slowStock,
  productCard,
  demand,
  accuracy,
  editFields,
  stockOverview,
  scan,
  labels,
  lists,
  batches,
  settings,
  desktop,
  commandLine,
  sheets,
  sheetExamples,
  whatIf,
  errors,
};

export type Catalogue = Translation<typeof zhCN>;
