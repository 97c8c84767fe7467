import { lotCode } from '#app/exchange/stock-book.ts';
import type {
  PlannedCount,
  PlannedDocument as WrittenInFile,
  PlannedSalesOrder,
} from '#app/exchange/planned-types.ts';
import type { PlannedEntry } from '#app/stock/plan-types.ts';
import { bulkChunk } from '#db/bulk.ts';
import { fingerprint } from '#db/queries/fingerprints.ts';

import type { CommitBatch, CommitRequest, PlannedDocument, SheetToPost } from './commit-types.ts';
import type { Identities } from './identities.ts';

type DocumentLine = PlannedDocument['lines'][number];

/** Documents in one piece of work for the writer. */
const atATime = bulkChunk / 4;

/** Batches that the file names first. */
export function* lotRows(
  { plan, importId, now }: CommitRequest,
  identities: Identities,
): Generator<CommitBatch> {
  yield {
    kind: 'rows',
    table: 'lot',
    columns: [
      'id',
      'product_id',
      'code',
      'production_day',
      'expiry_day',
      'certificate_number',
      'import_id',
      'created_at',
    ],
    rows: plan.lots.map((lot) => [
      identities.lot(lot.productCode, lot.code),
      identities.product(lot.productCode),
      lot.code,
      lot.productionDay,
      lot.expiryDay,
      lot.certificate,
      importId,
      now,
    ]),
  };
}

/** The documents as written, with ids instead of codes. */
export function* sheetsToPost({ plan }: CommitRequest, identities: Identities): Generator<CommitBatch> {
  for (let start = 0; start < plan.documents.length; start += atATime) {
    const some = plan.documents.slice(start, start + atATime);
    yield { kind: 'sheets', sheets: some.map((document) => withIds(document, identities)) };
  }
}

function withIds({ sheet, keys }: WrittenInFile, identities: Identities): SheetToPost {
  const lines = sheet.lines.map((line) => ({
    ...line,
    productId: identities.product(line.productId),
    ...(line.lot !== null && line.lot !== undefined && 'lotId' in line.lot
      ? { lot: { lotId: identities.lot(line.productId, lotCode(line.lot.lotId)) } }
      : {}),
  }));
  const { toWarehouseId, partnerId, orderId } = sheet;
  return {
    sheet: {
      ...sheet,
      warehouseId: identities.warehouse(sheet.warehouseId),
      ...(toWarehouseId ? { toWarehouseId: identities.warehouse(toWarehouseId) } : {}),
      ...(partnerId ? { partnerId: identities.partner(partnerId) } : {}),
      ...(orderId ? { orderId: identities.order(orderId) } : {}),
      lines,
    },
    fingerprints: keys.flatMap((key) => (key === '' ? [] : [fingerprint(key)])),
  };
}

/** One document for each order, when sales move stock: what its plan booked. */
export function* salesDocuments({ plan }: CommitRequest, identities: Identities): Generator<CommitBatch> {
  for (let start = 0; start < plan.orders.length; start += atATime) {
    const some = plan.orders.slice(start, start + atATime);
    yield {
      kind: 'documents',
      documents: some.map((order, index) => salesDocument(order, start + index, identities)),
    };
  }
}

function salesDocument(order: PlannedSalesOrder, index: number, identities: Identities): PlannedDocument {
  const entries = order.document?.entries ?? [];
  const [first] = entries;
  return {
    id: identities.documentId(index),
    kind: order.document?.kind ?? 'issue',
    day: order.day,
    partnerId: order.customerCode === null ? null : identities.customer(order.customerCode),
    note: order.number,
    warehouseId: first === undefined ? null : identities.warehouse(first.warehouseId),
    lines: entries.map((entry) => lineOf(entry, identities)),
  };
}

function lineOf(
  { productId, warehouseId, lot, quantity, cost }: PlannedEntry,
  identities: Identities,
): DocumentLine {
  const code = lot === null ? null : 'lotId' in lot ? lotCode(lot.lotId) : lot.newLot;
  return {
    productId: identities.product(productId),
    warehouseId: identities.warehouse(warehouseId),
    lotId: code === null ? null : identities.lot(productId, code),
    quantity,
    costFen: cost,
  };
}

/** One opening document for all stock lines of the file: it books what is missing to the counted quantities. */
export function* openingDocument(request: CommitRequest, identities: Identities): Generator<CommitBatch> {
  const { plan, file } = request;
  if (plan.stock.length === 0) return;
  const lines: DocumentLine[] = plan.stock.map((line) => ({
    productId: identities.product(line.productCode),
    warehouseId: identities.warehouse(line.warehouse),
    lotId: line.lot === null ? null : identities.lot(line.productCode, line.lot),
    quantity: line.difference,
    costFen: line.unitCost === null ? null : line.unitCost * line.difference,
  }));
  const id = identities.newDocumentId();
  const head = { id, kind: 'opening', day: plan.options.asOf, partnerId: null, warehouseId: null } as const;
  yield { kind: 'documents', documents: [{ ...head, note: file.name, lines }] };
}

/** One stocktake for each warehouse and day, with what was counted as anchors for entries dated before it. */
export function* countDocuments(
  { plan, file }: CommitRequest,
  identities: Identities,
): Generator<CommitBatch> {
  const groups = Map.groupBy(plan.counts, ({ warehouse, day }) => `${warehouse}\u001F${day}`);
  for (const counts of groups.values()) {
    const [first] = counts;
    if (first === undefined) continue;
    const id = identities.newDocumentId();
    const warehouseId = identities.warehouse(first.warehouse);
    const head = {
      id,
      kind: 'stocktake',
      day: first.day,
      partnerId: null,
      note: file.name,
      warehouseId,
    } as const;
    const placeOf = ({ productCode, lot }: PlannedCount) => ({
      productId: identities.product(productCode),
      lotId: lot === null ? null : identities.lot(productCode, lot),
    });
    const lines = counts
      .filter(({ difference }) => difference !== 0)
      .map((count) => ({ ...placeOf(count), warehouseId, quantity: count.difference, costFen: null }));
    yield { kind: 'documents', documents: [{ ...head, lines }] };
    yield {
      kind: 'rows',
      table: 'stock_anchor',
      columns: ['product_id', 'warehouse_id', 'lot_key', 'day', 'document_id', 'quantity'],
      rows: counts.map((count) => {
        const { productId, lotId } = placeOf(count);
        return [productId, warehouseId, lotId ?? '', count.day, id, count.counted];
      }),
    };
  }
}
