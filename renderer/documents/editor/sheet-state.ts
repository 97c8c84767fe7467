import type { StockSheetInput } from '#app/stock/stock-sheet.ts';
import type { ReturnCondition, StockReason, WrittenKind } from '#app/stock/stock-words.ts';
import type { InputOf, OutputOf } from '../../api/contract.ts';
import { readDay } from '../../ui/day-field.tsx';

export type SheetProduct = OutputOf<'sheets.products'>[number];
/** As it comes from the store: with days that are known to be days. */
export type KeptSheet = OutputOf<'documents.draft'>['sheet'];
type SheetToSend = InputOf<'documents.preview'>;

export interface SheetHead {
  readonly kind: WrittenKind;
  /** As typed; '' is none. */
  readonly day: string;
  readonly warehouseId: string;
  readonly toWarehouseId: string | null;
  readonly partnerId: string | null;
  readonly orderId: string | null;
  readonly originId: string | null;
  readonly reason: StockReason | null;
  readonly note: string;
  /** Of a dispatch: it arrives the same day. */
  readonly arrives: boolean;
}

/** A batch as typed: by what stands on the box, or the id of one that was chosen. */
export interface LotTyped {
  readonly lotId: string | null;
  readonly code: string;
  readonly production: string;
  readonly expiry: string;
  readonly certificate: string;
}

export interface SheetLine {
  readonly key: string;
  readonly product: SheetProduct | null;
  /** What stands in the product field while no product is chosen. */
  readonly text: string;
  readonly quantity: number | null;
  /** Fen. */
  readonly price: number | null;
  readonly lot: LotTyped;
  readonly lotReason: string;
  readonly componentLots: Readonly<Record<string, LotTyped>>;
  readonly orderLine: number | null;
  readonly originLine: number | null;
  /** Of the order's or origin's line: what is still open. */
  readonly open: number | null;
  readonly condition: ReturnCondition;
  readonly restFollows: boolean;
  readonly note: string;
}

export interface SheetState {
  readonly head: SheetHead;
  readonly lines: readonly SheetLine[];
}

export const noLot: LotTyped = { lotId: null, code: '', production: '', expiry: '', certificate: '' };

export function blankLine(): SheetLine {
  return {
    key: crypto.randomUUID(),
    product: null,
    text: '',
    quantity: null,
    price: null,
    lot: noLot,
    lotReason: '',
    componentLots: {},
    orderLine: null,
    originLine: null,
    open: null,
    condition: 'sellable',
    restFollows: false,
    note: '',
  };
}

/** Nothing was typed yet: such lines are left out. */
export function isBlank(line: SheetLine): boolean {
  return line.product === null && line.text.trim() === '' && line.quantity === null && line.lot.code === '';
}

/** Lines that can be planned: with a product and a quantity. The sheet that is sent has these, in this order. */
export function sentLines(lines: readonly SheetLine[]): (SheetLine & { readonly product: SheetProduct })[] {
  return lines.flatMap((line) =>
    line.product === null || line.quantity === null ? [] : [{ ...line, product: line.product }],
  );
}

/** What the application is sent; a day that cannot be read goes as it was typed and is refused there. */
export function sheetToSend({ head, lines }: SheetState): SheetToSend {
  const { arrives: _, ...fields } = head;
  return { ...fields, day: dayText(head.day), lines: sentLines(lines).map(lineToSend) };
}

function lineToSend(line: SheetLine & { readonly product: SheetProduct }): StockSheetInput['lines'][number] {
  // The batch of a line that answers an origin is the origin's.
  const lot = line.originLine === null ? lotToSend(line.lot) : null;
  const componentLots = Object.entries(line.componentLots).flatMap(([productId, typed]) => {
    const choice = lotToSend(typed);
    return choice === null ? [] : [{ productId, lot: choice }];
  });
  return {
    productId: line.product.id,
    quantity: line.quantity ?? 0,
    ...(lot === null ? {} : { lot }),
    ...(line.lotReason.trim() === '' ? {} : { lotReason: line.lotReason.trim() }),
    ...(line.price === null ? {} : { unitPrice: line.price }),
    ...(componentLots.length === 0 ? {} : { componentLots }),
    ...(line.orderLine === null ? {} : { orderLine: line.orderLine }),
    ...(line.originLine === null ? {} : { originLine: line.originLine }),
    ...(line.condition === 'sellable' ? {} : { condition: line.condition }),
    ...(line.restFollows ? { restFollows: true } : {}),
    ...(line.note === '' ? {} : { note: line.note }),
  };
}

function lotToSend(typed: LotTyped): NonNullable<StockSheetInput['lines'][number]['lot']> | null {
  const code = typed.code.trim();
  const [production, expiry] = [readDay(typed.production), readDay(typed.expiry)];
  if (typed.lotId !== null && production === undefined && expiry === undefined) return { lotId: typed.lotId };
  if (code === '') return null;
  return {
    code,
    ...(production === undefined ? {} : { productionDay: production }),
    ...(expiry === undefined ? {} : { expiryDay: expiry }),
    ...(typed.certificate === '' ? {} : { certificate: typed.certificate }),
  };
}

function dayText(typed: string): string {
  return readDay(typed) ?? typed;
}

/** The grid of a sheet that was kept. */
export function stateOfSheet(sheet: KeptSheet, products: readonly SheetProduct[]): SheetState {
  const known = new Map(products.map((product) => [product.id, product]));
  const head: SheetHead = {
    kind: sheet.kind,
    day: sheet.day,
    warehouseId: sheet.warehouseId,
    toWarehouseId: sheet.toWarehouseId ?? null,
    partnerId: sheet.partnerId ?? null,
    orderId: sheet.orderId ?? null,
    originId: sheet.originId ?? null,
    reason: sheet.reason ?? null,
    note: sheet.note,
    arrives: false,
  };
  const lines = sheet.lines.map((line): SheetLine => ({
    ...blankLine(),
    product: known.get(line.productId) ?? null,
    quantity: line.quantity,
    price: line.unitPrice ?? null,
    lot: lotOfSheet(line.lot),
    lotReason: line.lotReason ?? '',
    componentLots: Object.fromEntries(
      (line.componentLots ?? []).map(({ productId, lot }) => [productId, lotOfSheet(lot)]),
    ),
    orderLine: line.orderLine ?? null,
    originLine: line.originLine ?? null,
    condition: line.condition ?? 'sellable',
    restFollows: line.restFollows ?? false,
    note: line.note ?? '',
  }));
  return { head, lines };
}

function lotOfSheet(lot: KeptSheet['lines'][number]['lot']): LotTyped {
  if (lot === undefined || lot === null) return noLot;
  if ('lotId' in lot) return { ...noLot, lotId: lot.lotId };
  const { code, productionDay, expiryDay, certificate } = lot;
  return {
    lotId: null,
    code,
    production: productionDay ?? '',
    expiry: expiryDay ?? '',
    certificate: certificate ?? '',
  };
}
