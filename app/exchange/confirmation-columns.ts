import { purchaseColumns } from './column-tables.ts';
import { column } from './column-words.ts';
import type { ColumnSpec } from './columns.ts';

/**
 * HQ's answer to an order. Mostly the order itself comes back with a column more, so that all columns of an order are known here,
 * though only some are read; which order it is, what it confirms and of what, nothing else is needed.
 */
export const confirmationColumns: readonly ColumnSpec[] = [
  column(
    'confirmed',
    'quantity',
    '确认数量|Confirmed quantity|确认数|总部确认数量|总部确认|确认件数|回复数量|核准数量|核准数|批准数量|审批数量|审核数量|可供数量|可供货数量|可发数量|实际可发|承诺数量|Confirmed|Confirmed qty|Qty confirmed|Quantity confirmed|Approved quantity|Approved qty|Available to ship|Promised quantity',
    { required: true, distinctive: true },
  ),
  column(
    'supplierNumber',
    'code',
    '总部单号|HQ number|总部订单号|总部编号|总部订单编号|供应商单号|供应商订单号|确认单号|确认书编号|HQ order number|HQ order|Supplier number|Supplier order number|Vendor order number|Confirmation number|Confirmation no',
    { distinctive: true },
  ),
  ...purchaseColumns.map(({ field, shape, tight, synonyms }): ColumnSpec => ({
    field,
    shape,
    ...(tight === true ? { tight } : {}),
    ...(field === 'orderNumber' || field === 'productCode' ? { required: true as const } : {}),
    ...(field === 'expectedDay' ? { distinctive: true as const } : {}),
    synonyms,
  })),
];
