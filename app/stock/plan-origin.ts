import { mulDiv } from './allocate.ts';
import { report } from './plan-types.ts';
import type { OriginLine, PlannedEntry, PlannedLine, Planning } from './plan-types.ts';

export interface TakenOfOrigin {
  readonly lot: PlannedEntry['lot'];
  /** Positive. */
  readonly cost: number;
}

/**
 * What a return takes of the line that it answers, at what that line cost. Null where no origin is named; undefined where the line
 * cannot be posted, which is reported.
 */
export function takeOfOrigin(planning: Planning, planned: PlannedLine): TakenOfOrigin | null | undefined {
  const { origin } = planning.facts;
  const { line, index } = planned;
  if (origin === null || (line.originLine ?? null) === null) return null;
  const found = origin.lines.find((candidate) => candidate.line === line.originLine);
  if (found?.productId !== line.productId) {
    report(planning, index, 'originLine', 'originLine.unknown', { found: line.originLine ?? '' });
    return undefined;
  }
  const left = leftOf(planning, found);
  const cost = shareOf(left, line.quantity);
  noteTaken(planning, found, line.quantity, cost);
  if (line.quantity > left.quantity)
    report(planning, index, 'quantity', 'quantity.moreThanOrigin', {
      found: found.open - left.quantity + line.quantity,
      expected: found.open,
    });
  return { lot: found.lotId === null ? null : { lotId: found.lotId }, cost };
}

/** What lines before this one have left of an origin's line. */
export function leftOf({ taken }: Planning, origin: OriginLine): { quantity: number; cost: number } {
  return {
    quantity: origin.open - (taken.get(quantityKey(origin)) ?? 0),
    cost: origin.openCost - (taken.get(costKey(origin)) ?? 0),
  };
}

export function noteTaken({ taken }: Planning, origin: OriginLine, quantity: number, cost: number): void {
  for (const [key, value] of [
    [quantityKey(origin), quantity],
    [costKey(origin), cost],
  ] as const)
    taken.set(key, (taken.get(key) ?? 0) + value);
}

/** The last part takes the rest, so that returns in parts add up to what went out, to the fen. */
function shareOf(left: { readonly quantity: number; readonly cost: number }, quantity: number): number {
  return left.quantity <= 0 ? 0 : mulDiv(left.cost, quantity, left.quantity);
}

function quantityKey({ line }: OriginLine): string {
  return `origin ${line}`;
}

function costKey({ line }: OriginLine): string {
  return `origin cost ${line}`;
}
