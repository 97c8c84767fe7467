import type { HorizonDemand } from './demand-risk.ts';
import { cutToBudget } from './cut-to-budget.ts';
import type { BudgetOutcome } from './cut-to-budget.ts';
import { fillOrder } from './fill-order.ts';
import type { MultipleOutcome } from './fill-order.ts';

/** A line as the whole order sees it. Quantities in base units, money in fen. */
export interface OrderLine {
  readonly suggested: number;
  /** What is there and coming, without what is suggested. */
  readonly position: number;
  readonly demandPerDay: number;
  readonly demand: HorizonDemand;
  readonly moq: number;
  readonly packSize: number;
  /** What a unit costs; null where nobody knows. */
  readonly price: number | null;
  /** What is lost with a unit that could not be sold. */
  readonly lostUnit: number;
  /** More than this would expire unsold. */
  readonly most: number | undefined;
}

export interface OrderTerms {
  readonly budget: number | null;
  readonly orderCartons: number | null;
  readonly orderAmount: number | null;
}

/** What became of the whole order under its terms; null where a term is not set. */
export interface OrderOutcome {
  readonly budget: BudgetOutcome | null;
  readonly multiple: MultipleOutcome | null;
}

/** What the terms of the whole order do to one line. */
export interface LineChange {
  /** ≤ 0 */
  readonly budget: number;
  /** Expected units unserved because of it, until the delivery after the next. */
  readonly riskUnits: number;
  /** ≥ 0 */
  readonly multiple: number;
}

/** First down to the budget, then, as far as the budget allows, up to what the whole order has to be. In the order of `lines`. */
export function planWholeOrder(
  lines: readonly OrderLine[],
  terms: OrderTerms,
): { changes: readonly LineChange[]; outcome: OrderOutcome } {
  const cut = terms.budget === null ? undefined : cutToBudget(lines, terms.budget);
  const left = lines.map((line, index) => ({
    ...line,
    suggested: line.suggested - (cut?.lines[index]?.units ?? 0),
  }));
  const filled = fillOrder(left, terms);
  return {
    changes: lines.map((_, index) => ({
      budget: 0 - (cut?.lines[index]?.units ?? 0),
      riskUnits: cut?.lines[index]?.riskUnits ?? 0,
      multiple: filled?.units[index] ?? 0,
    })),
    outcome: { budget: cut?.outcome ?? null, multiple: filled?.outcome ?? null },
  };
}
