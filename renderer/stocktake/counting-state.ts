import type { OutputOf } from '../api/contract.ts';

type Outcome = OutputOf<'stocktakes.scan'>;
type Of<Kind extends Outcome['kind']> = Extract<Outcome, { readonly kind: Kind }>;

export type CountedLine = Of<'counted'>['counted']['line'];
export type CountMatch = Of<'quantity'>['match'];
export type CountTarget = Of<'quantity'>['target'];

/** What the screen waits for; until it is answered nothing else is counted. */
export type CountQuestion =
  | (Asked & { readonly kind: 'quantity'; readonly match: CountMatch; readonly target: CountTarget })
  | (Asked & { readonly kind: 'lot'; readonly match: CountMatch; readonly targets: readonly CountTarget[] })
  | (Asked & { readonly kind: 'product'; readonly text: string; readonly matches: readonly CountMatch[] })
  | (Asked & {
      readonly kind: 'notListed';
      readonly match: CountMatch;
      readonly targets: readonly CountTarget[];
    });

interface Asked {
  /** The scan counts so many times. */
  readonly times: number;
}

/** One of the last scans: counted, or why it was not. */
export type RecentCount =
  | {
      readonly kind: 'counted';
      readonly key: number;
      readonly line: CountedLine;
      readonly added: number;
      readonly wasFirst: boolean;
      readonly isUndone: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly key: number;
      readonly text: string;
      readonly reason: 'unknown' | 'misread' | 'notListed';
    };

export interface CountingState {
  /** Counts what a code stands for, or asks how many there are. */
  readonly mode: 'perScan' | 'askQuantity';
  readonly question: CountQuestion | null;
  /** The next scan counts so many times; null for once. */
  readonly times: number | null;
  /** Among the options of a question. */
  readonly highlighted: number;
  /** The newest first. */
  readonly recent: readonly RecentCount[];
  readonly error: unknown;
  readonly isBusy: boolean;
}

export const shownRecent = 5;

/** More than can be chosen by a digit are typed. */
export const mostOptions = 9;

/** Far more than lies on a shelf: a longer number is a barcode in the wrong place. */
export const mostAtOnce = 99_999;

/** The options of a question that asks to choose one. */
export function optionCount(question: CountQuestion | null): number {
  if (question?.kind === 'lot') return question.targets.length;
  return question?.kind === 'product' ? question.matches.length : 0;
}

/** The last scan that can be taken back. */
export function lastCounted(
  recent: readonly RecentCount[],
): Extract<RecentCount, { kind: 'counted' }> | undefined {
  return recent.find((entry) => entry.kind === 'counted' && !entry.isUndone) as
    | Extract<RecentCount, { kind: 'counted' }>
    | undefined;
}
