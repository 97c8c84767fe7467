/** What a sheet is about. `other` is ignored, and said so. */
export const sheetKinds = [
  'products',
  'components',
  'sales',
  'stock',
  'counts',
  'purchaseOrder',
  'orderConfirmation',
  'receipts',
  'movements',
  'promotions',
  'holidays',
  'weather',
  'other',
] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Fields a column can be mapped to, by kind of sheet. The column specification (columns.ts) says how each is read. */
export interface FieldsOfKind {
  products:
    | 'code'
    | 'name'
    | 'barcode'
    | 'category'
    | 'subcategory'
    | 'unit'
    | 'packSize'
    | 'moq'
    | 'leadDays'
    | 'listPrice'
    | 'purchasePrice'
    | 'productKind'
    | 'lotControl'
    | 'shelfLife'
    | 'registrationNumber'
    | 'packBarcode'
    | 'shelf'
    | 'status';
  /** 套装组件. */
  components: 'setCode' | 'setName' | 'productCode' | 'barcode' | 'productName' | 'quantity';
  sales:
    | 'orderNumber'
    | 'day'
    | 'customerCode'
    | 'customerName'
    | 'region'
    | 'province'
    | 'city'
    | 'productCode'
    | 'barcode'
    | 'productName'
    | 'warehouse'
    | 'quantity'
    | 'unitPrice'
    | 'amount'
    | 'phone'
    | 'note';
  stock:
    | 'productCode'
    | 'barcode'
    | 'productName'
    | 'warehouse'
    | 'lot'
    | 'productionDay'
    | 'expiryDay'
    | 'quantity'
    | 'unitCost'
    | 'certificate';
  /** 盘点表: what was found to lie there. */
  counts:
    | 'day'
    | 'productCode'
    | 'barcode'
    | 'productName'
    | 'warehouse'
    | 'lot'
    | 'productionDay'
    | 'expiryDay'
    | 'book'
    | 'counted'
    | 'note';
  /** 入库单, 到货单, 送货单: what came from the supplier. */
  receipts:
    | 'documentNumber'
    | 'orderNumber'
    | 'day'
    | 'supplier'
    | 'warehouse'
    | 'productCode'
    | 'barcode'
    | 'productName'
    | 'unit'
    | 'packSize'
    | 'packs'
    | 'quantity'
    | 'unitPrice'
    | 'amount'
    | 'lot'
    | 'productionDay'
    | 'expiryDay'
    | 'certificate'
    | 'note';
  /** Documents of any kind that a person writes, named by 单据类型. */
  movements:
    | 'documentKind'
    | 'documentNumber'
    | 'day'
    | 'partner'
    | 'warehouse'
    | 'toWarehouse'
    | 'productCode'
    | 'barcode'
    | 'productName'
    | 'lot'
    | 'productionDay'
    | 'expiryDay'
    | 'quantity'
    | 'unitPrice'
    | 'condition'
    | 'reason'
    | 'note';
  purchaseOrder:
    | 'orderNumber'
    | 'day'
    | 'supplier'
    | 'productCode'
    | 'barcode'
    | 'productName'
    | 'unit'
    | 'packSize'
    | 'packs'
    | 'quantity'
    | 'unitPrice'
    | 'amount'
    | 'expectedDay'
    | 'note'
    | 'distributor';
  /** 总部确认: what HQ will send of an order, and when. The other columns of an order are known and not read. */
  orderConfirmation: FieldsOfKind['purchaseOrder'] | 'confirmed' | 'supplierNumber';
  /** 促销: one row a promotion, or a product of it. */
  promotions:
    | 'promotionName'
    | 'firstDay'
    | 'lastDay'
    | 'discount'
    | 'category'
    | 'productCode'
    | 'barcode'
    | 'productName'
    | 'note';
  /** 节假日: days off and 调休 working days. */
  holidays: 'day' | 'dayKind' | 'dayName';
  weather: 'city' | 'day' | 'high' | 'low' | 'sky' | 'wind' | 'warning';
  other: never;
}

export type Field = FieldsOfKind[keyof FieldsOfKind];
/** History feeds the forecast and moves no stock; issue posts each order as an issue document. */
export type SalesMode = 'history' | 'issue';
