import type { BusinessDay } from '../core/business-day.ts';
import { freeSince } from '../stock/fefo.ts';
import type { LotBalance } from '../stock/fefo.ts';
import type { LotFacts, PlannedEntry, ProductFacts } from '../stock/plan-types.ts';
import { lotKey, stockKey, stockPlace } from './known-store.ts';
import { movementsAfter } from './later-movements.ts';
import type { KnownLot, KnownStore } from './known-store.ts';
import type { RowReference } from './planned-types.ts';
import type { PlanContext } from './sheet-plan.ts';

/** What the file does to one balance, entry by entry, as three columns: a file can have a million of them. */
export interface BalanceLog {
  readonly days: BusinessDay[];
  readonly quantities: number[];
  readonly rows: RowReference[];
}

/** Stock as it is and as the file changes it, document after document: what later documents of the file are planned against. */
export interface StockBook {
  /** On hand after everything booked so far, by {@link stockKey}. */
  onHand(key: string): number;
  /** Batches of a product that lie in a warehouse, with what lies there without one, and what can be taken on `day`. */
  balances(productCode: string, warehouseCode: string, day?: BusinessDay): LotBalance[];
  lots(productCode: string): LotFacts[];
  product(code: string): ProductFacts | undefined;
  /** Books entries whose ids are codes. */
  book(entries: readonly PlannedEntry[], day: BusinessDay, rowOf: (sheetLine: number) => RowReference): void;
  bookOne(key: string, quantity: number, day: BusinessDay, row: RowReference): void;
  /** By {@link stockKey}, in the order of the first entry. */
  readonly logs: ReadonlyMap<string, BalanceLog>;
}

type Context = Pick<PlanContext, 'known' | 'lots' | 'lotsOfProduct' | 'products' | 'sets'>;

interface Held {
  readonly lot: string | null;
  onHand: number;
}

export function createStockBook(context: Context): StockBook {
  const places = heldByPlace(context.known);
  const lotsOfProduct = lotCodes(context.known);
  const logs = new Map<string, BalanceLog>();
  const facts = new Map<string, ProductFacts | undefined>();
  const movedAfter = movementsAfter(context.known, logs);
  const held = (place: string, lot: string | null): Held | undefined =>
    places.get(place)?.find((one) => one.lot === lot);
  const bookOne: StockBook['bookOne'] = (key, quantity, day, row) => {
    const place = key.slice(0, key.lastIndexOf('\u001F'));
    const code = key.slice(place.length + 1);
    const lot = code === '' ? null : code;
    const known = held(place, lot);
    if (known !== undefined) known.onHand += quantity;
    else {
      const list = places.get(place);
      if (list === undefined) places.set(place, [{ lot, onHand: quantity }]);
      else list.push({ lot, onHand: quantity });
    }
    const log = logs.get(key) ?? { days: [], quantities: [], rows: [] };
    if (log.days.length === 0) logs.set(key, log);
    log.days.push(day);
    log.quantities.push(quantity);
    log.rows.push(row);
  };
  return {
    logs,
    bookOne,
    onHand: (key) => {
      const place = key.slice(0, key.lastIndexOf('\u001F'));
      const lot = key.slice(place.length + 1);
      return held(place, lot === '' ? null : lot)?.onHand ?? 0;
    },
    balances: (product, warehouse, day) =>
      (places.get(stockPlace(product, warehouse)) ?? [])
        .filter(({ onHand }) => onHand !== 0)
        .map(({ lot, onHand }) => ({
          ...lotBalance(context, product, lot),
          onHand,
          ...(day === undefined
            ? {}
            : { free: freeSince(onHand, movedAfter({ product, warehouse, lot }, day)) }),
        })),
    lots: (product) => lotsOf(context, lotsOfProduct, product),
    product: (code) => {
      const known = facts.get(code) ?? productFacts(context, code);
      facts.set(code, known);
      return known;
    },
    book: (entries, day, rowOf) => {
      for (const { productId, warehouseId, lot, quantity, sheetLine } of entries) {
        const code = lot === null ? null : 'newLot' in lot ? lot.newLot : lotCode(lot.lotId);
        bookOne(stockKey(productId, warehouseId, code), quantity, day, rowOf(sheetLine));
      }
    },
  };
}

/** The batch's own code of the id that it has in a plan. */
export function lotCode(lotId: string): string {
  return lotId.slice(lotId.indexOf('\u001F') + 1);
}

function heldByPlace({ balances }: KnownStore): Map<string, Held[]> {
  const places = new Map<string, Held[]>();
  for (const [key, onHand] of balances) {
    const place = key.slice(0, key.lastIndexOf('\u001F'));
    const lot = key.slice(place.length + 1);
    const list = places.get(place);
    const held = { lot: lot === '' ? null : lot, onHand };
    if (list === undefined) places.set(place, [held]);
    else list.push(held);
  }
  return places;
}

function lotCodes({ lots }: KnownStore): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const key of lots.keys()) {
    const product = key.slice(0, key.indexOf('\u001F'));
    const list = codes.get(product);
    if (list === undefined) codes.set(product, [lotCode(key)]);
    else list.push(lotCode(key));
  }
  return codes;
}

function knownLot({ known, lots }: Context, key: string): KnownLot | undefined {
  return known.lots.get(key) ?? lots.get(key);
}

function lotBalance(context: Context, product: string, lot: string | null): LotBalance {
  const key = lot === null ? null : lotKey(product, lot);
  const days = key === null ? undefined : knownLot(context, key);
  return {
    lotId: key,
    code: lot ?? '',
    productionDay: days?.productionDay ?? null,
    expiryDay: days?.expiryDay ?? null,
    status: days?.status ?? 'normal',
    onHand: 0,
  };
}

/** Batches of the store, and those that the file has named so far. */
function lotsOf(
  context: Context,
  known: ReadonlyMap<string, readonly string[]>,
  product: string,
): LotFacts[] {
  const codes = new Set([...(known.get(product) ?? []), ...(context.lotsOfProduct.get(product) ?? [])]);
  return [...codes].map((code) => ({
    ...lotBalance(context, product, code),
    lotId: lotKey(product, code),
    productId: product,
    // Nothing is planned by it: posting reads the one that is kept.
    certificate: '',
  }));
}

function productFacts({ known, products, sets }: Context, code: string): ProductFacts | undefined {
  const values = products.values(code);
  if (values === undefined) return undefined;
  const parts = sets.get(code)?.components ?? known.stock.components.get(code) ?? [];
  return {
    id: code,
    code,
    name: values.name,
    kind: values.kind,
    lotControl: values.lotControl === 1,
    shelfLifeDays: values.shelfLifeDays,
    price: values.purchasePrice ?? values.listPrice ?? 0,
    components: parts.map((part) => ({ productId: part.code, quantity: part.quantity })),
  };
}
