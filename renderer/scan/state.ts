import type { SheetProblem } from '#app/core/stock-problems.ts';
import type { ScanMatch } from '#app/stock/scan-types.ts';
import type { OutputOf } from '../api/contract.ts';
import type { ScanKind } from './kinds.ts';
import type { RecentProblem } from './recent-problem.ts';
import type { LineLot, Session } from './session.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who, where and what for, above the lines. */
export interface ScanHead {
  readonly day: string;
  readonly warehouse: Named;
  /** Where a transfer goes. */
  readonly toWarehouse: Named | null;
  readonly partner: Named | null;
  readonly order: Named | null;
}

/** A line of the order that is being answered. */
export interface ExpectedLine {
  readonly line: number;
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly open: number;
  readonly unitPrice: number | null;
}

/** A scan on its way to being taken. */
export interface Chosen {
  readonly match: ScanMatch;
  readonly times: number;
  /** What was read. */
  readonly text: string;
  /** The person has seen that it is not in the order. */
  readonly besideOrder: boolean;
  /** What was said of it and accepted. */
  readonly problem: RecentProblem | null;
}

export interface KnownLot {
  readonly code: string;
  readonly productionDay: string | null;
  readonly expiryDay: string | null;
  readonly onHand: number | null;
}

/** What the screen waits for; until it is answered no scan is taken. */
export type Question =
  | { readonly kind: 'choose'; readonly options: readonly Chosen[] }
  | { readonly kind: 'confirm'; readonly chosen: Chosen; readonly problem: RecentProblem }
  | { readonly kind: 'lot'; readonly chosen: Chosen; readonly lots: readonly KnownLot[] }
  | { readonly kind: 'expiry'; readonly chosen: Chosen; readonly lot: LineLot; readonly isWrong: boolean }
  | { readonly kind: 'lotProblem'; readonly index: number; readonly problem: SheetProblem }
  | { readonly kind: 'post' }
  | { readonly kind: 'anchors' | 'conflict'; readonly error: unknown }
  | { readonly kind: 'warehouse' | 'toWarehouse' | 'order'; readonly options: readonly Named[] }
  | { readonly kind: 'partner' };

/** Questions that a lone digit answers at once. Batches and days begin with digits too: there Enter ends the number. */
export function isChoice(question: Question | null): boolean {
  return question !== null && question.kind !== 'lot' && question.kind !== 'expiry';
}

export type Preview = OutputOf<'documents.preview'>;

export interface ScanState {
  readonly kind: ScanKind;
  readonly head: ScanHead;
  readonly expected: readonly ExpectedLine[];
  readonly session: Session;
  readonly question: Question | null;
  /** The next scan counts so many times. */
  readonly times: number | null;
  readonly preview: Preview;
  readonly draft: { readonly id: string; readonly version: number } | null;
  readonly saving: 'no' | 'yes' | 'failed';
  /** The draft was there from before. */
  readonly resumed: boolean;
  readonly isPosting: boolean;
  readonly posted: { readonly id: string; readonly number: string; readonly units: number } | null;
  /** What went wrong at last; null once something went right. */
  readonly error: unknown;
}

export const noPreview: Preview = { problems: [], entries: [] };

/** What the parts of the screen's work share. */
export interface Work {
  readonly state: () => ScanState;
  readonly change: (change: Partial<ScanState>) => void;
  readonly sound: (tone: 'good' | 'warn' | 'bad') => void;
  /** Keeps the draft, then looks at what it would come to. */
  readonly keep: () => void;
  /** Once what was scanned is kept. */
  readonly kept: () => Promise<void>;
  /** Begins anew with what is kept. */
  readonly reload: () => void;
  /** Forgets what was to be resumed. */
  readonly forget: () => void;
  readonly ask: (kind: 'warehouse' | 'toWarehouse' | 'order' | 'partner') => Promise<void>;
  readonly choose: (kind: 'warehouse' | 'toWarehouse' | 'order' | 'partner', named: Named) => Promise<void>;
  /** Written to a line whose batch was taken though another should go first. */
  readonly lotReason: string;
}
