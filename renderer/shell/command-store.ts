import { useSyncExternalStore } from 'react';

let openings = 0;
const listeners = new Set<() => void>();

/** Opens the command box; its code is loaded at the first opening. */
export function openCommandBox(): void {
  openings += 1;
  for (const listener of listeners) listener();
}

/** How often it was opened: 0 means that its code is not needed yet. */
export function useCommandBoxOpenings(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => openings,
  );
}
