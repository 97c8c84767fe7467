import type { Translation } from '../translation.ts';
import type { orderWorkbook as source } from '../zh-CN/order-workbook.ts';

export const orderWorkbook: Translation<typeof source> = {
  sheet: 'Purchase order',
  title: (p) => (p.distributor === '' ? 'Purchase order' : `Purchase order of ${p.distributor}`),
  draft: 'Draft',
  total: 'Total',
  fileName: (p) => `Purchase order ${p.supplier} ${p.number} ${p.day}.xlsx`,
  unpriced: (p) => `${p.count} lines without a unit price are not in the amount`,
  note: 'Note',
};
