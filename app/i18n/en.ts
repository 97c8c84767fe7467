import { shell } from './en/shell.ts';
import { kit } from './en/kit.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { forecastMethods } from './en/forecast-methods.ts';
import { reorder } from './en/reorder.ts';
import { reorderBalance } from './en/reorder-balance.ts';
import { reorderPolicies } from './en/reorder-policies.ts';
import { documents } from './en/documents.ts';
import { documentWorkbook } from './en/document-workbook.ts';
import { orderWorkbook } from './en/order-workbook.ts';
import { orderWords } from './en/order-words.ts';
import { orders } from './en/orders.ts';
import { stock } from './en/stock.ts';
import { stockWords } from './en/stock-words.ts';
import { barcodes } from './en/barcodes.ts';
import { stocktake } from './en/stocktake.ts';
import { calendar } from './en/calendar.ts';
import { calendarWords } from './en/calendar-words.ts';
import { slowStock } from './en/slow-stock.ts';
import { productCard } from './en/product-card.ts';
import { accuracy } from './en/accuracy.ts';
import { demand } from './en/demand.ts';
import { editFields } from './en/edit-fields.ts';
import { stockOverview } from './en/stock-overview.ts';
import { scan } from './en/scan.ts';
import { labels } from './en/labels.ts';
import { lists } from './en/lists.ts';
import { batches } from './en/batches.ts';
import { settings } from './en/settings.ts';
import { desktop } from './en/desktop.ts';
import { commandLine } from './en/command-line.ts';
import { sheetExamples } from './en/sheet-examples.ts';
import { sheets } from './en/sheets.ts';
import { whatIf } from './en/what-if.ts';
import { errors } from './en/errors.ts';
import type { Catalogue } from './zh-CN.ts';

export const en: Catalogue = {
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
