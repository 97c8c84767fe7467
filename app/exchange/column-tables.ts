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

export const productColumns: readonly ColumnSpec[] = [
  column('code', 'code', `${productCode}|编码|编号|代码|Code`, { required: true }),
  column('name', 'text', `${productName}|名称|Name`),
  column('barcode', 'barcode', barcode),
  column(
    'category',
    'text',
    '大类|Category|商品大类|产品大类|类别|分类|商品类别|商品分类|产品类别|产品分类|一级分类|一级类目|品类|类目|Product category|Main category',
    { tight: true, distinctive: true },
  ),
  column(
    'subcategory',
    'text',
    '小类|Subcategory|商品小类|产品小类|子类|子类别|商品子类|二级分类|二级类目|Sub category|Product subcategory',
    { tight: true, distinctive: true },
  ),
  column('unit', 'text', unit, { tight: true }),
  column('packSize', 'number', packSize),
  column(
    'moq',
    'number',
    '起订量|MOQ|最小起订量|最低起订量|最小订货量|最小订购量|起订数量|起订数|Minimum order quantity|Min order qty|Min order',
    { distinctive: true },
  ),
  column(
    'leadDays',
    'number',
    '交货天数|Lead days|交货周期|交货期|采购周期|到货天数|到货周期|供货周期|提前期|采购提前期|交期|备货天数|Lead time|Lead time days',
    { distinctive: true },
  ),
  column(
    'listPrice',
    'money',
    '标准售价|List price|销售单价|零售价|零售单价|建议零售价|售价|单价|价格|定价|标价|吊牌价|销售价|销售价格|目录价|商品单价|产品单价|商品价格|Price|Unit price|Retail price|Sales price|MSRP',
    { distinctive: true },
  ),
  column(
    'purchasePrice',
    'money',
    '采购价|Purchase price|进价|进货价|采购单价|供货价|成本价|拿货价|Buying price|Cost price',
    { distinctive: true },
  ),
  column('productKind', 'text', '商品类型|Product kind|产品类型|商品性质|货品类型|Product type|Item type', {
    tight: true,
    distinctive: true,
  }),
  column(
    'lotControl',
    'text',
    '批次管理|Batch control|按批次管理|批号管理|效期管理|Lot control|Lot tracking|Batch tracking',
    {
      tight: true,
      distinctive: true,
    },
  ),
  column(
    'shelfLife',
    'number',
    '保质期|Shelf life|保质期天数|保质天数|有效期天数|保质期（天）|Shelf life days',
    {
      distinctive: true,
    },
  ),
  column(
    'registrationNumber',
    'code',
    '注册备案号|Registration number|备案号|备案编号|注册证号|备案凭证号|批准文号|注册证编号|备案凭证编号|Filing number|Registration no|Licence number',
    { distinctive: true },
  ),
  column(
    'packBarcode',
    'barcode',
    '箱码|Pack barcode|箱条码|外箱条码|整箱条码|大包装条码|Case barcode|Carton barcode|ITF14',
    {
      distinctive: true,
    },
  ),
  column('shelf', 'text', '货位|Shelf|货架|库位|储位|货架号|Bin|Bin location|Location', {
    tight: true,
    distinctive: true,
  }),
  column('status', 'text', '状态|Status|商品状态|产品状态|销售状态|是否启用|启用状态|Product status|Active', {
    tight: true,
    distinctive: true,
  }),
];

