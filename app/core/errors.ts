import type { BusinessDay } from './business-day.ts';
import type { CalendarProblem } from './calendar-problems.ts';
import type { CountConflict, CountProblem, CountSheetColumn } from './count-problems.ts';
import type { OrderActionName, OrderProblem, OrderRefusal, OrderStatusName } from './order-problems.ts';
import type { CountedBalance, SheetChange, SheetProblem, StockShortfall } from './stock-problems.ts';

/** What is wrong with one line of typed-in opening stock; `line` counts from 1. */
export interface OpeningLineProblem {
  readonly line: number;
  readonly field:
    | 'productCode'
    | 'warehouseCode'
    | 'lot'
    | 'partner'
    | 'productionDay'
    | 'expiryDay'
    | 'quantity'
    | 'unitCost';
  readonly reason: 'unknown' | 'repeated' | 'invalid' | 'beforeProduction' | 'tooEarly' | 'differs';
  readonly found: string;
}

/** A barcode that another product has, as its own (`isMain`) or beside it. */
export interface SharedBarcode {
  readonly barcode: string;
  /** Code and name. */
  readonly product: string;
  readonly isMain: boolean;
}

/** A field that someone else changed meanwhile, from what the person saw to what is there now. Data as text. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Things that can be asked for and not be there; their words stand in the catalogues. */
export type ThingName =
  | 'api'
  | 'customerOrder'
  | 'demandMark'
  | 'attachment'
  | 'calendarEvent'
  | 'closure'
  | 'document'
  | 'file'
  | 'import'
  | 'inspection'
  | 'job'
  | 'lot'
  | 'partner'
  | 'problemRows'
  | 'policy'
  | 'product'
  | 'promotion'
  | 'purchaseOrder'
  | 'reorderPlan'
  | 'stocktake'
  | 'warehouse'
  | 'whatIf';

/**
 * Every failure the application can name: its code, and what its message needs. The messages themselves stand in both
 * language catalogues and tell the person what to do. Whatever is not here becomes `internal` with a trace id.
 */
