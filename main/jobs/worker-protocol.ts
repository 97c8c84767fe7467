import type { Failure } from '#app/core/errors.ts';

import type { Progress } from './jobs.ts';

/** What a worker is asked. */
export interface WorkerCall {
  readonly call: number;
  readonly method: string;
  readonly parameters: unknown;
}

/** What it answers: any number of progress messages, then one value or one failure. */
export type WorkerAnswer =
  | { readonly call: number; readonly progress: Progress }
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly failure: Failure | null; readonly stack: string };
