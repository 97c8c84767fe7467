import { formatFen } from '../core/fen.ts';
import { lineKey, unpricedLineKey } from './fingerprint.ts';
import type { LineIdentity } from './fingerprint.ts';
import type { PlannedSalesLine, PlannedSalesOrder } from './planned-types.ts';
import type { Problem } from './problem-types.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** The line is in the file as well, whether or not it states its price there. */
function isInFile({ occurrences }: PlanContext, line: LineIdentity): boolean {
  return occurrences.has(lineKey(line)) || occurrences.has(unpricedLineKey(line));
}

/** A line of the store that this one seems to replace: same order and product, same day or customer, and gone from the file. */
function replacedBy(
  context: PlanContext,
  order: PlannedSalesOrder,
  line: PlannedSalesLine,
): LineIdentity | undefined {
  if (order.number === '') return undefined;
  return context.known
    .salesLinesOf(order.number, line.productCode)
    .find(
      (known) =>
        (known.day === line.day ||
          (known.customerCode !== '' && known.customerCode === order.customerCode)) &&
        !isInFile(context, known),
    );
}

function told(line: Pick<LineIdentity, 'day' | 'quantity' | 'unitPrice'>): string {
  const price = line.unitPrice === null ? '' : ` × ${formatFen(line.unitPrice)}`;
  return `${line.day} ${line.quantity}${price}`;
}

function problemOf(
  order: PlannedSalesOrder,
  line: PlannedSalesLine,
  known: LineIdentity,
  column: string,
): Problem {
  return {
    sheet: order.sheet,
    row: line.row,
    column,
    field: 'quantity',
    code: 'line.differs',
    severity: 'rejection',
    found: told(line),
    expected: `${order.number} ${line.productCode} ${told(known)}`,
  };
}

/** Customers that nobody needs any more. */
function forgetCustomers({ customers, orders }: PlanContext): void {
  const needed = new Set(orders.map(({ customerCode }) => customerCode));
  for (const code of customers.keys()) if (!needed.has(code)) customers.delete(code);
}

/**
 * Keeps out the lines of a corrected file that stand in the store with another quantity, price or day: as lines of their own
 * they would count twice. Where the file holds the store's line too, the new one is an addition and stays. A person who says
 * that repeated lines are lines of their own has these as well. Called when all sales of the file are planned.
 */
export function rejectRevisedLines(context: PlanContext, tasks: readonly SheetTask[]): void {
  if (context.options.keepRepeated) return;
  const taskOf = new Map(tasks.map((task) => [task.guess.name, task]));
  let rejected = 0;
  const keeps = (order: PlannedSalesOrder, line: PlannedSalesLine): boolean => {
    const known = replacedBy(context, order, line);
    const task = taskOf.get(order.sheet);
    if (known === undefined || task === undefined) return true;
    const column = task.guess.columns.find(({ field }) => field === 'quantity')?.letter ?? '';
    context.problems.push(problemOf(order, line, known, column));
    task.outcomes.set(line.row, 'rejected');
    rejected += 1;
    return false;
  };
  const kept = context.orders.flatMap((order) => {
    const lines = order.lines.filter((line) => keeps(order, line));
    if (lines.length === order.lines.length) return [order];
    return lines.length === 0 ? [] : [{ ...order, lines }];
  });
  if (rejected === 0) return;
  context.orders.length = 0;
  for (const order of kept) context.orders.push(order);
  forgetCustomers(context);
}
