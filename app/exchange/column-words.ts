import type { ColumnSpec } from './columns.ts';
import type { Field } from './kinds.ts';

type Options = Omit<ColumnSpec, 'field' | 'shape' | 'synonyms'>;

/** Synonyms are written as one line, divided by `|`, because that is how people read and extend such tables. */
export function column(
  field: Field,
  shape: ColumnSpec['shape'],
  synonyms: string,
  options: Options = {},
): ColumnSpec {
  return { field, shape, ...options, synonyms: synonyms.split('|') };
}

export const productCode =
  '商品编码|Product code|商品编号|商品代码|产品编码|产品编号|产品代码|货号|货品编码|货品编号|货品代码|物料编码|物料编号|物料号' +
  '|品号|款号|SKU|SKU编码|SKU编号|商品SKU|存货编码|Product number|Product no|Product id|Item code|Item number|Item no|SKU code|Stock code|Article number|Article no|Material number';
export const productName =
  '商品名称|Product name|产品名称|货品名称|物料名称|存货名称|品名|商品名|产品名|商品|产品|品名规格|Product|Item|Item name|Description';
export const barcode =
  '条码|Barcode|条形码|商品条码|商品条形码|产品条码|国际条码|国条码|69码|EAN|UPC|GTIN|EAN13|EAN code|Bar code|Product barcode';
export const unit = '单位|Unit|计量单位|基本单位|销售单位|库存单位|商品单位|包装单位|UOM|Unit of measure';
export const packSize =
  '箱规|Pack size|装箱数|装箱量|箱装数|箱入数|件装数|每箱数量|整箱数量|单箱数量|包装数|Case size|Case pack|Units per case|Units per pack';
export const note = '备注|Note|说明|备注说明|附言|Notes|Remark|Remarks|Comment|Comments|Memo';
export const day =
  '日期|Date|单据日期|业务日期|下单日期|下单时间|订单日期|订单时间|订货日期|Order date|Document date|Invoice date|开票日期|Day';
export const warehouse =
  '仓库|Warehouse|仓库名称|仓库编码|仓库代码|所在仓库|库房|仓别|发货仓库|出库仓库|入库仓库|Warehouse name|Warehouse code|Store room';
export const orderNumber =
  '订单号|Order number|订单编号|订单编码|订单代码|订单|单号|单据号|单据编号|单据编码|流水号|小票号|Order no|Order id|Order|Document number|Document no|Receipt number' +
  '|发票号|发票号码|Invoice|Invoice number|Invoice no|Invoice id';
export const lot =
  '批次|Lot|批号|生产批号|产品批号|商品批号|批次号|批次编号|Batch|Lot number|Lot no|Batch number|Batch no';
export const productionDay =
  '生产日期|Production date|制造日期|生产时间|出厂日期|Manufacture date|Manufacturing date|Produced on|MFG date';
export const expiryDay =
  '有效期至|Expiry date|有效期|效期|失效日期|过期日期|到期日期|到期日|保质期至|限用日期|限期使用日期|有效日期|Expiration date|Expiry|Expires on|Best before|EXP date';
export const certificate =
  '检验报告|Certificate|检验报告编号|检验报告号|出厂检验报告|检验合格证|合格证号|质检报告|质检单号|报告编号|Certificate number|Certificate no|Inspection report|COA';

/** What every sheet with goods names them by. */
export const productNames: readonly ColumnSpec[] = [
  column('productCode', 'code', productCode, { required: true }),
  column('barcode', 'barcode', barcode),
  column('productName', 'text', productName),
];

export const batchColumns: readonly ColumnSpec[] = [
  column('lot', 'code', lot, { distinctive: true }),
  column('productionDay', 'day', productionDay, { distinctive: true }),
  column('expiryDay', 'day', expiryDay, { distinctive: true }),
];
