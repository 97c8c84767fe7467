import type { SalesMode } from './kinds.ts';
import type { ImportOptions, RowOutcome, SheetGuess } from './plan-types.ts';
import type {
  PlannedBarcode,
  PlannedCalendarDay,
  PlannedConfirmation,
  PlannedCount,
  PlannedCustomer,
  PlannedDocument,
  PlannedLot,
  PlannedPromotion,
  PlannedPurchaseLine,
  PlannedSalesOrder,
  PlannedSet,
  PlannedStockLine,
  PlannedWeather,
} from './planned-types.ts';
import type { Problem } from './problem-types.ts';
import type { KnownStore } from './known-store.ts';
import type { ProductIndex } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import type { SheetRow } from './sheet.ts';
import type { StockBook } from './stock-book.ts';

/** Customers of the file, filled as lines are read. */
export type CustomerDraft = { -readonly [Key in keyof PlannedCustomer]: PlannedCustomer[Key] };

/** What all sheets of one file share while they are planned. */
export interface PlanContext {
  readonly options: ImportOptions;
  readonly mode: SalesMode;
  readonly known: KnownStore;
  readonly problems: Problem[];
  readonly sheetNames: readonly string[];
  readonly products: ProductIndex;
  readonly customers: Map<string, CustomerDraft>;
  readonly orders: PlannedSalesOrder[];
  readonly stock: PlannedStockLine[];
  readonly purchases: PlannedPurchaseLine[];
  /** Whole rows seen before, by kind and content → where; see {@link seenBefore}. */
  readonly seen: Map<string, number>;
  /** Lots that the file names first, by `lotKey`. */
  readonly lots: Map<string, PlannedLot>;
  /** Their codes by product. */
  readonly lotsOfProduct: Map<string, string[]>;
  /** Codes of the store's and the file's, by `lotKey` of how they are compared. */
  readonly lotCodes: Map<string, string>;
  /** Barcode → the code of the product that has it first, in the store or in the file. */
  readonly barcodeOwners: Map<string, string>;
  readonly barcodes: PlannedBarcode[];
  readonly sets: Map<string, PlannedSet>;
  readonly documents: PlannedDocument[];
  readonly counts: PlannedCount[];
  /** By the number of the order. */
  readonly confirmations: Map<string, PlannedConfirmation>;
  /** What documents of the file answer of orders, by `number line`. */
  readonly answered: Map<string, number>;
  readonly weather: PlannedWeather[];
  readonly calendarDays: PlannedCalendarDay[];
  /** By name and days; see `promotionKey`. */
  readonly promotions: Map<string, PlannedPromotion>;
  readonly book: StockBook;
  /** Line key → how many lines of the file have it. */
  readonly occurrences: Map<string, number>;
}

/** One sheet about to be planned. */
export interface SheetTask {
  /** Its place in the file, from 0. */
  readonly position: number;
  readonly guess: SheetGuess;
  readonly rows: readonly SheetRow[];
  readonly cursor: RowCursor;
  readonly outcomes: Map<number, RowOutcome>;
  /** Tells that one more row is done. */
  readonly tick: () => void;
}

/** The outcome of the cursor's row, once everything has been said about it. */
export function settle({ cursor, outcomes }: SheetTask, duplicate: boolean): void {
  const outcome = cursor.rejected
    ? 'rejected'
    : duplicate
      ? 'duplicate'
      : cursor.repaired
        ? 'corrected'
        : 'accepted';
  outcomes.set(cursor.row, outcome);
}

// Sheet and row in one number, because a file can have a million rows to remember. No spreadsheet is longer.
const rowsOfSheet = 2 ** 21;

/** Whether this content was seen before in the file; where it was is told as `row` or `sheet!row`. */
export function seenBefore(
  { seen, sheetNames }: PlanContext,
  { cursor, position }: SheetTask,
  content: string,
): string | null {
  const before = seen.get(content);
  if (before === undefined) {
    seen.set(content, position * rowsOfSheet + cursor.row);
    return null;
  }
  const sheet = Math.floor(before / rowsOfSheet);
  const row = String(before % rowsOfSheet);
  return sheet === position ? row : `${sheetNames[sheet] ?? ''}!${row}`;
}