export const salesColumns: readonly ColumnSpec[] = [
  column(
    'orderNumber',
    'code',
    `${orderNumber}|销售单号|销售订单号|销售订单编号|出库单号|Sales order|Sales order number`,
  ),
  column(
    'day',
    'day',
    `${day}|销售日期|销售时间|出库日期|发货日期|成交日期|交易日期|交易时间|购买日期|Sales date|Sale date|Transaction date`,
    { required: true, past: true },
  ),
  column(
    'customerCode',
    'code',
    '客户编码|Customer code|客户编号|客户代码|客户号|会员编号|会员编码|会员号|会员卡号|门店编码|门店编号|Customer number|Customer no|Customer id|Client code|Member id',
    { distinctive: true },
  ),
  column(
    'customerName',
    'text',
    '客户名称|Customer name|客户|客户姓名|会员姓名|会员名称|门店名称|购买人|顾客|顾客姓名|Customer|Client|Client name|Buyer',
    { distinctive: true },
  ),
  column(
    'region',
    'text',
    '区域|Region|所在区域|大区|所在大区|销售区域|客户区域|地区|所在地区|片区|Area|Sales region',
    { tight: true, distinctive: true },
  ),
  column('province', 'text', '省份|Province|所在省份|省|所在省|客户省份|省市|State', {
    tight: true,
    distinctive: true,
  }),
  column('city', 'text', '城市|City|所在地市|地市|所在城市|市|所在市|客户城市|Town', {
    tight: true,
    distinctive: true,
  }),
  ...productNames,
  column('warehouse', 'text', warehouse, { tight: true }),
  column(
    'quantity',
    'quantity',
    '数量|Quantity|销售数量|销量|订购数量|订货数量|订单数量|商品数量|产品数量|购买数量|出库数量|发货数量|件数|Qty|Sales quantity|Quantity sold|Units|Units sold',
    { required: true },
  ),
  column(
    'unitPrice',
    'money',
    '单价|Unit price|订购单价|销售单价|成交单价|成交价|销售价|售价|价格|商品单价|产品单价|含税单价|Price|Sales price',
  ),
  column(
    'amount',
    'money',
    '金额|Amount|销售金额|销售额|订单金额|订购金额|成交金额|总金额|总价|实付金额|实收金额|含税金额|小计金额|Total amount|Line total|Sales amount|Revenue',
  ),
  column(
    'phone',
    'phone',
    '电话|Phone|手机|手机号|手机号码|联系电话|客户电话|电话号码|会员手机|Mobile|Telephone|Phone number|Tel',
  ),
  column('note', 'text', note),
];

export const stockColumns: readonly ColumnSpec[] = [
  column('productCode', 'code', `${productCode}|编码|编号|Code`, { required: true }),
  column('barcode', 'barcode', barcode),
  column('productName', 'text', `${productName}|名称|Name`),
  column('warehouse', 'text', warehouse, { tight: true, distinctive: true }),
  ...batchColumns,
  column(
    'quantity',
    'quantity',
    '数量|Quantity|库存数量|库存|库存量|当前库存|现有库存|现存量|可用库存|在库数量|结存|结存数量|期初数量|期初库存|盘点数量|实盘数量|实盘数|商品数量|产品数量|Qty|On hand|Stock|Stock quantity|Stock qty|On hand quantity|Quantity on hand|Inventory|Counted quantity',
    { required: true },
  ),
  column(
    'unitCost',
    'money',
    '成本单价|Unit cost|成本|成本价|单位成本|进价|进货价|采购价|采购单价|Cost|Cost price|Purchase price',
    { distinctive: true },
  ),
  column('certificate', 'text', certificate),
];

export const purchaseColumns: readonly ColumnSpec[] = [
  column(
    'orderNumber',
    'code',
    `${orderNumber}|采购单号|采购订单号|采购订单编号|采购订单|订货单号|Purchase order|Purchase order number|PO number|PO no|PO`,
    { required: true },
  ),
  column('day', 'day', `${day}|采购日期|Purchase date`, { required: true, past: true }),
  column(
    'supplier',
    'text',
    '供应商|Supplier|供应商名称|供应商编码|供货商|供货单位|厂商|厂家|Supplier name|Supplier code|Vendor',
    { tight: true, distinctive: true },
  ),
  column(
    'distributor',
    'text',
    '经销商|Distributor|订货单位|代理商|总代|经销商名称|订货方|Distributor name|Ordered by',
    { tight: true, distinctive: true },
  ),
  ...productNames,
  column('unit', 'text', unit, { tight: true }),
  column('packSize', 'number', packSize, { distinctive: true }),
  column(
    'packs',
    'number',
    '箱数|Packs|订购箱数|订货箱数|采购箱数|总箱数|Cases|Number of packs|Number of cases',
    { distinctive: true },
  ),
  column(
    'quantity',
    'quantity',
    '数量|Quantity|采购数量|采购量|订购数量|订货数量|订货量|订单数量|进货数量|商品数量|产品数量|Qty|Order quantity|Ordered quantity|Purchase quantity',
    { required: true },
  ),
  column(
    'unitPrice',
    'money',
    '单价|Unit price|采购单价|采购价|进价|订购单价|订货单价|订货价|供货价|含税单价|商品单价|价格|Price|Purchase price',
  ),
  column(
    'amount',
    'money',
    '金额|Amount|采购金额|订购金额|订货金额|订单金额|总金额|总价|含税金额|Total amount|Line total',
  ),
  column(
    'expectedDay',
    'day',
    '预计到货日|Expected date|预计到货|预计到货日期|预计到货时间|期望到货日|期望到货日期|要求到货日|要求到货日期|交货日期|到货日期|Expected day|Expected delivery|Delivery date|Expected on|ETA',
    { distinctive: true },
  ),
  column('note', 'text', note),
];
