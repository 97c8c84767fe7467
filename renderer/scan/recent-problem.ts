import type { ScanProblemCode } from '#app/stock/scan-types.ts';

/** What a person should know of a scan: what it means in the store, or what the screen makes of it. */
export interface RecentProblem {
  readonly code: ScanProblemCode | 'busy' | 'order.over' | 'order.without' | 'times.tooMany';
  /** Data as text, not prose. */
  readonly found: string;
  readonly expected: string;
}
