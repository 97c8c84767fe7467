/** What lies on the shelf of one product: batches by the last day on which they can be sold, the first to expire first. */
export interface Shelf {
  total: number;
  readonly batches: { readonly lastDay: number; quantity: number }[];
}

export function emptyShelf(): Shelf {
  return { total: 0, batches: [] };
}

/** Puts goods that arrive on `day`; `shelfDays` null does not expire. */
export function putOnShelf(shelf: Shelf, quantity: number, day: number, shelfDays: number | null): void {
  if (quantity <= 0) return;
  shelf.total += quantity;
  const lastDay = shelfDays === null ? Infinity : day + shelfDays;
  // A later order may overtake an earlier one, but hardly ever: look from the end.
  let place = shelf.batches.length;
  while (place > 0 && (shelf.batches[place - 1]?.lastDay ?? 0) > lastDay) place -= 1;
  const before = shelf.batches[place - 1];
  if (before?.lastDay === lastDay) before.quantity += quantity;
  else shelf.batches.splice(place, 0, { lastDay, quantity });
}

/** Takes at most `wanted`, first expiry first; gives what was taken. */
export function takeFromShelf(shelf: Shelf, wanted: number): number {
  const taken = Math.min(wanted, shelf.total);
  let left = taken;
  while (left > 0) {
    const first = shelf.batches[0];
    if (first === undefined) break;
    const part = Math.min(left, first.quantity);
    first.quantity -= part;
    left -= part;
    if (first.quantity === 0) shelf.batches.shift();
  }
  shelf.total -= taken;
  return taken;
}

/** Clears what expired before `day`; gives how much. */
export function clearExpired(shelf: Shelf, day: number): number {
  let expired = 0;
  for (let first = shelf.batches[0]; first !== undefined && first.lastDay < day; first = shelf.batches[0]) {
    expired += first.quantity;
    shelf.batches.shift();
  }
  shelf.total -= expired;
  return expired;
}
