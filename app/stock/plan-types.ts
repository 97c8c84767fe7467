import type { BusinessDay } from '../core/business-day.ts';
import type { SheetProblem, SheetProblemCode } from '../core/stock-problems.ts';
import type { LotBalance } from './fefo.ts';
import type { StockSheet, StockSheetLine } from './stock-sheet.ts';
import type { EntryRole, ProductKind, StockDocumentKind, WarehouseKind } from './stock-words.ts';

export interface ProductFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly lotControl: boolean;
  readonly shelfLifeDays: number | null;
  /** For sharing the cost of a set that is taken apart: fen a unit. */
  readonly price: number;
  readonly components: readonly { readonly productId: string; readonly quantity: number }[];
}

export interface LotFacts extends LotBalance {
  readonly lotId: string;
  readonly productId: string;
  /** Number of its inspection certificate, '' where none is known. */
  readonly certificate: string;
}

export interface WarehouseFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: WarehouseKind;
}

/** A movement of the document that this one answers; quantities as booked there. */
export interface OriginLine {
  readonly line: number;
  readonly productId: string;
  readonly lotId: string | null;
  /** Base units, positive. */
  readonly quantity: number;
  /** Not yet answered by other documents. */
  readonly open: number;
  /** Positive, of all of `quantity`. */
  readonly cost: number;
  /** Of what is open: what other documents answered has taken its own with it. */
  readonly openCost: number;
}

export interface OrderLineFacts {
  readonly line: number;
  readonly productId: string;
  readonly open: number;
}

/** Everything outside the document that its plan depends on. */
export interface StockFacts {
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly lots: ReadonlyMap<string, LotFacts>;
  /** By product: what lies in the sheet's warehouse, on hand today. */
  readonly balances: ReadonlyMap<string, readonly LotBalance[]>;
  /** By product: held in the sheet's warehouse for other orders of customers. */
  readonly reserved: ReadonlyMap<string, number>;
  readonly warehouses: ReadonlyMap<string, WarehouseFacts>;
  readonly transitWarehouseId: string;
  readonly quarantineWarehouseId: string;
  readonly partnerKind: 'customer' | 'supplier' | 'distributor' | null;
  readonly origin: {
    readonly kind: StockDocumentKind;
    readonly warehouseId: string | null;
    readonly toWarehouseId: string | null;
    readonly lines: readonly OriginLine[];
  } | null;
  readonly order: { readonly isOpen: boolean; readonly lines: readonly OrderLineFacts[] } | null;
}

/** A batch that the document names and the store does not know. */
export interface NewLot {
  readonly productId: string;
  readonly code: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly certificate: string;
}

/** All of a known batch, of which the document says something that was not known. */
export interface LearnedLot {
  readonly lotId: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly certificate: string;
}

export interface PlannedEntry {
  /** The line of the sheet, from 0. */
  readonly sheetLine: number;
  readonly role: EntryRole;
  readonly productId: string;
  readonly warehouseId: string;
  /** A known batch, a new one by its code, or none. */
  readonly lot: { readonly lotId: string } | { readonly newLot: string } | null;
  /** Base units; negative goes out. */
  readonly quantity: number;
  /** With the sign of the quantity; null for the moving average or what the link brings. */
  readonly cost: number | null;
  readonly link?: number;
  readonly weight?: number;
}

/** What a sheet comes to. Errors among the problems mean that it cannot be posted. */
export interface StockPlan {
  readonly problems: readonly SheetProblem[];
  readonly entries: readonly PlannedEntry[];
  readonly newLots: readonly NewLot[];
  readonly learned: readonly LearnedLot[];
}

/** What the planners of the kinds share while they work. */
export interface Planning {
  readonly sheet: StockSheet;
  readonly facts: StockFacts;
  readonly problems: SheetProblem[];
  readonly entries: PlannedEntry[];
  readonly newLots: Map<string, NewLot>;
  /** By id. */
  readonly learned: Map<string, LearnedLot>;
  /** Taken by lines before this one: of each balance by product and batch, of each line of an order or origin, and of its cost. */
  readonly taken: Map<string, number>;
}

export interface PlannedLine {
  readonly line: StockSheetLine;
  /** From 0. */
  readonly index: number;
  readonly product: ProductFacts;
}

export function report(
  planning: Planning,
  line: number | null,
  field: string,
  code: SheetProblemCode,
  {
    severity = 'error',
    found = '',
    expected = '',
  }: {
    readonly severity?: SheetProblem['severity'];
    readonly found?: string | number;
    readonly expected?: string | number;
  } = {},
): void {
  planning.problems.push({
    line: line === null ? null : line + 1,
    field,
    code,
    severity,
    found: String(found),
    expected: String(expected),
  });
}
