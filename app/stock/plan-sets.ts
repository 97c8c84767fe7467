import { lotToFill, lotsToTake } from './plan-lots.ts';
import type { TakenLot } from './plan-lots.ts';
import { leftOf, noteTaken } from './plan-origin.ts';
import { report } from './plan-types.ts';
import type { PlannedLine, Planning, ProductFacts } from './plan-types.ts';
import type { LotChoice } from './stock-sheet.ts';

interface Part {
  readonly product: ProductFacts;
  readonly quantity: number;
}

/** Components go out, and the set comes in at what they cost. */
export function planAssembly(planning: Planning, planned: PlannedLine): void {
  const parts = partsOf(planning, planned);
  if (parts === undefined) return;
  const { line, index } = planned;
  const { warehouseId } = planning.sheet;
  const lot = lotToFill(planning, planned);
  if (lot === undefined) return;
  const link = index + 1;
  for (const part of parts) {
    for (const taken of lotsToTake(planning, asPart(planned, part), part.quantity)) {
      planning.entries.push({
        sheetLine: index,
        role: 'component',
        productId: part.product.id,
        warehouseId,
        lot: taken.lot,
        quantity: -taken.quantity,
        cost: null,
        link,
      });
    }
  }
  planning.entries.push({
    sheetLine: index,
    role: 'main',
    productId: line.productId,
    warehouseId,
    lot,
    quantity: line.quantity,
    cost: null,
    link,
  });
}

/**
 * The set goes out, and its components come in, sharing its cost by their prices: in the batches that went into the assembly where
 * one is named, else in those that the line names.
 */
export function planDisassembly(planning: Planning, planned: PlannedLine): void {
  const parts = partsOf(planning, planned);
  if (parts === undefined) return;
  const { line, index, product } = planned;
  const { warehouseId } = planning.sheet;
  const link = index + 1;
  for (const { lot, quantity } of lotsToTake(planning, { line, index, product }, line.quantity)) {
    planning.entries.push({
      sheetLine: index,
      role: 'main',
      productId: line.productId,
      warehouseId,
      lot,
      quantity: -quantity,
      cost: null,
      link,
    });
  }
  const hasPrices = parts.every((part) => part.product.price > 0);
  for (const part of parts) {
    for (const { lot, quantity } of lotsOfPart(planning, planned, part)) {
      planning.entries.push({
        sheetLine: index,
        role: 'component',
        productId: part.product.id,
        warehouseId,
        lot,
        quantity,
        cost: null,
        link,
        weight: quantity * (hasPrices ? part.product.price : 1),
      });
    }
  }
}

/** What a part comes back as. */
function lotsOfPart(planning: Planning, planned: PlannedLine, part: Part): TakenLot[] {
  const lots: TakenLot[] = [];
  let left = part.quantity;
  const { origin } = planning.facts;
  for (const line of origin?.kind === 'assembly' ? origin.lines : []) {
    if (line.productId !== part.product.id) continue;
    const quantity = Math.min(left, leftOf(planning, line).quantity);
    if (quantity <= 0) continue;
    noteTaken(planning, line, quantity, 0);
    lots.push({ lot: line.lotId === null ? null : { lotId: line.lotId }, quantity });
    left -= quantity;
  }
  if (left === 0) return lots;
  const own = asPart(planned, part);
  if (part.product.lotControl && own.line.lot === null) {
    report(planning, planned.index, 'componentLots', 'lot.missing', { found: part.product.code });
    return lots;
  }
  const lot = lotToFill(planning, own);
  return lot === undefined ? lots : [...lots, { lot, quantity: left }];
}

/** The line as if the part were written in it, with the batch that is named for it. */
function asPart(
  { line, index }: PlannedLine,
  { product, quantity }: Part,
): PlannedLine & { line: { lot: LotChoice | null } } {
  const named = line.componentLots?.find(({ productId }) => productId === product.id);
  return { line: { ...line, productId: product.id, quantity, lot: named?.lot ?? null }, index, product };
}

function partsOf(planning: Planning, { line, index, product }: PlannedLine): Part[] | undefined {
  if (product.kind !== 'set') {
    report(planning, index, 'productId', 'product.notSet', { found: product.code });
    return undefined;
  }
  if (product.components.length === 0) {
    report(planning, index, 'productId', 'product.noComponents', { found: product.code });
    return undefined;
  }
  return product.components.flatMap((component): Part[] => {
    const part = planning.facts.products.get(component.productId);
    // A service in a set (a consultation) moves no stock.
    if (part === undefined || part.kind === 'service') return [];
    return [{ product: part, quantity: component.quantity * line.quantity }];
  });
}
