import type { OrderProblem } from '../core/order-problems.ts';
import { openOfPurchase } from './open-quantity.ts';
import type { PurchaseQuantities } from './open-quantity.ts';
import { problemList } from './order-problem.ts';
import type { PurchaseConfirmation, PurchaseSheet } from './order-sheet.ts';
import { planOrderLines } from './plan-order-lines.ts';
import type { OrderFacts, PlannedOrderLine } from './plan-order-lines.ts';

export interface PurchasePlan {
  readonly problems: readonly OrderProblem[];
  readonly lines: readonly PlannedOrderLine[];
}

/** What an order to HQ as written comes to, and everything that is wrong with it at once. */
export function planPurchase(sheet: PurchaseSheet, facts: OrderFacts): PurchasePlan {
  const list = problemList();
  if (facts.partnerKind !== 'supplier')
    list.error(null, 'supplierId', 'supplier.wrongKind', { found: facts.partnerKind ?? '' });
  if (facts.warehouseKind !== 'own')
    list.error(null, 'warehouseId', 'warehouse.notOwn', { found: facts.warehouseKind ?? '' });
  const expected = sheet.expectedDay ?? null;
  if (expected !== null && expected < sheet.day)
    list.error(null, 'expectedDay', 'expectedDay.early', { found: expected, expected: sheet.day });
  const lines = planOrderLines(sheet.lines, facts, list);
  for (const { index, product, quantity } of lines) {
    if (quantity % product.packSize !== 0)
      list.warn(index, 'quantity', 'quantity.notPack', { found: quantity, expected: product.packSize });
    if (quantity < product.moq)
      list.warn(index, 'quantity', 'quantity.belowMoq', { found: quantity, expected: product.moq });
  }
  return { problems: list.problems, lines };
}

export interface OrderedLine extends PurchaseQuantities {
  readonly line: number;
}

export interface ConfirmationPlan {
  readonly problems: readonly OrderProblem[];
  /** Every line of the order as it is after the answer. */
  readonly lines: readonly OrderedLine[];
  /** Base units that are open then. */
  readonly open: number;
}

/** What HQ's answer makes of an order's lines. That it sends less, or more, is said and not refused. */
export function planConfirmation(
  { lines: answered }: PurchaseConfirmation,
  ordered: readonly OrderedLine[],
): ConfirmationPlan {
  const list = problemList();
  const lines = new Map(ordered.map((line) => [line.line, line]));
  for (const [index, { line, confirmed }] of answered.entries()) {
    const before = lines.get(line);
    if (before === undefined) {
      list.error(index, 'line', 'line.unknown', { found: line });
      continue;
    }
    if (confirmed !== null && confirmed < 0) {
      list.error(index, 'confirmed', 'quantity.invalid', { found: confirmed });
      continue;
    }
    lines.set(line, { ...before, confirmed });
    if (confirmed === null) continue;
    const said = { found: confirmed, expected: before.quantity };
    if (confirmed < before.received)
      list.warn(index, 'confirmed', 'confirmed.belowReceived', {
        found: confirmed,
        expected: before.received,
      });
    else if (confirmed < before.quantity) list.warn(index, 'confirmed', 'confirmed.less', said);
    else if (confirmed > before.quantity) list.warn(index, 'confirmed', 'confirmed.more', said);
  }
  const after = [...lines.values()];
  return {
    problems: list.problems,
    lines: after,
    open: after.reduce((sum, line) => sum + openOfPurchase(line), 0),
  };
}
