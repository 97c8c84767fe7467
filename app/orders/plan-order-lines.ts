import type { Fen } from '../core/fen.ts';
import { largestQuantity } from '../core/quantity.ts';
import type { ProblemList } from './order-problem.ts';

export interface OrderProductFacts {
  readonly id: string;
  readonly code: string;
  readonly status: 'active' | 'inactive';
  readonly packSize: number;
  readonly moq: number;
}

export interface OrderFacts {
  readonly products: ReadonlyMap<string, OrderProductFacts>;
  /** Null where there is no such warehouse. */
  readonly warehouseKind: 'own' | 'quarantine' | 'transit' | null;
  /** Null where none is named or there is no such partner. */
  readonly partnerKind: 'customer' | 'supplier' | 'distributor' | null;
}

interface WrittenLine {
  readonly productId: string;
  readonly quantity: number;
  readonly per: 'unit' | 'pack';
  readonly unitPrice?: Fen | null | undefined;
}

export interface PlannedOrderLine {
  /** Of the sheet, from 0. */
  readonly index: number;
  readonly product: OrderProductFacts;
  /** Base units. */
  readonly quantity: number;
  readonly unitPrice: Fen | null;
}

/** Lines in base units, with everything that is wrong with them. Lines that cannot be ordered are left out. */
export function planOrderLines(
  lines: readonly WrittenLine[],
  { products }: OrderFacts,
  list: ProblemList,
): PlannedOrderLine[] {
  if (lines.length === 0) list.error(null, 'lines', 'lines.none');
  const firstSeen = new Map<string, number>();
  return lines.flatMap((line, index): PlannedOrderLine[] => {
    const product = products.get(line.productId);
    if (product === undefined) {
      list.error(index, 'productId', 'product.unknown', { found: line.productId });
      return [];
    }
    if (product.status === 'inactive')
      list.warn(index, 'productId', 'product.inactive', { found: product.code });
    const before = firstSeen.get(product.id);
    if (before === undefined) firstSeen.set(product.id, index);
    else list.warn(index, 'productId', 'product.repeated', { found: product.code, expected: before + 1 });
    const quantity = line.per === 'pack' ? line.quantity * product.packSize : line.quantity;
    if (quantity <= 0 || quantity > largestQuantity) {
      list.error(index, 'quantity', 'quantity.invalid', { found: line.quantity });
      return [];
    }
    const unitPrice = line.unitPrice ?? null;
    if (unitPrice === null) list.warn(index, 'unitPrice', 'price.missing');
    else if (!Number.isSafeInteger(unitPrice * quantity)) {
      list.error(index, 'unitPrice', 'amount.tooLarge', { found: unitPrice });
      return [];
    }
    return [{ index, product, quantity, unitPrice }];
  });
}
