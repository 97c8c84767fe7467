import { fen } from '#app/core/fen.ts';
import type { ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';

/** Full and begun packs of a quantity. */
export function packsOf(quantity: number, packSize: number): number {
  return Math.ceil(quantity / packSize);
}

/** What a line adds to the order; a dropped line adds nothing. Null without a price. */
export function amountOf(line: ReorderLineView): number | null {
  if (line.price === null) return null;
  return line.status === 'dropped' ? 0 : line.price * line.ordered;
}

export function isEdited(line: ReorderLineView): boolean {
  return line.status !== 'dropped' && line.ordered !== line.suggested;
}

function share(line: ReorderLineView) {
  const counts = line.status !== 'dropped' && line.ordered > 0;
  return {
    lines: counts ? 1 : 0,
    units: counts ? line.ordered : 0,
    packs: counts ? packsOf(line.ordered, line.packSize) : 0,
    amount: counts ? (amountOf(line) ?? 0) : 0,
    edited: isEdited(line) ? 1 : 0,
    dropped: line.status === 'dropped' ? 1 : 0,
  };
}

/** The plan's head after one line changed: what the totals bar shows until the server's answer is there. */
export function planAfter(
  plan: ReorderPlanView,
  before: ReorderLineView,
  after: ReorderLineView,
): ReorderPlanView {
  const was = share(before);
  const is = share(after);
  return {
    ...plan,
    totals: {
      lines: plan.totals.lines + is.lines - was.lines,
      units: plan.totals.units + is.units - was.units,
      packs: plan.totals.packs + is.packs - was.packs,
      amount: fen(plan.totals.amount + is.amount - was.amount),
    },
    counts: {
      ...plan.counts,
      toOrder: plan.counts.toOrder + is.lines - was.lines,
      edited: plan.counts.edited + is.edited - was.edited,
      dropped: plan.counts.dropped + is.dropped - was.dropped,
    },
  };
}
