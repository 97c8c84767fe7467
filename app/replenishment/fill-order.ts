import type { OrderLine, OrderTerms } from './whole-order.ts';

/** What the whole order has to come to, and what was added for it. Money in fen. */
export interface MultipleOutcome {
  readonly kind: 'amount' | 'cartons';
  /** To be reached: money, or cartons in whole multiples. */
  readonly target: number;
  readonly before: number;
  readonly after: number;
  readonly lines: number;
  readonly units: number;
  /**
   * `reached`: was so already; `filled`; `far`: less than half of it is needed, so nothing was added; `short`: what would be
   * needed within half a year, would not expire and can be paid is not enough.
   */
  readonly state: 'reached' | 'filled' | 'far' | 'short';
}

/** Below this part of the target an order is not blown up to it. */
const worthFilling = 0.5;
/** Nothing is ordered that is needed later than in so many days. */
const farthestDays = 182;

/**
 * Fills an order up to HQ's threshold with what will be needed first: every line is raised to the same days of cover, pack by
 * pack, the shortest cover first, until the order is large enough. Undefined where the order has no such term.
 */
export function fillOrder(
  lines: readonly OrderLine[],
  terms: OrderTerms,
): { units: readonly number[]; outcome: MultipleOutcome } | undefined {
  const kind: MultipleOutcome['kind'] = terms.orderAmount === null ? 'cartons' : 'amount';
  const size = terms.orderAmount ?? terms.orderCartons;
  if (size === null || size <= 0) return undefined;
  const worth = (line: OrderLine): number => (kind === 'cartons' ? 1 : (line.price ?? 0) * line.packSize);
  const before = lines.reduce(
    (sum, line) => sum + Math.ceil(line.suggested / line.packSize) * worth(line),
    0,
  );
  const target = kind === 'amount' ? size : Math.max(1, Math.ceil(before / size)) * size;
  const none = lines.map(() => 0);
  const told = (state: MultipleOutcome['state'], units: readonly number[], after: number) => ({
    units,
    outcome: {
      kind,
      target,
      before,
      after,
      lines: units.filter((added) => added > 0).length,
      units: units.reduce((sum, added) => sum + added, 0),
      state,
    },
  });
  if (before >= target) return told('reached', none, before);
  if (before < target * worthFilling) return told('far', none, before);
  const packs = choosePacks(lines, { missing: target - before, worth, spare: spareMoney(lines, terms) });
  if (packs === undefined) return told('short', none, before);
  const added = lines.reduce((sum, line, index) => sum + (packs[index] ?? 0) * worth(line), 0);
  return told(
    'filled',
    lines.map((line, index) => (packs[index] ?? 0) * line.packSize),
    before + added,
  );
}

function spareMoney(lines: readonly OrderLine[], { budget }: OrderTerms): number {
  if (budget === null) return Number.POSITIVE_INFINITY;
  return budget - lines.reduce((sum, line) => sum + line.suggested * (line.price ?? 0), 0);
}

interface Missing {
  readonly missing: number;
  readonly worth: (line: OrderLine) => number;
  /** What may be spent at most. */
  readonly spare: number;
}

/** Packs by line that are worth `missing` together; undefined where they cannot be found or paid. */
function choosePacks(lines: readonly OrderLine[], { missing, worth, spare }: Missing): number[] | undefined {
  const upTo = (days: number): number[] => lines.map((line) => packsUntil(line, days));
  const worthOf = (packs: readonly number[]): number =>
    packs.reduce((sum, count, index) => sum + count * worth(lines[index] as OrderLine), 0);
  let low = 0;
  let high = farthestDays;
  if (worthOf(upTo(high)) < missing) return undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (worthOf(upTo(middle)) >= missing) high = middle;
    else low = middle + 1;
  }
  const packs = high === 0 ? lines.map(() => 0) : upTo(high - 1);
  const last = upTo(high);
  let left = missing - worthOf(packs);
  for (const index of byCover(lines, packs)) {
    const line = lines[index] as OrderLine;
    while (left > 0 && (packs[index] ?? 0) < (last[index] ?? 0)) {
      const has = packs[index] ?? 0;
      const step = line.suggested + has === 0 ? Math.ceil(line.moq / line.packSize) : 1;
      packs[index] = has + step;
      left -= worth(line) * step;
    }
  }
  const costs = packs.reduce((sum, count, index) => {
    const line = lines[index] as OrderLine;
    return sum + count * line.packSize * (line.price ?? 0);
  }, 0);
  return left > 0 || costs > spare ? undefined : packs;
}

/** Whole packs that bring a line up to `days` of cover: none that would expire, and none below the MOQ. */
function packsUntil(line: OrderLine, days: number): number {
  const { demandPerDay, position, suggested, packSize, moq } = line;
  if (demandPerDay <= 0 || line.price === null) return 0;
  const wanted = Math.ceil((demandPerDay * days - position - suggested) / packSize - 1e-9);
  if (wanted <= 0) return 0;
  const least = suggested > 0 ? 0 : Math.ceil(moq / packSize);
  const most =
    line.most === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(0, Math.floor((line.most - suggested) / packSize));
  const packs = Math.min(Math.max(wanted, least), most);
  return packs < least ? 0 : packs;
}

/** The indexes of lines, the one whose stock ends first in front. */
function byCover(lines: readonly OrderLine[], packs: readonly number[]): number[] {
  const cover = lines.map((line, index) =>
    line.demandPerDay <= 0
      ? Number.POSITIVE_INFINITY
      : (line.position + line.suggested + (packs[index] ?? 0) * line.packSize) / line.demandPerDay,
  );
  return lines.map((_, index) => index).toSorted((a, b) => (cover[a] ?? 0) - (cover[b] ?? 0) || a - b);
}
