import type { OrderProblem } from '../core/order-problems.ts';
import { problemList } from './order-problem.ts';
import type { CustomerOrderSheet } from './order-sheet.ts';
import { planOrderLines } from './plan-order-lines.ts';
import type { OrderFacts, PlannedOrderLine } from './plan-order-lines.ts';

/** A line that the order has already. */
export interface WrittenCustomerLine {
  readonly line: number;
  readonly productId: string;
  readonly productCode: string;
  readonly issued: number;
  /** Documents answered it, though they may have been taken back. */
  readonly hasIssues: boolean;
}

export interface CustomerOrderFacts extends OrderFacts {
  /** By product: available in the sheet's warehouse beside what this order holds itself. */
  readonly available: ReadonlyMap<string, number>;
  /** Lines of the order that is changed; none for a new one. */
  readonly before: readonly WrittenCustomerLine[];
}

export interface PlannedCustomerLine extends PlannedOrderLine {
  /** Its number in the order: that which it had, or the next free one. */
  readonly line: number;
  readonly issued: number;
}

export interface CustomerOrderPlan {
  readonly problems: readonly OrderProblem[];
  readonly lines: readonly PlannedCustomerLine[];
}

/**
 * What an order of a customer as written comes to, and everything that is wrong with it at once. That stock does not suffice is
 * said and not refused: the order may wait for a delivery. What was issued can be neither taken out nor fallen below.
 */
export function planCustomerOrder(sheet: CustomerOrderSheet, facts: CustomerOrderFacts): CustomerOrderPlan {
  const list = problemList();
  const named = sheet.partnerId ?? null;
  if (named !== null && facts.partnerKind !== 'customer')
    list.error(null, 'partnerId', 'customer.wrongKind', { found: facts.partnerKind ?? '' });
  if (facts.warehouseKind !== 'own')
    list.error(null, 'warehouseId', 'warehouse.notOwn', { found: facts.warehouseKind ?? '' });
  const due = sheet.dueDay ?? null;
  if (due !== null && due < sheet.day)
    list.error(null, 'dueDay', 'dueDay.early', { found: due, expected: sheet.day });
  const before = new Map(facts.before.map((line) => [line.line, line]));
  const asked = new Map<string, number>();
  let next = Math.max(0, ...before.keys());
  const lines = planOrderLines(sheet.lines, facts, list).map((planned): PlannedCustomerLine => {
    const { index, product, quantity } = planned;
    const wanted = sheet.lines[index]?.line ?? null;
    const was = wanted === null ? undefined : before.get(wanted);
    if (wanted !== null && was === undefined) list.error(index, 'line', 'line.unknown', { found: wanted });
    // Two lines cannot both be the one that was there.
    if (wanted !== null) before.delete(wanted);
    const issued = was?.issued ?? 0;
    if (was !== undefined && was.hasIssues && was.productId !== product.id)
      list.error(index, 'productId', 'line.productChanged', {
        found: product.code,
        expected: was.productCode,
      });
    if (quantity < issued)
      list.error(index, 'quantity', 'quantity.belowIssued', { found: quantity, expected: issued });
    const total = (asked.get(product.id) ?? 0) + Math.max(0, quantity - issued);
    asked.set(product.id, total);
    const available = facts.available.get(product.id) ?? 0;
    if (total > available)
      list.warn(index, 'quantity', 'stock.short', { found: total, expected: Math.max(0, available) });
    if (was === undefined) next += 1;
    return { ...planned, line: was?.line ?? next, issued };
  });
  const kept = new Set(sheet.lines.flatMap(({ line }) => line ?? []));
  for (const { line, hasIssues, productCode } of facts.before)
    if (hasIssues && !kept.has(line)) list.error(null, 'lines', 'line.issued', { found: productCode });
  return { problems: list.problems, lines };
}
