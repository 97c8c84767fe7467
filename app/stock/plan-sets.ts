import { lotToFill, lotsToTake } from './plan-lots.ts';
import { report } from './plan-types.ts';
import type { PlannedLine, Planning, ProductFacts } from './plan-types.ts';

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
    for (const taken of lotsToTake(planning, { line, index, product: part.product }, part.quantity)) {
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

/** The set goes out, and its components come in, sharing its cost by their prices. They come in without a batch. */
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
    if (part.product.lotControl) {
      report(planning, index, 'productId', 'lot.missing', { found: part.product.code });
      continue;
    }
    planning.entries.push({
      sheetLine: index,
      role: 'component',
      productId: part.product.id,
      warehouseId,
      lot: null,
      quantity: part.quantity,
      cost: null,
      link,
      weight: part.quantity * (hasPrices ? part.product.price : 1),
    });
  }
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
