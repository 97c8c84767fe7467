/** The key of the line that a field of a typed grid belongs to. */
export function lineOf(cell: HTMLElement): string {
  return cell.closest<HTMLElement>('tr[data-line]')?.dataset['line'] ?? '';
}

/** Lines of a long sheet that are not drawn; what draws them when they are wanted listens for the event. */
const gaps = 'tbody[data-lines]';
export const drawLines = 'draw-lines';

/** Draws the lines that the cursor would go over between a field and the next one that is drawn, else it would jump. */
function drawBetween(root: HTMLElement, from: Element, step: 1 | -1): void {
  const blocks = [...root.querySelectorAll<HTMLElement>('tbody')];
  const own = blocks.findIndex((block) => block.contains(from));
  const beside = own < 0 ? undefined : blocks[own + step];
  if (beside?.matches(gaps) === true) beside.dispatchEvent(new Event(drawLines));
}

/** The field above or below in the same column, where there is one. */
export function focusBeside(root: HTMLElement, from: HTMLElement, step: 1 | -1): void {
  drawBetween(root, from, step);
  const column = [...root.querySelectorAll<HTMLElement>(`input[data-field="${from.dataset['field']}"]`)];
  column[column.indexOf(from) + step]?.focus();
}

/**
 * The next field of the grid after `from` that still wants something (fields marked `data-skip` do not); after the last one a line
 * is added first.
 */
export function focusNext(root: HTMLElement, from: Element, addLine: () => void): void {
  const cells = (): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('input[data-cell]')];
  const after = (): HTMLInputElement | undefined =>
    cells()
      .slice(cells().indexOf(from as HTMLInputElement) + 1)
      .find((cell) => cell.dataset['skip'] === undefined);
  if (!cells().includes(from as HTMLInputElement)) return;
  drawBetween(root, from, 1);
  if (after() === undefined) addLine();
  // The new line is drawn first.
  setTimeout(() => after()?.focus(), 0);
}

/** The first field of a line, after it was drawn. */
export function focusLine(root: HTMLElement, index: number): void {
  setTimeout(() => {
    const fields = root.querySelectorAll<HTMLInputElement>('input[data-field="product"]');
    fields[Math.max(0, Math.min(index, fields.length - 1))]?.focus();
  }, 0);
}
