import { useEffect } from 'react';
import type { RefObject } from 'react';

/** The first field of the grid is where typing begins. */
export function useFirstCell(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    root.current?.querySelector<HTMLInputElement>('input[data-cell]')?.focus();
  }, [root]);
}
