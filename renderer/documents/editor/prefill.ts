import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { isExpired } from '#app/stock/expiry.ts';
import { sheetForm } from '#app/stock/sheet-form.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import { query } from '../../api/client.ts';
import type { OutputOf } from '../../api/contract.ts';
import { blankLine, isBlank, noLot, stateOfSheet } from './sheet-state.ts';
import type { SheetHead, SheetLine, SheetProduct, SheetState } from './sheet-state.ts';
import { withBlanks } from './use-sheet.ts';

/** What a new document begins with: an order or origin that it answers, or one that it is a copy of. */
interface Beginning {
  readonly order?: string | undefined;
  readonly origin?: string | undefined;
  readonly copy?: string | undefined;
  /** A batch of which the document is to be. */
  readonly lot?: string | undefined;
}

interface Surroundings {
  readonly today: BusinessDay;
  readonly warehouses: OutputOf<'stock.warehouses'>;
}

export async function newSheet(
  kind: WrittenKind,
  beginning: Beginning,
  { today, warehouses }: Surroundings,
): Promise<SheetState> {
  const own = warehouses.find(({ isDefault }) => isDefault) ?? warehouses[0];
  const head: SheetHead = {
    kind,
    day: today,
    warehouseId: own?.id ?? '',
    toWarehouseId: null,
    partnerId: await onlyPartner(kind),
    orderId: null,
    originId: null,
    reason: null,
    note: '',
    arrives: false,
  };
  const begun = await begin({ head, lines: [] }, beginning);
  return { ...begun, lines: withBlanks(begun.lines, sheetForm(kind).isArrival) };
}

async function begin(state: SheetState, { order, origin, copy, lot }: Beginning): Promise<SheetState> {
  if (order !== undefined) return withOrder(state, order);
  if (origin !== undefined) return withOrigin(state, origin);
  if (copy !== undefined) return copyOf(state, copy);
  return lot === undefined ? state : withLot(state, lot);
}

/** One line of the batch, with all that lies of it where most of it lies. */
async function withLot(state: SheetState, lotId: string): Promise<SheetState> {
  const { lot, places } = await query('lots.get', { id: lotId });
  const product = (await productsOf([lot.productId])).get(lot.productId) ?? null;
  const place = places
    .filter(({ warehouseKind }) => warehouseKind !== 'transit')
    .toSorted((a, b) => b.onHand - a.onHand)[0];
  const day = parseBusinessDay(state.head.day);
  const expired = day !== undefined && isExpired(lot.expiryDay, day);
  const head: SheetHead = {
    ...state.head,
    warehouseId: place?.warehouseId ?? state.head.warehouseId,
    reason: state.head.kind === 'scrap' && expired ? 'expired' : null,
  };
  const line: SheetLine = {
    ...blankLine(),
    product,
    quantity: place?.onHand ?? null,
    price: proposedPrice(state.head.kind, product),
    lot: { ...noLot, lotId, code: lot.code },
  };
  return { head, lines: [line] };
}

/** Where there is but one supplier or distributor, it is meant. */
async function onlyPartner(kind: WrittenKind): Promise<string | null> {
  const { partners } = sheetForm(kind);
  if (partners.length === 0 || partners.includes('customer')) return null;
  const { rows, total } = await query('partners.list', {
    page: 1,
    pageSize: 2,
    filters: { kind: partners.join(',') },
  });
  return total === 1 ? (rows[0]?.id ?? null) : null;
}

async function productsOf(ids: readonly string[]): Promise<ReadonlyMap<string, SheetProduct>> {
  const products = ids.length === 0 ? [] : await query('sheets.products', { ids: [...ids] });
  return new Map(products.map((product) => [product.id, product]));
}

/** The head and the open lines of the order. */
export async function withOrder(state: SheetState, orderId: string): Promise<SheetState> {
  const kind = state.head.kind === 'receipt' ? 'receipt' : 'issue';
  const { order, lines } = await query('sheets.order', { kind, id: orderId });
  const products = await productsOf(lines.map(({ productId }) => productId));
  const head: SheetHead = {
    ...state.head,
    orderId,
    partnerId: order.partnerId ?? state.head.partnerId,
    warehouseId: order.warehouseId ?? state.head.warehouseId,
  };
  // What was typed already and is not of this order stays behind its lines.
  const typed = state.lines.filter(
    (line) => line.orderLine === null && !products.has(line.product?.id ?? ''),
  );
  const ordered = lines.map((line): SheetLine => {
    const product = products.get(line.productId) ?? null;
    return {
      ...blankLine(),
      product,
      quantity: line.open,
      open: line.open,
      price: line.unitPrice ?? proposedPrice(kind, product),
      orderLine: line.line,
    };
  });
  return { head, lines: [...ordered, ...typed.filter((line) => !isBlank(line))] };
}

/**
 * The open lines of the origin. All that is on its way is taken to arrive; of what was sold or received the person says what comes
 * back.
 */
export async function withOrigin(state: SheetState, originId: string): Promise<SheetState> {
  const { kind } = state.head;
  const { document, lines } = await query('sheets.origin', { id: originId });
  const warehouseId = (kind === 'transfer_in' ? document.toWarehouseId : document.warehouseId) ?? '';
  const head: SheetHead = {
    ...state.head,
    originId,
    partnerId: sheetForm(kind).partners.length === 0 ? null : document.partnerId,
    warehouseId: warehouseId === '' ? state.head.warehouseId : warehouseId,
  };
  if (kind === 'disassembly') return { head, lines: await setsOf(originId) };
  const open = lines.filter((line) => line.open > 0);
  const products = await productsOf(open.map(({ productId }) => productId));
  return {
    head,
    lines: open.map((line): SheetLine => ({
      ...blankLine(),
      product: products.get(line.productId) ?? null,
      quantity: kind === 'transfer_in' ? line.open : null,
      open: line.open,
      price: sheetForm(kind).price === null ? null : line.unitPrice,
      originLine: line.line,
      lot: { ...noLot, lotId: line.lotId, code: line.lot ?? '', expiry: line.expiryDay ?? '' },
    })),
  };
}

/** The sets of an assembly, to be taken apart. */
async function setsOf(id: string): Promise<SheetLine[]> {
  const { lines } = await query('documents.get', { id });
  const sets = lines.filter(({ role }) => role === 'main');
  const products = await productsOf(sets.map(({ productId }) => productId));
  return sets.map(({ productId, quantity }) => ({
    ...blankLine(),
    product: products.get(productId) ?? null,
    quantity,
  }));
}

/** The same once more: what it answered and which batches went are its own. */
async function copyOf(state: SheetState, id: string): Promise<SheetState> {
  const { sheet } = await query('documents.get', { id });
  if (sheet === null) return state;
  const products = await productsOf(sheet.lines.map(({ productId }) => productId));
  const copied = stateOfSheet(sheet, [...products.values()]);
  const head: SheetHead = { ...copied.head, day: state.head.day, orderId: null, originId: null };
  const lines = copied.lines.map((line): SheetLine => ({
    ...line,
    lot: noLot,
    lotReason: '',
    componentLots: {},
    orderLine: null,
    originLine: null,
  }));
  return { head, lines };
}

/** The price that a new line proposes; what is found or missing is worth what the rest is, unless someone says otherwise. */
export function proposedPrice(kind: WrittenKind, product: SheetProduct | null): number | null {
  const { price } = sheetForm(kind);
  if (price === null || product === null || kind === 'adjustment') return null;
  return price === 'sale' ? product.listPrice : product.purchasePrice;
}
