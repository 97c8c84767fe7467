import type { StockSheet } from '#app/stock/stock-sheet.ts';
import { originLines } from '#db/queries/stock/facts-related.ts';
import type { Write } from '#db/store.ts';

import { postSheet } from './post-sheet.ts';
import type { PostedSheet, SheetTerms } from './post-sheet.ts';

/** Posts the arrival of a whole dispatch on its own day, where a transfer is not waited for. Null for other documents. */
export async function postArrival(
  write: Write,
  dispatch: StockSheet,
  documentId: string,
  terms: SheetTerms,
): Promise<PostedSheet | null> {
  if (dispatch.kind !== 'transfer_out') return null;
  const lines = await originLines(write.trx, documentId, 'counter');
  const arrival: StockSheet = {
    kind: 'transfer_in',
    day: dispatch.day,
    warehouseId: dispatch.toWarehouseId ?? '',
    originId: documentId,
    note: dispatch.note,
    lines: lines.map(({ line, productId, quantity }) => ({ productId, quantity, originLine: line })),
  };
  return postSheet(write, arrival, terms);
}
