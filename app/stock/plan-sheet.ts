import type { BusinessDay } from '../core/business-day.ts';
import { checkHead } from './plan-head.ts';
import { usableLots } from './fefo.ts';
import { lotToFill, lotsToTake } from './plan-lots.ts';
import { takeOfOrigin } from './plan-origin.ts';
import { planArrival, planDispatch } from './plan-transfer.ts';
import { planAssembly, planDisassembly } from './plan-sets.ts';
import { report } from './plan-types.ts';
import type { PlannedLine, Planning, StockFacts, StockPlan } from './plan-types.ts';
import type { StockSheet } from './stock-sheet.ts';
import type { WrittenKind } from './stock-words.ts';

/**
 * What a document as written comes to in the ledger, and everything that is wrong with it, all at once. The one way from a sheet
 * to entries, for every kind. Where `today` is given, a later day is an error: balances would count what has not happened. Whether stock suffices on every day is checked when it is posted.
 */
export function planSheet(sheet: StockSheet, facts: StockFacts, today?: BusinessDay): StockPlan {
  const planning: Planning = {
    sheet,
    facts,
    problems: [],
    entries: [],
    newLots: new Map(),
    learned: new Map(),
    taken: new Map(),
  };
  checkHead(planning, today);
  for (const [index, line] of sheet.lines.entries()) {
    const product = facts.products.get(line.productId);
    if (product === undefined) {
      report(planning, index, 'productId', 'product.unknown', { found: line.productId });
      continue;
    }
    const planned = { line, index, product };
    if (!checkQuantity(planning, planned)) continue;
    checkOrderLine(planning, planned);
    if (product.kind === 'service') {
      if (sheet.kind !== 'issue' && sheet.kind !== 'customer_return')
        report(planning, index, 'productId', 'product.service', { found: product.code });
      continue;
    }
    planners[sheet.kind](planning, planned);
  }
  return {
    problems: planning.problems,
    entries: planning.entries,
    newLots: [...planning.newLots.values()],
    learned: [...planning.learned.values()],
  };
}

const planners: Readonly<Record<WrittenKind, (planning: Planning, line: PlannedLine) => void>> = {
  receipt: planInflow,
  exchange_in: planInflow,
  customer_return: planCustomerReturn,
  issue: planOutflow,
  exchange_out: planOutflow,
  internal_use: planOutflow,
  scrap: planOutflow,
  supplier_return: planSupplierReturn,
  transfer_out: planDispatch,
  transfer_in: planArrival,
  adjustment: planAdjustment,
  assembly: planAssembly,
  disassembly: planDisassembly,
};

/** Goods come in at their price, or at the moving average where none is said. */
function planInflow(planning: Planning, planned: PlannedLine): void {
  const { line, index } = planned;
  const lot = lotToFill(planning, planned);
  if (lot === undefined) return;
  const price = line.unitPrice ?? null;
  if (price === null && planning.sheet.kind !== 'adjustment')
    report(planning, index, 'unitPrice', 'price.missing', { severity: 'warning' });
  const cost = price === null ? null : price * line.quantity;
  if (cost !== null && !Number.isSafeInteger(cost)) {
    report(planning, index, 'unitPrice', 'amount.tooLarge', { found: price ?? '' });
    return;
  }
  planning.entries.push({
    sheetLine: index,
    role: 'main',
    productId: line.productId,
    warehouseId: planning.sheet.warehouseId,
    lot,
    quantity: line.quantity,
    cost,
  });
}

function planOutflow(planning: Planning, planned: PlannedLine): void {
  const { line, index } = planned;
  warnReserved(planning, planned);
  for (const { lot, quantity } of lotsToTake(planning, planned, line.quantity)) {
    planning.entries.push({
      sheetLine: index,
      role: 'main',
      productId: line.productId,
      warehouseId: planning.sheet.warehouseId,
      lot,
      quantity: -quantity,
      cost: null,
    });
  }
}

/** What other orders hold may still be issued; the person is told. */
function warnReserved(planning: Planning, { line, index, product }: PlannedLine): void {
  const { facts, sheet, entries } = planning;
  const reserved = facts.reserved.get(product.id) ?? 0;
  if (reserved === 0) return;
  const usable = usableLots(facts.balances.get(product.id) ?? [], sheet.day);
  const free = usable.reduce((sum, { onHand }) => sum + onHand, 0) - reserved;
  const before = entries
    .filter((entry) => entry.productId === product.id && entry.quantity < 0)
    .reduce((sum, { quantity }) => sum - quantity, 0);
  if (before + line.quantity > free)
    report(planning, index, 'quantity', 'stock.reserved', {
      severity: 'warning',
      found: before + line.quantity,
      expected: reserved,
    });
}

/** Damaged goods, and those that go back to HQ, wait in quarantine. At what the issue cost, where it is named. */
function planCustomerReturn(planning: Planning, planned: PlannedLine): void {
  const { line, index } = planned;
  const taken = takeOfOrigin(planning, planned);
  if (taken === undefined) return;
  const lot = taken === null ? lotToFill(planning, planned) : taken.lot;
  if (lot === undefined) return;
  const isSellable = (line.condition ?? 'sellable') === 'sellable';
  planning.entries.push({
    sheetLine: index,
    role: 'main',
    productId: line.productId,
    warehouseId: isSellable ? planning.sheet.warehouseId : planning.facts.quarantineWarehouseId,
    lot,
    quantity: line.quantity,
    cost: taken === null ? null : taken.cost,
  });
}

/** At what the receipt cost, where it is named; else at the moving average. */
function planSupplierReturn(planning: Planning, planned: PlannedLine): void {
  const { line, index } = planned;
  const taken = takeOfOrigin(planning, planned);
  if (taken === undefined) return;
  if (taken === null) {
    planOutflow(planning, planned);
    return;
  }
  planning.entries.push({
    sheetLine: index,
    role: 'main',
    productId: line.productId,
    warehouseId: planning.sheet.warehouseId,
    lot: taken.lot,
    quantity: -line.quantity,
    cost: -taken.cost,
  });
}

function planAdjustment(planning: Planning, planned: PlannedLine): void {
  const { line } = planned;
  if (line.quantity > 0) planInflow(planning, planned);
  else planOutflow(planning, { ...planned, line: { ...line, quantity: -line.quantity } });
}

function checkQuantity(planning: Planning, { line, index }: PlannedLine): boolean {
  const isFine =
    planning.sheet.kind === 'adjustment'
      ? line.quantity !== 0
      : line.quantity > 0 || (planning.sheet.kind === 'transfer_in' && line.quantity === 0);
  if (!isFine) report(planning, index, 'quantity', 'quantity.invalid', { found: line.quantity });
  return isFine;
}

function checkOrderLine(planning: Planning, { line, index }: PlannedLine): void {
  const { order } = planning.facts;
  const wanted = line.orderLine ?? null;
  if (order === null || wanted === null) return;
  const ordered = order.lines.find((candidate) => candidate.line === wanted);
  if (ordered?.productId !== line.productId) {
    report(planning, index, 'orderLine', 'orderLine.unknown', { found: wanted });
    return;
  }
  const key = `order ${wanted}`;
  const used = (planning.taken.get(key) ?? 0) + line.quantity;
  planning.taken.set(key, used);
  if (used > ordered.open)
    report(planning, index, 'quantity', 'quantity.overOrder', {
      severity: 'warning',
      found: used,
      expected: ordered.open,
    });
}
