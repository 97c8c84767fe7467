import { useCallback, useState } from 'react';

function remembered(): Readonly<Record<string, unknown>> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
}

/**
 * Like `useState`, and kept with this entry of the browser's history: whoever opens a row and comes back finds the list as it
 * was left, while a visit through the navigation begins anew.
 */
export function useHistoryState<Value>(key: string, initial: () => Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    const before = remembered();
    return key in before ? (before[key] as Value) : initial();
  });
  const set = useCallback(
    (next: Value) => {
      setValue(next);
      history.replaceState({ ...remembered(), [key]: next }, '');
    },
    [key],
  );
  return [value, set];
}

let visits = 0;

/** Called by the frame at each change of the page. */
export function countVisit(): void {
  visits += 1;
}

/** Whether there is a page of the application to go back to. */
export function cameFromInside(): boolean {
  return visits > 1;
}
