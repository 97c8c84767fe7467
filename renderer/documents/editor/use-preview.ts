import { useEffect, useState } from 'react';
import type { SheetProblem } from '#app/core/stock-problems.ts';
import { query } from '../../api/client.ts';
import type { OutputOf } from '../../api/contract.ts';
import { sentLines, sheetToSend } from './sheet-state.ts';
import type { SheetState } from './sheet-state.ts';

type Entry = OutputOf<'documents.preview'>['entries'][number];

/** What a line would come to, and what is wrong with it. */
export interface LinePreview {
  readonly problems: readonly SheetProblem[];
  readonly entries: readonly Entry[];
}

export interface SheetPreview {
  readonly head: readonly SheetProblem[];
  /** By the key of the line. */
  readonly lines: ReadonlyMap<string, LinePreview>;
}

const nothing: SheetPreview = { head: [], lines: new Map() };
const delay = 200;

/** What the document would come to as it is being written: problems and proposed batches, a moment after the last key. */
export function usePreview(state: SheetState): SheetPreview {
  const [preview, setPreview] = useState<SheetPreview>(nothing);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const keys = sentLines(state.lines).map(({ key }) => key);
      query('documents.preview', sheetToSend(state), abort.signal).then(
        ({ problems, entries }) => {
          if (!abort.signal.aborted) setPreview((shown) => byLine(keys, problems, entries, shown));
        },
        // Posting says what is wrong; a preview that fails only shows nothing new.
        () => undefined,
      );
    }, delay);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [state]);
  return preview;
}

/**
 * Problems count lines of the sheet that was sent, from 1; here they find their lines again. A line of which nothing is new keeps what
 * it has, so that of two thousand lines only those are drawn again that changed.
 */
export function byLine(
  keys: readonly string[],
  problems: readonly SheetProblem[],
  entries: readonly Entry[],
  shown: SheetPreview = nothing,
): SheetPreview {
  const problemsOf = Map.groupBy(problems, ({ line }) => line);
  const entriesOf = Map.groupBy(entries, ({ sheetLine }) => sheetLine);
  const lines = new Map(
    keys.map((key, index): [string, LinePreview] => {
      const line = { problems: problemsOf.get(index + 1) ?? [], entries: entriesOf.get(index) ?? [] };
      const before = shown.lines.get(key);
      return [key, before !== undefined && isSame(before, line) ? before : line];
    }),
  );
  return { head: problemsOf.get(null) ?? [], lines };
}

function isSame(before: LinePreview, now: LinePreview): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
