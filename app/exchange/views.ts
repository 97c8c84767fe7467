import type { BusinessDay } from '../core/business-day.ts';
import type { Field } from './kinds.ts';
import type {
  FileFacts,
  ImportEffect,
  ImportOptions,
  RowOutcome,
  SheetGuess,
  SheetSummary,
} from './plan-types.ts';
import type { Problem, ProblemCode, ProblemSeverity } from './problem-types.ts';

/** What the import page shows above the rows. */
export interface ImportOverview {
  readonly sessionId: string;
  readonly file: FileFacts;
  readonly options: ImportOptions;
  readonly guesses: readonly SheetGuess[];
  readonly sheets: readonly SheetSummary[];
  readonly effect: ImportEffect;
  readonly counts: Readonly<Record<ProblemSeverity, number>>;
  /** The same bytes were committed before and not undone. */
  readonly previous: { readonly importId: string; readonly importedOn: BusinessDay } | null;
  /** Grows with each replan. */
  readonly revision: number;
}

export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly sheet: string;
  readonly field: Field | null;
  readonly count: number;
}

export interface ImportRowView {
  readonly row: number;
  /** Cells as text, in column order. */
  readonly cells: readonly string[];
  readonly outcome: RowOutcome;
  readonly problems: readonly Problem[];
}

export interface ImportHistoryRow {
  readonly id: string;
  readonly fileName: string;
  readonly status: 'committed' | 'undone';
  readonly mode: 'history' | 'issue';
  /** The person said that the file is history, and stock might go below nothing. */
  readonly allowNegative: boolean;
  readonly asOf: BusinessDay;
  readonly createdAt: string;
  readonly undoneAt: string | null;
  readonly actor: string;
  readonly rows: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly duplicates: number;
  readonly rejected: number;
}

export interface UndoResult {
  readonly importId: string;
  /** Table → rows removed. */
  readonly removed: Readonly<Record<string, number>>;
  readonly restored: number;
  /** Reversing stock documents posted, because the ledger is append-only. */
  readonly reversedDocuments: number;
  readonly kept: readonly {
    readonly entity: string;
    readonly label: string;
    readonly reason: 'edited' | 'inUse' | 'inLedger' | 'attached' | 'answered';
  }[];
}
