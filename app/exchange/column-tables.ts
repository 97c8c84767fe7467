import type { ColumnSpec } from './columns.ts';
import type { Field } from './kinds.ts';

type Options = Omit<ColumnSpec, 'field' | 'shape' | 'synonyms'>;

/** Synonyms are written as one line, divided by `|`, because that is how people read and extend such tables. */
function column(
  field: Field,
  shape: ColumnSpec['shape'],
  synonyms: string,
  options: Options = {},
): ColumnSpec {
  return { field, shape, ...options, synonyms: synonyms.split('|') };
}

const productCode =
  '商品编码|Product code|商品编号|商品代码|产品编码|产品编号|产品代码|货号|货品编码|货品编号|货品代码|物料编码|物料编号|物料号' +
  '|品号|款号|SKU|SKU编码|SKU编号|商品SKU|存货编码|Product number|Product no|Product id|Item code|Item number|Item no|SKU code|Stock code|Article number|Article no|Material number';
const productName =
  '商品名称|Product name|产品名称|货品名称|物料名称|存货名称|品名|商品名|产品名|商品|产品|品名规格|Product|Item|Item name|Description';
const barcode =
  '条码|Barcode|条形码|商品条码|商品条形码|产品条码|国际条码|国条码|69码|EAN|UPC|GTIN|EAN13|EAN code|Bar code|Product barcode';
const unit = '单位|Unit|计量单位|基本单位|销售单位|库存单位|商品单位|包装单位|UOM|Unit of measure';
const packSize =
  '箱规|Pack size|装箱数|装箱量|箱装数|箱入数|件装数|每箱数量|整箱数量|单箱数量|包装数|Case size|Case pack|Units per case|Units per pack';
const note = '备注|Note|说明|备注说明|附言|Notes|Remark|Remarks|Comment|Comments|Memo';
const day =
  '日期|Date|单据日期|业务日期|下单日期|下单时间|订单日期|订单时间|订货日期|Order date|Document date|Invoice date|开票日期|Day';
const warehouse =
  '仓库|Warehouse|仓库名称|仓库编码|仓库代码|所在仓库|库房|仓别|发货仓库|出库仓库|入库仓库|Warehouse name|Warehouse code|Store room';
const orderNumber =
  '订单号|Order number|订单编号|订单编码|订单代码|订单|单号|单据号|单据编号|单据编码|流水号|小票号|Order no|Order id|Order|Document number|Document no|Receipt number' +
  '|发票号|发票号码|Invoice|Invoice number|Invoice no|Invoice id';

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
  column('productCode', 'code', productCode, { required: true }),
  column('barcode', 'barcode', barcode),
  column('productName', 'text', productName),
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
  column(
    'lot',
    'code',
    '批次|Lot|批号|生产批号|产品批号|商品批号|批次号|批次编号|Batch|Lot number|Lot no|Batch number|Batch no',
    { distinctive: true },
  ),
  column(
    'productionDay',
    'day',
    '生产日期|Production date|制造日期|生产时间|出厂日期|Manufacture date|Manufacturing date|Produced on|MFG date',
    { distinctive: true },
  ),
  column(
    'expiryDay',
    'day',
    '有效期至|Expiry date|有效期|效期|失效日期|过期日期|到期日期|到期日|保质期至|限用日期|有效日期|Expiration date|Expiry|Expires on|Best before|EXP date',
    { distinctive: true },
  ),
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
  column('productCode', 'code', productCode, { required: true }),
  column('barcode', 'barcode', barcode),
  column('productName', 'text', productName),
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
