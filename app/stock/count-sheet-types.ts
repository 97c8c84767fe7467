import type { CountConflict, CountProblem } from '../core/count-problems.ts';

/** A line of the list as it stands now. */
export interface KnownCountLine {
  readonly line: number;
  readonly version: number;
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly lot: string | null;
  readonly counted: number | null;
  readonly recount: boolean;
  readonly posted: boolean;
  readonly by: string;
  readonly at: string;
  readonly note: string;
}

/** A product that a row without a key names, with its batches by number. */
export interface KnownProduct {
  readonly id: string;
  readonly lots: ReadonlyMap<string, string>;
}

export interface KnownCount {
  readonly number: string;
  readonly lines: readonly KnownCountLine[];
  /** By code and by barcode; a shared barcode has several. */
  readonly products: ReadonlyMap<string, readonly KnownProduct[]>;
}

export interface CountToWrite {
  readonly line: number;
  readonly counted: number;
  readonly note: string;
}

/** Goods that were found and are not on the list. */
export interface CountToAdd {
  readonly productId: string;
  readonly lotId: string | null;
  readonly counted: number;
  readonly note: string;
}

export interface CountSheetPlan {
  /** Errors among them mean that nothing is written. */
  readonly problems: readonly CountProblem[];
  readonly counts: readonly CountToWrite[];
  readonly additions: readonly CountToAdd[];
  /** Changed by someone else since the sheet was made: named, not overwritten. */
  readonly conflicts: readonly CountConflict[];
  /** Rows that say what is known, and rows without a quantity. */
  readonly unchanged: number;
  readonly empty: number;
}
