import { useSyncExternalStore } from 'react';

let waiting: File | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** A file was dropped on the window, or chosen elsewhere, and waits for the import page. */
export function setDroppedFile(file: File): void {
  waiting = file;
  tell();
}

/** Takes the waiting file away, so that it is imported once. */
export function takeDroppedFile(): File | null {
  const file = waiting;
  waiting = null;
  if (file !== null) tell();
  return file;
}

export function useDroppedFile(): File | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
}
