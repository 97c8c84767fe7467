import { scanKinds } from './kinds.ts';
import type { InputOf, OutputOf } from '../api/contract.ts';
import type { LineLot, LineProduct, ScanLine } from './session.ts';
import type { ScanState } from './state.ts';

type Sheet = InputOf<'documents.preview'>;
type SheetLine = Sheet['lines'][number];
type StoredLine = OutputOf<'documents.draft'>['sheet']['lines'][number];

/** The document as it would be posted. Batches stand in it by what is on the box, so that it can be read without the store. */
export function sheetOf({ kind, head, session }: Pick<ScanState, 'kind' | 'head' | 'session'>): Sheet {
  return {
    kind: scanKinds[kind].kind,
    day: head.day,
    warehouseId: head.warehouse.id,
    toWarehouseId: head.toWarehouse?.id ?? null,
    partnerId: head.partner?.id ?? null,
    orderId: head.order?.id ?? null,
    lines: session.lines.map(sheetLine),
  };
}

function sheetLine(line: ScanLine): SheetLine {
  return {
    productId: line.product.id,
    quantity: line.quantity,
    lot: line.lot,
    unitPrice: line.unitPrice,
    orderLine: line.orderLine,
    ...(line.lotReason === '' ? {} : { lotReason: line.lotReason }),
  };
}

/** The lines of a draft, again as scanned. `lots`: by id. */
export function linesOf(
  lines: readonly StoredLine[],
  products: ReadonlyMap<string, LineProduct>,
  lots: ReadonlyMap<string, LineLot>,
): ScanLine[] {
  return lines.flatMap((line) => {
    const product = products.get(line.productId);
    if (product === undefined) return [];
    return [
      {
        product,
        lot: lotOf(line, lots),
        lotReason: line.lotReason ?? '',
        quantity: line.quantity,
        orderLine: line.orderLine ?? null,
        unitPrice: line.unitPrice ?? null,
      },
    ];
  });
}

function lotOf({ lot }: StoredLine, lots: ReadonlyMap<string, LineLot>): LineLot | null {
  if (lot === undefined || lot === null) return null;
  if ('lotId' in lot) return lots.get(lot.lotId) ?? null;
  return { code: lot.code, productionDay: lot.productionDay ?? null, expiryDay: lot.expiryDay ?? null };
}

/** Whether a draft holds nothing but what scanning writes: what else stands in one must not be lost by going on with it here. */
export function isScannable(sheet: OutputOf<'documents.draft'>['sheet']): boolean {
  return (
    sheet.note === '' &&
    (sheet.originId ?? null) === null &&
    (sheet.reason ?? null) === null &&
    sheet.lines.every(
      (line) =>
        (line.originLine ?? null) === null &&
        (line.note ?? '') === '' &&
        line.condition === undefined &&
        line.restFollows === undefined &&
        line.componentLots === undefined &&
        (line.lot === undefined ||
          line.lot === null ||
          'lotId' in line.lot ||
          line.lot.certificate === undefined),
    )
  );
}
