import type { KeyboardEvent } from 'react';
import { focusBeside, focusNext, lineOf } from './walk-cells.ts';

interface GridActions {
  /** What Enter in the last field does before it goes on. */
  readonly addLine: () => void;
  readonly remove: (line: string) => void;
}

/** The keys of every typed grid: Enter goes on, the arrows go up and down, Ctrl+Delete takes the line out. */
export function onGridKey(
  event: KeyboardEvent<HTMLElement>,
  root: HTMLElement | null,
  { addLine, remove }: GridActions,
): void {
  const cell = event.target as HTMLElement;
  if (event.nativeEvent.isComposing || event.altKey || root === null) return;
  if (!cell.matches('input[data-cell]')) return;
  const choosing = cell.dataset['choosing'] !== undefined;
  if (event.key === 'Enter' && !event.defaultPrevented) focusNext(root, cell, addLine);
  else if (event.key === 'ArrowDown' && !choosing) focusBeside(root, cell, 1);
  else if (event.key === 'ArrowUp' && !choosing) focusBeside(root, cell, -1);
  else if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) remove(lineOf(cell));
  else return;
  event.preventDefault();
}
