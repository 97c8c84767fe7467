import { useCallback, useRef, useState } from 'react';
import { quantity } from '#app/core/quantity.ts';
import type { OverrideReason } from '#app/forecast/promises/override-reasons.ts';
import type { ReorderLineStatus, ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';
import { mutate, queryClient } from '../api/client.ts';
import type { RowOf } from '../api/contract.ts';
import { patchRows } from '../api/hooks.ts';
import { notifyFailure } from '../ui/notify.tsx';
import { planAfter } from './plan-after.ts';

export interface LineChange {
  readonly ordered?: number;
  readonly status?: ReorderLineStatus;
  /** Why `ordered` is not what is suggested. */
  readonly reason?: OverrideReason;
  readonly note?: string;
}

interface PastChange {
  readonly line: ReorderLineView;
  readonly back: LineChange;
}

export interface LineEdits {
  readonly change: (line: ReorderLineView, change: LineChange) => void;
  /** Takes the last change back and tells which line it was of; undefined when there is none. */
  readonly undo: () => ReorderLineView | undefined;
  readonly canUndo: boolean;
}

const currentKey = ['replenishment.current', null];

function readPlan(): ReorderPlanView | null | undefined {
  return queryClient.getQueryData<ReorderPlanView | null>(currentKey);
}

/** The line as the screen shows it now: the row of the last render may be older than the last key press. */
function readLine(line: ReorderLineView): ReorderLineView {
  const pages = queryClient.getQueriesData<{ rows: readonly ReorderLineView[] }>({
    queryKey: ['replenishment.lines'],
  });
  for (const [, page] of pages) {
    const found = page?.rows.find((row) => row.productId === line.productId);
    if (found !== undefined) return found;
  }
  return line;
}

function writeLine(line: ReorderLineView): void {
  patchRows(
    'replenishment.lines',
    (row) => row.productId === line.productId,
    () => line as RowOf<'replenishment.lines'>,
  );
}

/**
 * Changes of quantities: shown at once, sent one after the other, and set right by each answer. What the server refuses goes
 * back to what it was.
 */
export function useLineEdits(planId: string): LineEdits {
  const past = useRef<PastChange[]>([]);
  const [depth, setDepth] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const pending = useRef(new Map<string, number>());

  const send = useCallback(
    (line: ReorderLineView, change: LineChange) => {
      const before = readLine(line);
      const { reason, note = '', ...shown } = change;
      const after = {
        ...before,
        ...shown,
        ordered: quantity(change.ordered ?? before.ordered),
        ...(reason === undefined ? {} : { override: { reason, note } }),
      };
      const plan = readPlan();
      writeLine(after);
      if (plan !== undefined && plan !== null)
        queryClient.setQueryData(currentKey, planAfter(plan, before, after));
      const { productId } = line;
      const waiting = (by: 1 | -1): number => {
        const count = (pending.current.get(productId) ?? 0) + by;
        pending.current.set(productId, count);
        return count;
      };
      waiting(1);
      queue.current = queue.current.then(async () => {
        try {
          const answer = await mutate('replenishment.setLine', { planId, productId, ...change });
          // A newer change of the same line is on its way: its own answer sets the line right.
          if (waiting(-1) === 0) writeLine(answer.line);
          if ([...pending.current.values()].every((count) => count === 0))
            queryClient.setQueryData(currentKey, answer.plan);
        } catch (error) {
          if (waiting(-1) === 0) writeLine(before);
          notifyFailure(error);
          await queryClient.invalidateQueries({ queryKey: ['replenishment.current'] });
        }
      });
    },
    [planId],
  );

  const change = useCallback(
    (line: ReorderLineView, wanted: LineChange) => {
      const before = readLine(line);
      const same =
        (wanted.ordered ?? before.ordered) === before.ordered &&
        (wanted.status ?? before.status) === before.status;
      if (same) return;
      const { ordered, status, override } = before;
      past.current.push({ line, back: { ordered, status, ...override } });
      setDepth(past.current.length);
      send(line, wanted);
    },
    [send],
  );

  const undo = useCallback(() => {
    const last = past.current.pop();
    if (last === undefined) return undefined;
    setDepth(past.current.length);
    send(last.line, last.back);
    return last.line;
  }, [send]);

  return { change, undo, canUndo: depth > 0 };
}
