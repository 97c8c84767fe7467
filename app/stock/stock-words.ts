/** Every kind of document that moves stock. */
export const stockDocumentKinds = [
  'opening',
  'receipt',
  'issue',
  'customer_return',
  'supplier_return',
  'transfer_out',
  'transfer_in',
  'exchange_out',
  'exchange_in',
  'stocktake',
  'adjustment',
  'assembly',
  'disassembly',
  'internal_use',
  'scrap',
] as const;
export type StockDocumentKind = (typeof stockDocumentKinds)[number];

/** Kinds that a person writes line by line; opening stock and counts have sheets of their own. */
export const writtenKinds = [
  'receipt',
  'issue',
  'customer_return',
  'supplier_return',
  'transfer_out',
  'transfer_in',
  'exchange_out',
  'exchange_in',
  'adjustment',
  'assembly',
  'disassembly',
  'internal_use',
  'scrap',
] as const satisfies readonly StockDocumentKind[];
export type WrittenKind = (typeof writtenKinds)[number];

/**
 * What one ledger line is in its document: what was written (`main`), the other side of a transfer (`counter`), a part of a set
 * (`component`), what was lost or found on the way (`difference`), or cost that moves without goods (`variance`).
 */
export type EntryRole = 'main' | 'counter' | 'component' | 'difference' | 'variance';

/** A set is made of components and stocked as itself; a service moves no stock. */
export const productKinds = ['goods', 'set', 'service'] as const;
export type ProductKind = (typeof productKinds)[number];

/** Stock in quarantine and in transit between own warehouses is owned, and not available. */
export const warehouseKinds = ['own', 'quarantine', 'transit'] as const;
export type WarehouseKind = (typeof warehouseKinds)[number];

/** Why stock was adjusted, used up or scrapped. */
export const stockReasons = [
  'damage',
  'loss',
  'found',
  'correction',
  'expired',
  'sample',
  'tester',
  'training',
  'gift',
  'other',
] as const;
export type StockReason = (typeof stockReasons)[number];

/** What becomes of goods that a customer brings back: sold again, damaged, or to be sent back to HQ. */
export const returnConditions = ['sellable', 'damaged', 'supplier'] as const;
export type ReturnCondition = (typeof returnConditions)[number];
