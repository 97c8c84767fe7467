import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Field, SalesMode, SheetKind } from './kinds.ts';
import type { Problem } from './problem-types.ts';
import type { Cell, FileFormat, TextEncoding } from './sheet.ts';
import type {
  PlannedBarcode,
  PlannedSet,
  PlannedProduct,
  PlannedCustomer,
  PlannedSalesOrder,
  PlannedDocument,
  PlannedLot,
  PlannedCount,
  PlannedStockLine,
  PlannedPurchaseLine,
  PlannedConfirmation,
  PlannedWeather,
  PlannedCalendarDay,
  PlannedPromotion,
} from './planned-types.ts';

/** How one column was understood. */
export interface ColumnGuess {
  /** From 0. */
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  readonly field: Field | null;
  /** 0 … 1. */
  readonly confidence: number;
  readonly reason: 'synonym' | 'similar' | 'values' | 'remembered' | 'person' | 'none';
  /** The first three different values, as text. */
  readonly samples: readonly string[];
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: 'blank' | 'title' | 'total' | 'repeatedHeader';
  readonly text: string;
}

/** A value said once above the table (`订单号：CG-1`), for a field that no column holds. */
export interface TitleFact {
  readonly field: Field;
  readonly row: number;
  /** Column letter of the cell that holds it. */
  readonly column: string;
  readonly value: Cell;
}

/** How one sheet was understood, before any row is read. */
export interface SheetGuess {
  readonly name: string;
  readonly kind: SheetKind;
  readonly confidence: number;
  /** As the spreadsheet counts, from 1; 0 where no header was found. */
  readonly headerRow: number;
  readonly columns: readonly ColumnGuess[];
  readonly missing: readonly Field[];
  readonly skipped: readonly SkippedRow[];
  /** Rows below the header that hold data. */
  readonly dataRows: number;
  /** Same headers, same signature: the key under which the mapping is remembered. */
  readonly signature: string;
  /** Values stated above the table that hold for every row. */
  readonly facts?: readonly TitleFact[];
}

/** What a person decided about one sheet; what is absent is guessed. */
export interface SheetChoice {
  readonly kind?: SheetKind | undefined;
  readonly headerRow?: number | undefined;
  /** Column index → field, or null to leave the column out. */
  readonly columns?: Readonly<Record<number, Field | null>> | undefined;
}

/** Everything the outcome depends on, beside the file and the store. */
export interface ImportOptions {
  readonly asOf: BusinessDay;
  readonly mode: SalesMode;
  /** Import lines that repeat another line of the file as lines of their own. */
  readonly keepRepeated: boolean;
  /** The file is history of what has happened: stock may go below nothing, even where warehouses forbid it. */
  readonly allowNegative: boolean;
  /** What becomes of entries dated before a count of the same stock; see AnchorPolicy in db. */
  readonly anchors: 'refuse' | 'keep' | 'change';
  /** New products that are charges (运费, POST) become services, which move no stock. */
  readonly services: boolean;
  /** Only confirmations of this order are wanted: those of others are refused. */
  readonly onlyOrder?: string | undefined;
  /** By sheet name. */
  readonly choices: Readonly<Record<string, SheetChoice>>;
}

export interface SheetSummary {
  readonly name: string;
  readonly kind: SheetKind;
  /** rows = accepted + duplicates + rejected. */
  readonly rows: number;
  readonly accepted: number;
  /** Accepted rows in which at least one cell was repaired. */
  readonly corrected: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly warnings: number;
  /** Rows of a sheet that is not imported at all. */
  readonly ignored: number;
}

export type RowOutcome = 'accepted' | 'corrected' | 'duplicate' | 'rejected';

/** The whole consequence of a file, in business numbers. */
export interface ImportEffect {
  readonly productsAdded: number;
  readonly productsChanged: number;
  readonly customersAdded: number;
  readonly ordersAdded: number;
  readonly linesAdded: number;
  readonly salesAmount: Fen;
  readonly firstDay: BusinessDay | null;
  readonly lastDay: BusinessDay | null;
  readonly stockLines: number;
  readonly stockQuantity: number;
  readonly purchaseLines: number;
  /** Orders that HQ answered, and base units that are on order more (or less) then. */
  readonly confirmedOrders: number;
  readonly confirmedChange: number;
  readonly setsChanged: number;
  readonly barcodesAdded: number;
  /** Days of weather, of which some change what was known. */
  readonly weatherDays: number;
  readonly weatherChanged: number;
  readonly calendarDays: number;
  readonly promotionsAdded: number;
  readonly receipts: number;
  /** Other documents that the file describes. */
  readonly movements: number;
  readonly countedLines: number;
  /** Base units, over own warehouses and everything that the file does. */
  readonly stockChange: number;
  /** Cost of the opening stock, as far as the file states it. */
  readonly stockValue: Fen;
  /** Opening stock without a cost. */
  readonly costUnknown: number;
  /** Products that would have less than nothing somewhere on some day. */
  readonly belowZero: number;
  /** Balances among those in warehouses that forbid it: the import fails, unless it is allowed. */
  readonly blocked: number;
  /** Counted balances that the file would change behind the count. */
  readonly crossed: number;
}

/** What would be done, and all that is to be said about it. The plan shown is the plan executed. */
export interface ImportPlan {
  readonly options: ImportOptions;
  readonly guesses: readonly SheetGuess[];
  readonly sheets: readonly SheetSummary[];
  readonly problems: readonly Problem[];
  readonly products: readonly PlannedProduct[];
  readonly customers: readonly PlannedCustomer[];
  readonly orders: readonly PlannedSalesOrder[];
  readonly stock: readonly PlannedStockLine[];
  readonly purchases: readonly PlannedPurchaseLine[];
  readonly barcodes: readonly PlannedBarcode[];
  readonly sets: readonly PlannedSet[];
  readonly lots: readonly PlannedLot[];
  readonly documents: readonly PlannedDocument[];
  readonly counts: readonly PlannedCount[];
  readonly confirmations: readonly PlannedConfirmation[];
  readonly weather: readonly PlannedWeather[];
  readonly calendarDays: readonly PlannedCalendarDay[];
  readonly promotions: readonly PlannedPromotion[];
  /** Sheet name → outcome of each data row, by row number. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<number, RowOutcome>>;
  readonly effect: ImportEffect;
}

/** What the first look at a file tells. */
export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: FileFormat;
  readonly encoding: TextEncoding | null;
}
