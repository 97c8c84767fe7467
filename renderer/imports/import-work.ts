import { useSyncExternalStore } from 'react';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Failure } from '#app/core/errors.ts';
import type { SalesMode } from '#app/exchange/kinds.ts';
import type { ImportEffect, ImportOptions, SheetSummary } from '#app/exchange/plan-types.ts';
import type { TextEncoding } from '#app/exchange/sheet.ts';

export type Step = 'file' | 'recognise' | 'check' | 'commit';
export const steps: readonly Step[] = ['file', 'recognise', 'check', 'commit'];

/** What the job of a commit gives; no id where the file held nothing new. */
export interface Committed {
  readonly importId: string | null;
  readonly documents: readonly { readonly id: string; readonly number: string }[];
  readonly documentCount: number;
  readonly summary: { readonly sheets: readonly SheetSummary[]; readonly effect: ImportEffect };
}

/** How the file is to be read; changes are sent as a whole. */
export interface Wish {
  readonly options: ImportOptions;
  readonly encoding: TextEncoding | null;
}

/** The file a person is working on. One at a time; it outlives a visit to another page and a reload of this one. */
export interface ImportWork {
  readonly step: Step;
  readonly fileName: string;
  /** While the file is handed over. */
  readonly uploading: boolean;
  readonly sessionId: string | null;
  readonly planJobId: string | null;
  /** Said while a plan was being made: it is sent when that one is there. */
  readonly wish: Wish | null;
  readonly commitJobId: string | null;
  readonly committed: Committed | null;
  readonly failure: Failure | null;
  readonly skipRejected: boolean;
  /** Chosen before there is a file; null means today. */
  readonly asOf: BusinessDay | null;
  readonly mode: SalesMode;
}

const storageKey = 'zongdai.import';

const nothing: ImportWork = {
  step: 'file',
  fileName: '',
  uploading: false,
  sessionId: null,
  planJobId: null,
  wish: null,
  commitJobId: null,
  committed: null,
  failure: null,
  skipRejected: false,
  asOf: null,
  mode: 'history',
};

function remembered(): ImportWork {
  try {
    const text = sessionStorage.getItem(storageKey);
    if (text === null) return nothing;
    const work = { ...nothing, ...(JSON.parse(text) as Partial<ImportWork>), uploading: false };
    return work.sessionId === null ? nothing : work;
  } catch {
    return nothing;
  }
}

let work: ImportWork | null = null;
const listeners = new Set<() => void>();

export function readWork(): ImportWork {
  work ??= remembered();
  return work;
}

export function setWork(change: Partial<ImportWork>): void {
  work = { ...readWork(), ...change };
  sessionStorage.setItem(storageKey, JSON.stringify(work));
  for (const listener of listeners) listener();
}

/** Back to the first step; how files are to be taken stays. */
export function clearWork(): void {
  const { asOf, mode } = readWork();
  setWork({ ...nothing, asOf, mode });
}

export function useImportWork(): ImportWork {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, readWork);
}
