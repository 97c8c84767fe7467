import type { Problem } from './plan-types.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** What is on hand of a product in a warehouse, over all its lots. */
function onHandTotals(balances: ReadonlyMap<string, number>): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [key, onHand] of balances) {
    const place = key.slice(0, key.lastIndexOf('\u001F'));
    totals.set(place, (totals.get(place) ?? 0) + onHand);
  }
  return totals;
}

interface Need {
  readonly sheet: string;
  readonly row: number;
  quantity: number;
}

/**
 * Sales that move stock and take a product below nothing: said once for each product and warehouse, at its first line. It is a
 * warning: goods that left have left, and the missing receipt can be entered afterwards.
 */
export function warnOfShortStock(context: PlanContext, tasks: readonly SheetTask[]): Problem[] {
  const needs = new Map<string, Need>();
  for (const order of context.orders) {
    for (const line of order.lines) {
      const place = `${line.productCode}\u001F${line.warehouseCode ?? context.known.defaultWarehouse}`;
      const need = needs.get(place);
      if (need === undefined)
        needs.set(place, { sheet: order.sheet, row: line.row, quantity: line.quantity });
      else need.quantity += line.quantity;
    }
  }
  const onHand = onHandTotals(context.known.balances);
  const quantityColumns = new Map(
    tasks.map(({ guess }) => [
      guess.name,
      guess.columns.find(({ field }) => field === 'quantity')?.letter ?? '',
    ]),
  );
  return [...needs].flatMap(([place, need]): Problem[] => {
    const there = onHand.get(place) ?? 0;
    if (need.quantity <= there) return [];
    return [
      {
        sheet: need.sheet,
        row: need.row,
        column: quantityColumns.get(need.sheet) ?? '',
        field: 'quantity',
        code: 'quantity.short',
        severity: 'warning',
        found: `${place.slice(0, place.indexOf('\u001F'))} ${need.quantity}`,
        expected: String(there),
      },
    ];
  });
}