export interface ErrorParameters {
  internal: { traceId: string };
  'input.invalid': { field: string; found: string; expected: string };
  notFound: { what: ThingName; id: string };
  'session.denied': Record<string, never>;
  'job.cancelled': Record<string, never>;
  'store.newer': { found: number; known: number };
  'store.corrupt': { detail: string };
  'store.locked': { path: string };
  'store.full': { path: string };
  'store.pragma': { name: string; found: string; expected: string };
  'store.migration': { name: string; detail: string };
  'store.notEmpty': Record<string, never>;
  'file.missing': { path: string };
  'file.unreadable': { name: string; detail: string };
  'file.unwritable': { name: string; detail: string };
  'file.tooLarge': { name: string; bytes: number; limit: number };
  'file.tooManyRows': { name: string; rows: number; limit: number };
  'file.tooManyCells': { name: string; limit: number };
  'file.expandsTooFar': { name: string; ratio: number; limit: number };
  'file.unknownType': { name: string };
  'file.encrypted': { name: string };
  'file.damaged': { name: string; detail: string };
  'file.empty': { name: string };
  'import.sameFile': { name: string; importedOn: BusinessDay; importId: string };
  'import.hasRejected': { count: number };
  'import.nothingToDo': { name: string };
  'import.storeChanged': Record<string, never>;
  'import.missingColumns': { sheet: string; columns: readonly string[] };
  'import.alreadyUndone': { id: string };
  'import.ambiguousKind': { sheet: string };
  'import.noDocuments': { name: string };
  'stock.wouldGoNegative': { shortfalls: readonly StockShortfall[] };
  'stock.beforeCount': { counts: readonly CountedBalance[] };
  'stock.reversalTooEarly': { number: string; day: BusinessDay };
  'stock.hasFollowers': { number: string; followers: readonly string[] };
  'stock.sheetInvalid': { problems: readonly SheetProblem[] };
  'stock.draftEnded': { status: 'posted' | 'discarded'; number: string | null };
  /** `name`: the number; of a draft, which has none yet, its kind. */
  'stock.documentChanged': { name: string; by: string; at: string; changes: readonly SheetChange[] };
  'stock.alreadyReversed': { number: string };
  'stock.openingFuture': { day: BusinessDay; today: BusinessDay };
  'stock.openingInvalid': { lines: readonly OpeningLineProblem[] };
  'stocktake.nothingToCount': { warehouse: string };
  'stocktake.warehouse': { warehouse: string };
  'stocktake.notCounting': { number: string; status: 'closed' | 'cancelled' };
  'stocktake.lineChanged': { conflict: CountConflict };
  'stocktake.belowZero': { product: string; counted: number; change: number };
  'stocktake.nothingToPost': { uncounted: number; recount: number; undecided: number };
  'stocktake.openLines': { number: string; lines: number };
  'stocktake.hasPosted': { number: string; lines: number };
  'stocktake.sheetInvalid': { name: string; problems: readonly CountProblem[] };
  'stocktake.sheetColumns': { name: string; missing: readonly CountSheetColumn[] };
  /** `changes` is absent or empty where the person did not send what they saw. */
  'edit.conflict': { what: string; name: string; changes?: readonly FieldChange[] };
  'barcode.shared': { shared: readonly SharedBarcode[] };
  'barcode.repeated': { barcode: string };
  'day.tooEarly': { day: BusinessDay; earliest: BusinessDay };
  'lot.daysOrder': { productionDay: BusinessDay; expiryDay: BusinessDay };
  'lot.reasonMissing': { lot: string };
  'inspection.incomplete': { missing: readonly ('licence' | 'registration' | 'certificate')[] };
  'attachment.tooLarge': { name: string; bytes: number; limit: number };
  'attachment.empty': { name: string };
  'attachment.missing': { name: string };
  'attachment.changed': { name: string };
  'product.kindFixed': { name: string; reason: 'moved' | 'sold' | 'components' };
  'product.lotless': { name: string; quantity: number };
  'product.components': { name: string; reason: 'notSet' | 'repeated' | 'circle'; part: string };
  'warehouse.kindFixed': { name: string; reason: 'default' | 'transit' | 'lastQuarantine' };
  'code.taken': { what: string; code: string };
  /** Weeks of sales known, and how many a replay needs. */
  'whatIf.tooShort': { weeks: number; needed: number };
  'replenishment.planChanged': Record<string, never>;
  'replenishment.policyExists': Record<string, never>;
  'replenishment.reasonMissing': { product: string; suggested: number; ordered: number };
  'replenishment.storeChanged': Record<string, never>;
  'replenishment.nothingAccepted': Record<string, never>;
  'order.invalid': { problems: readonly OrderProblem[] };
  'order.refused': {
    number: string;
    action: OrderActionName;
    status: OrderStatusName;
    reason: OrderRefusal;
  };
  'calendar.invalid': { problems: readonly CalendarProblem[] };
  'host.portInUse': { port: number };
  'host.dataDirectory': { path: string; detail: string };
  'host.pageMissing': { path: string };
}

export type ErrorCode = keyof ErrorParameters;

/** A named failure as data: what crosses threads, the network and the command line. */
export type Failure = {
  [Code in ErrorCode]: { readonly code: Code; readonly parameters: ErrorParameters[Code] };
}[ErrorCode];

/** A named failure thrown. `failure` is what to show; `cause` is for the log. */
export class AppError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(`${failure.code} ${JSON.stringify(failure.parameters)}`, options);
    this.name = 'AppError';
    this.failure = failure;
  }
}

export function appError<Code extends ErrorCode>(
  code: Code,
  parameters: ErrorParameters[Code],
  cause?: unknown,
): AppError {
  return new AppError({ code, parameters } as Failure, cause === undefined ? undefined : { cause });
}
