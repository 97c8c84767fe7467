import type { SqlValue } from '#db/bulk.ts';

import type { CommitBatch, CommitRequest, PlannedDocument } from './commit-types.ts';
import type { Identities } from './identities.ts';

type DocumentLine = PlannedDocument['lines'][number];

/** One issue document for each order, when sales move stock. */
export function* salesDocuments({ plan }: CommitRequest, identities: Identities): Generator<CommitBatch> {
  yield {
    kind: 'documents',
    documents: plan.orders.map((order, index) => ({
      id: identities.documentId(index),
      kind: 'issue',
      day: order.day,
      partnerId: order.customerCode === null ? null : identities.customer(order.customerCode),
      note: order.number,
      lines: order.lines.map((line) => ({
        productId: identities.product(line.productCode),
        warehouseId: identities.warehouse(line.warehouseCode),
        lotId: null,
        quantity: -line.quantity,
        costFen: null,
      })),
    })),
  };
}

/** One opening document for all stock lines of the file: it books what is missing to the counted quantities. */
export function* openingDocument(request: CommitRequest, identities: Identities): Generator<CommitBatch> {
  const { plan, importId, now, file } = request;
  if (plan.stock.length === 0) return;
  const lots: (readonly SqlValue[])[] = [];
  const lines: DocumentLine[] = plan.stock.map((line) => {
    const productId = identities.product(line.productCode);
    let lotId: string | null = null;
    if (line.lot !== null) {
      const lot = identities.lot(line.productCode, line.lot);
      lotId = lot.id;
      if (!lot.known)
        lots.push([lot.id, productId, line.lot, line.productionDay, line.expiryDay, importId, now]);
    }
    return {
      productId,
      warehouseId: identities.warehouse(line.warehouse),
      lotId,
      quantity: line.difference,
      costFen: line.unitCost === null ? null : line.unitCost * line.difference,
    };
  });
  yield {
    kind: 'rows',
    table: 'lot',
    columns: ['id', 'product_id', 'code', 'production_day', 'expiry_day', 'import_id', 'created_at'],
    rows: lots,
  };
  const id = identities.newDocumentId();
  yield {
    kind: 'documents',
    documents: [{ id, kind: 'opening', day: plan.options.asOf, partnerId: null, note: file.name, lines }],
  };
}
