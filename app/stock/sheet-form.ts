import { originKinds } from './origins.ts';
import { headPartners, kindsWithOrder, kindsWithReason } from './plan-head.ts';
import type { PartnerKind } from './plan-head.ts';
import type { WrittenKind } from './stock-words.ts';

/** What a sheet of some kind asks for: the head's fields and the columns of its lines. */
export interface SheetForm {
  /** Which way the products of the lines go; `both` by the sign of the quantity. */
  readonly direction: 'in' | 'out' | 'both';
  /** Of which price a new line proposes one; null for kinds without a price. */
  readonly price: 'purchase' | 'sale' | null;
  readonly partners: readonly PartnerKind[];
  readonly hasTarget: boolean;
  readonly hasReason: boolean;
  readonly hasOrder: boolean;
  readonly hasOrigin: boolean;
  readonly hasCondition: boolean;
  /** Lines are those of the origin: nothing is added, only quantities are said. */
  readonly isArrival: boolean;
  readonly isOfSets: boolean;
}

const incoming: readonly WrittenKind[] = [
  'receipt',
  'exchange_in',
  'customer_return',
  'transfer_in',
  'assembly',
];
const prices: Readonly<Partial<Record<WrittenKind, 'purchase' | 'sale'>>> = {
  receipt: 'purchase',
  exchange_in: 'purchase',
  exchange_out: 'purchase',
  supplier_return: 'purchase',
  adjustment: 'purchase',
  issue: 'sale',
  customer_return: 'sale',
};

export function sheetForm(kind: WrittenKind): SheetForm {
  return {
    direction: kind === 'adjustment' ? 'both' : incoming.includes(kind) ? 'in' : 'out',
    price: prices[kind] ?? null,
    partners: headPartners[kind]?.kinds ?? [],
    hasTarget: kind === 'transfer_out',
    hasReason: kindsWithReason.includes(kind),
    hasOrder: kindsWithOrder.includes(kind),
    hasOrigin: originKinds[kind] !== undefined,
    hasCondition: kind === 'customer_return',
    isArrival: kind === 'transfer_in',
    isOfSets: kind === 'assembly' || kind === 'disassembly',
  };
}
