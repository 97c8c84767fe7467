import type { PlannedEntry } from '../stock/plan-types.ts';
import type { StockSheetLine } from '../stock/stock-sheet.ts';
import { partnerIdOf } from './document-rows.ts';
import { planDocument } from './plan-document.ts';
import type { PlannedDocument, PlannedSalesLine, PlannedSalesOrder, RowReference } from './planned-types.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

type Kind = 'issue' | 'customer_return';

/**
 * An order's lines by what its documents do with them. Lines that take others of the order back (of the same product in the same
 * warehouse) stay with them; where more comes back than goes out, all lines of the product are a return.
 */
function divided(context: PlanContext, order: PlannedSalesOrder): { kind: Kind; order: PlannedSalesOrder }[] {
  const sums = new Map<string, number>();
  const placeOf = ({ productCode, warehouseCode }: PlannedSalesLine): string =>
    `${productCode}\u001F${warehouseCode ?? context.known.defaultWarehouse}`;
  for (const line of order.lines) sums.set(placeOf(line), (sums.get(placeOf(line)) ?? 0) + line.quantity);
  const parts = Object.groupBy(order.lines, (line): Kind =>
    (sums.get(placeOf(line)) ?? 0) < 0 ? 'customer_return' : 'issue',
  );
  return (['issue', 'customer_return'] as const).flatMap((kind) => {
    const lines = parts[kind];
    if (lines === undefined) return [];
    return [{ kind, order: lines.length === order.lines.length ? order : { ...order, lines } }];
  });
}

/** One document as written for each warehouse, each product on one line: what was cancelled within the order moves nothing. */
function written(context: PlanContext, kind: Kind, order: PlannedSalesOrder): PlannedDocument[] {
  const documents = new Map<string, Map<string, { line: StockSheetLine; place: RowReference }>>();
  for (const { row, productCode, quantity, warehouseCode } of order.lines) {
    const warehouse = warehouseCode ?? context.known.defaultWarehouse;
    const lines =
      documents.get(warehouse) ?? new Map<string, { line: StockSheetLine; place: RowReference }>();
    documents.set(warehouse, lines);
    const moved = kind === 'issue' ? quantity : -quantity;
    const known = lines.get(productCode);
    lines.set(productCode, {
      line: { productId: productCode, quantity: moved + (known?.line.quantity ?? 0) },
      place: known?.place ?? { sheet: order.sheet, row },
    });
  }
  return [...documents].map(([warehouseId, lines]) => {
    const moving = [...lines.values()].filter(({ line }) => line.quantity !== 0);
    return {
      sheet: {
        kind,
        day: order.day,
        warehouseId,
        ...(order.customerCode === null ? {} : { partnerId: partnerIdOf('customer', order.customerCode) }),
        note: order.number,
        lines: moving.map(({ line }) => line),
      },
      rows: moving.map(({ place }) => place),
      keys: [],
    };
  });
}

/** The order with what its document books; without the lines that cannot be posted. */
function planOrder(
  context: PlanContext,
  tasks: ReadonlyMap<string, SheetTask>,
  kind: Kind,
  order: PlannedSalesOrder,
): PlannedSalesOrder | null {
  const entries: PlannedEntry[] = [];
  const refused = new Map<string, RowReference>();
  for (const document of written(context, kind, order)) {
    const plan = planDocument(context, tasks, document);
    const kept = plan?.document ?? { sheet: { lines: [] }, rows: [] };
    const products = new Set(kept.sheet.lines.map(({ productId }) => productId));
    for (const [index, { productId }] of document.sheet.lines.entries()) {
      const place = document.rows[index];
      if (place === undefined || products.has(productId)) continue;
      refused.set(`${productId}\u001F${document.sheet.warehouseId}`, place);
    }
    if (plan === null) continue;
    const { rows } = plan.document;
    context.book.book(plan.entries, order.day, (line) => rows[line] ?? { sheet: order.sheet, row: 0 });
    entries.push(...plan.entries);
  }
  if (refused.size === 0) return { ...order, document: { kind, entries } };
  const lines = order.lines.filter((line) => {
    const place = refused.get(
      `${line.productCode}\u001F${line.warehouseCode ?? context.known.defaultWarehouse}`,
    );
    if (place !== undefined) refuseWith(context, tasks, place, line.row);
    return place === undefined;
  });
  return lines.length === 0 ? null : { ...order, lines, document: { kind, entries } };
}

/** Other lines of a product that cannot be posted fall with the one that the reason is told at. */
function refuseWith(
  context: PlanContext,
  tasks: ReadonlyMap<string, SheetTask>,
  place: RowReference,
  row: number,
): void {
  const outcomes = tasks.get(place.sheet)?.outcomes;
  const reason = context.problems.findLast(
    (one) => one.severity === 'rejection' && one.row === place.row && one.sheet === place.sheet,
  );
  if (outcomes === undefined || reason === undefined || outcomes.get(row) === 'rejected') return;
  outcomes.set(row, 'rejected');
  context.problems.push({ ...reason, row });
}

/**
 * What sales that move stock book, order after order: an issue of what went out, first expiry first, and a return of what came
 * back. Called when all sales of the file are planned.
 */
export function planIssues(context: PlanContext, tasks: readonly SheetTask[]): void {
  const taskOf = new Map(tasks.map((task) => [task.guess.name, task]));
  const orders = [...context.orders].toSorted((left, right) =>
    left.day < right.day ? -1 : left.day > right.day ? 1 : 0,
  );
  const planned = orders.flatMap((order) =>
    divided(context, order).flatMap((part) => planOrder(context, taskOf, part.kind, part.order) ?? []),
  );
  context.orders.length = 0;
  for (const order of planned) context.orders.push(order);
}
