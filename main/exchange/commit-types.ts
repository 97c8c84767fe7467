import type { BusinessDay } from '#app/core/business-day.ts';
import type { KnownStore } from '#app/exchange/known-store.ts';
import type { FileFacts, ImportPlan } from '#app/exchange/plan-types.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';
import type { SqlValue } from '#db/bulk.ts';
import type { ReadAccess } from '#db/store.ts';
import type { Tables } from '#db/tables.ts';

export interface ProductUpdate {
  readonly id: string;
  /** Column → new value. */
  readonly values: Readonly<Record<string, SqlValue>>;
}

/** A stock document that the writer posts, with its number given there. */
export interface PlannedDocument {
  readonly id: string;
  readonly kind: 'opening' | 'issue' | 'customer_return' | 'stocktake';
  readonly day: BusinessDay;
  readonly partnerId: string | null;
  readonly note: string;
  readonly warehouseId: string | null;
  readonly lines: readonly {
    readonly productId: string;
    readonly warehouseId: string;
    readonly lotId: string | null;
    readonly quantity: number;
    readonly costFen: number | null;
  }[];
}

/** A document as written, which the writer plans again by the same rules and posts. */
export interface SheetToPost {
  readonly sheet: StockSheet;
  /** Fingerprints of its lines. */
  readonly fingerprints: readonly string[];
}

export interface SetToWrite {
  readonly id: string;
  readonly components: readonly { readonly id: string; readonly quantity: number }[];
}

export interface BarcodeToWrite {
  readonly barcode: string;
  readonly productId: string;
  readonly quantity: number;
}

/** One piece of work for the writer; a batch holds at most some thousand rows. */
export type CommitBatch =
  | {
      readonly kind: 'rows';
      readonly table: keyof Tables;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SqlValue[])[];
    }
  | { readonly kind: 'productUpdates'; readonly updates: readonly ProductUpdate[] }
  | { readonly kind: 'barcodes'; readonly barcodes: readonly BarcodeToWrite[] }
  | { readonly kind: 'sets'; readonly sets: readonly SetToWrite[] }
  | { readonly kind: 'confirmations'; readonly confirmations: ImportPlan['confirmations'] }
  | {
      readonly kind: 'calendar';
      readonly weather: ImportPlan['weather'];
      readonly days: ImportPlan['calendarDays'];
    }
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetToPost[] }
  | { readonly kind: 'documents'; readonly documents: readonly PlannedDocument[] };

/** What the writer must know before the first batch. */
export interface CommitHead {
  readonly storeRevision: number;
  readonly rows: number;
  /** Nothing in the file is new. */
  readonly nothing: boolean;
  readonly file: Pick<FileFacts, 'name' | 'bytes' | 'sha256'>;
  readonly options: Pick<ImportPlan['options'], 'mode' | 'allowNegative' | 'anchors'>;
  readonly asOf: BusinessDay;
  readonly sheets: ImportPlan['sheets'];
  readonly effect: ImportPlan['effect'];
  /** How each sheet's columns were understood, to be remembered for files with the same headers. */
  readonly mappings: readonly {
    readonly signature: string;
    readonly kind: string;
    readonly columns: string;
  }[];
}

export interface CommitRequest {
  readonly importId: string;
  readonly now: string;
  readonly plan: ImportPlan;
  readonly known: KnownStore;
  readonly db: ReadAccess;
  readonly file: Pick<FileFacts, 'name' | 'bytes' | 'sha256'>;
  readonly storeRevision: number;
}
