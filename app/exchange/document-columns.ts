import {
  barcode,
  batchColumns,
  certificate,
  column,
  day,
  note,
  orderNumber,
  packSize,
  productCode,
  productName,
  productNames,
  unit,
  warehouse,
} from './column-words.ts';
import type { ColumnSpec } from './columns.ts';

export const receiptColumns: readonly ColumnSpec[] = [
  column(
    'documentNumber',
    'code',
    '单据编号|Document number|单据号|送货单号|Delivery note|入库单号|到货单号|发货单号|收货单号|送货单编号|发货单编号|入库单编号|到货单编号|出货单号|随货单号|Delivery note number|Delivery number|Delivery no|Receipt no|ASN number|ASN',
    { distinctive: true },
  ),
  column(
    'orderNumber',
    'code',
    `采购订单号|Purchase order|采购单号|采购订单编号|采购订单|订货单号|${orderNumber}|Purchase order number|PO number|PO no|PO`,
  ),
  column(
    'day',
    'day',
    `到货日期|Delivery date|入库日期|送货日期|收货日期|到货时间|入库时间|发货日期|${day}|Received on|Receipt date|Arrival date`,
    { past: true },
  ),
  column(
    'supplier',
    'text',
    '供应商|Supplier|供应商名称|供应商编码|供货商|供货单位|发货单位|发货方|送货单位|厂商|厂家|Supplier name|Supplier code|Vendor|Shipper',
    { tight: true, distinctive: true },
  ),
  column('warehouse', 'text', `${warehouse}|收货仓库|到货仓库`, { tight: true }),
  ...productNames,
  column('unit', 'text', unit, { tight: true }),
  column('packSize', 'number', packSize),
  column(
    'packs',
    'number',
    '箱数|Packs|到货箱数|送货箱数|发货箱数|实收箱数|总箱数|Cases|Number of packs|Number of cases',
    {
      distinctive: true,
    },
  ),
  column(
    'quantity',
    'quantity',
    '数量|Quantity|到货数量|入库数量|送货数量|发货数量|收货数量|实收数量|实发数量|实收数|商品数量|产品数量|件数|总件数|Qty|Delivered quantity|Received quantity|Quantity received|Quantity delivered|Pieces',
    { required: true },
  ),
  column(
    'unitPrice',
    'money',
    '单价|Unit price|采购单价|采购价|进价|进货价|供货价|含税单价|商品单价|价格|Price|Purchase price',
  ),
  column(
    'amount',
    'money',
    '金额|Amount|采购金额|进货金额|总金额|总价|含税金额|小计金额|Total amount|Line total',
  ),
  ...batchColumns,
  column('certificate', 'text', certificate, { distinctive: true }),
  column('note', 'text', note),
];

export const movementColumns: readonly ColumnSpec[] = [
  column(
    'documentKind',
    'text',
    '单据类型|Document kind|出入库类型|业务类型|单据类别|出入库类别|单据种类|Document type|Movement type|Transaction type',
    { required: true, tight: true, distinctive: true },
  ),
  column(
    'documentNumber',
    'code',
    `单据编号|Document number|${orderNumber}|出库单号|入库单号|调拨单号|Voucher no`,
  ),
  column('day', 'day', `${day}|出入库日期|调拨日期|发生日期|记账日期|Movement date|Posting date`, {
    past: true,
  }),
  column(
    'partner',
    'text',
    '往来单位|Partner|客户|客户名称|客户编码|供应商|供应商名称|经销商|对方单位|收货单位|对方|Customer|Customer code|Supplier|Distributor|Counterparty',
    { tight: true },
  ),
  column('warehouse', 'text', `调出仓库|From warehouse|${warehouse}|出库仓|调出仓|发出仓库`, { tight: true }),
  column(
    'toWarehouse',
    'text',
    '调入仓库|To warehouse|调入仓|目的仓库|转入仓库|接收仓库|入库仓|Destination warehouse|Target warehouse',
    {
      tight: true,
      distinctive: true,
    },
  ),
  ...productNames,
  ...batchColumns,
  column(
    'quantity',
    'quantity',
    '数量|Quantity|出入库数量|调拨数量|发生数量|变动数量|商品数量|产品数量|件数|Qty|Units|Pieces',
    { required: true },
  ),
  column('unitPrice', 'money', '单价|Unit price|含税单价|商品单价|价格|成本单价|销售单价|Price|Unit cost'),
  column('condition', 'text', '退货情况|Condition|退货状态|商品状况|品相|货品状态|Return condition', {
    tight: true,
    distinctive: true,
  }),
  column('reason', 'text', '原因|Reason|调整原因|报废原因|领用原因|领用用途|用途|Reason code', {
    tight: true,
    distinctive: true,
  }),
  column('note', 'text', note),
];

export const countColumns: readonly ColumnSpec[] = [
  column('day', 'day', `盘点日期|Count date|盘点时间|${day}|Counted on`, { past: true }),
  column('warehouse', 'text', `${warehouse}|盘点仓库`, { tight: true }),
  ...productNames,
  ...batchColumns,
  column(
    'book',
    'quantity',
    '账面数量|Book quantity|账存数量|账面数|账面库存|系统数量|系统库存|账存|System quantity|Book stock',
    { distinctive: true },
  ),
  column(
    'counted',
    'quantity',
    '实盘数量|Counted quantity|盘点数量|实盘数|盘点数|实点数量|实点数|实存数量|实际数量|实盘|实际库存|数量|Quantity|Count|Counted|Physical quantity|Qty',
    { required: true },
  ),
  column('note', 'text', note),
];

export const componentColumns: readonly ColumnSpec[] = [
  column(
    'setCode',
    'code',
    '套装编码|Set code|套装编号|组合编码|组合编号|礼盒编码|套盒编码|母件编码|父件编码|Kit code|Bundle code|Parent code',
    {
      required: true,
      distinctive: true,
    },
  ),
  column(
    'setName',
    'text',
    '套装名称|Set name|组合名称|礼盒名称|套盒名称|母件名称|套装|Kit name|Bundle name',
    { distinctive: true },
  ),
  column(
    'productCode',
    'code',
    `组件编码|Component code|组件编号|子件编码|子件编号|单品编码|${productCode}`,
    { required: true },
  ),
  column('barcode', 'barcode', barcode),
  column('productName', 'text', `组件名称|Component name|子件名称|单品名称|${productName}`),
  column(
    'quantity',
    'quantity',
    '数量|Quantity|组件数量|用量|子件用量|单套数量|每套数量|Qty|Component quantity|Units per set',
    {
      required: true,
    },
  ),
];
