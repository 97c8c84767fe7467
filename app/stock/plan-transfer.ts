import { allocate, mulDiv } from './allocate.ts';
import { lotsToTake } from './plan-lots.ts';
import { report } from './plan-types.ts';
import type { PlannedEntry, PlannedLine, Planning } from './plan-types.ts';

/** Out of the warehouse and on the way, at cost. */
export function planDispatch(planning: Planning, planned: PlannedLine): void {
  const { line, index } = planned;
  for (const { lot, quantity } of lotsToTake(planning, planned, line.quantity)) {
    const link = planning.entries.length + 1;
    const shared = { sheetLine: index, productId: line.productId, lot, cost: null, link } as const;
    planning.entries.push(
      { ...shared, role: 'main', warehouseId: planning.sheet.warehouseId, quantity: -quantity },
      { ...shared, role: 'counter', warehouseId: planning.facts.transitWarehouseId, quantity },
    );
  }
}

/**
 * What arrives of one line of a dispatch. What does not arrive leaves transit as a difference, unless it follows; what arrives
 * beyond the dispatch comes in as a difference at the cost of the rest.
 */
export function planArrival(planning: Planning, planned: PlannedLine): void {
  const { line, index } = planned;
  const { sheet, facts } = planning;
  const origin = facts.origin?.lines.find((candidate) => candidate.line === line.originLine);
  if (origin?.productId !== line.productId) {
    report(planning, index, 'originLine', 'originLine.unknown', { found: line.originLine ?? '' });
    return;
  }
  const key = `arrived ${origin.line}`;
  if (planning.taken.has(key)) {
    report(planning, index, 'originLine', 'quantity.moreThanOrigin', { found: line.quantity, expected: 0 });
    return;
  }
  planning.taken.set(key, line.quantity);
  const arrived = Math.min(line.quantity, origin.open);
  const missing = line.restFollows === true ? 0 : origin.open - arrived;
  const extra = line.quantity - arrived;
  const rest = origin.open - arrived - missing;
  const [arrivedCost = 0, missingCost = 0] = allocate(origin.openCost, [arrived, missing, rest]);
  const shared = {
    sheetLine: index,
    productId: line.productId,
    lot: origin.lotId === null ? null : { lotId: origin.lotId },
  } as const;
  const transit = { ...shared, warehouseId: facts.transitWarehouseId };
  const here = { ...shared, warehouseId: sheet.warehouseId };
  const entries: PlannedEntry[] = [
    { ...transit, role: 'counter', quantity: -arrived, cost: -arrivedCost },
    { ...here, role: 'main', quantity: arrived, cost: arrivedCost },
    { ...transit, role: 'difference', quantity: -missing, cost: -missingCost },
    { ...here, role: 'difference', quantity: extra, cost: mulDiv(origin.cost, extra, origin.quantity) },
  ];
  planning.entries.push(...entries.filter(({ quantity }) => quantity !== 0));
}
