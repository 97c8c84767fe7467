/** What a sheet is about. `other` is ignored, and said so. */
export type SheetKind = 'products' | 'sales' | 'stock' | 'purchaseOrder' | 'other';

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
    | 'status';
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
    | 'unitCost';
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
  other: never;
}

export type Field = FieldsOfKind[keyof FieldsOfKind];
/** History feeds the forecast and moves no stock; issue posts each order as an issue document. */
export type SalesMode = 'history' | 'issue';
