/** What can be wrong with a cell of a count sheet that comes back. */
export type CountProblemCode =
  | 'key.unknown'
  | 'key.otherCount'
  | 'key.mismatch'
  | 'row.repeated'
  | 'product.unknown'
  | 'product.several'
  | 'lot.unknown'
  | 'lot.missing'
  | 'quantity.invalid'
  | 'quantity.notWhole'
  | 'quantity.negative'
  | 'quantity.text'
  | 'cell.error';

export interface CountProblem {
  /** As the spreadsheet names it: `F12`. */
  readonly cell: string;
  readonly code: CountProblemCode;
  /** A warning was mended and does not hinder. */
  readonly severity: 'error' | 'warning';
  /** Data as text, not prose. */
  readonly found: string;
  readonly expected: string;
}

/** Columns that a count sheet cannot do without. */
export type CountSheetColumn = 'code' | 'counted';

/** A line that someone else changed since the person saw it: what stands there now, and what was not written over it. */
export interface CountConflict {
  readonly line: number;
  /** Code and name. */
  readonly product: string;
  readonly lot: string | null;
  /** Null for not counted. */
  readonly yours: number | null;
  readonly theirs: number | null;
  readonly by: string;
  /** Instant as ISO text; '' where it was never counted. */
  readonly at: string;
  /** It was posted meanwhile and is open no longer. */
  readonly posted: boolean;
}
