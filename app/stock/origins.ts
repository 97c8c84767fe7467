import type { EntryRole, StockDocumentKind, WrittenKind } from './stock-words.ts';

/** The kinds of documents that a written one may answer: an arrival its dispatch, a return what was issued or received. */
export const originKinds: Readonly<Partial<Record<WrittenKind, readonly StockDocumentKind[]>>> = {
  transfer_in: ['transfer_out'],
  customer_return: ['issue'],
  supplier_return: ['receipt'],
  disassembly: ['assembly'],
};

/** The movements of an origin that can be answered: what is on its way, what went into a set, else what was written. */
export function answeredRole(kind: StockDocumentKind): EntryRole {
  if (kind === 'transfer_out') return 'counter';
  return kind === 'assembly' ? 'component' : 'main';
}
