import { invalidate } from '../api/hooks.ts';

/** After a document was posted or taken back: everything that shows stock, orders or sales is old. */
export function stockMoved(): Promise<void> {
  return invalidate(
    'documents',
    'sheets',
    'stock',
    'products',
    'lots',
    'expiry',
    'inspections',
    'home',
    'purchaseOrders',
    'customerOrders',
    'sales',
    'stocktakes',
  );
}
