import { lotKey } from './known-store.ts';
import type { PlannedCustomer, PlannedLot } from './planned-types.ts';
import type { PlanContext } from './sheet-plan.ts';

/** Batches that the file names first, without those whose rows stayed out after all. */
export function usedLots({ lots, stock, counts, documents }: PlanContext): PlannedLot[] {
  const used = new Set<string>();
  for (const { productCode, lot } of [...stock, ...counts])
    if (lot !== null) used.add(lotKey(productCode, lot));
  for (const { sheet } of documents)
    for (const { lot } of sheet.lines)
      if (lot !== null && lot !== undefined && 'lotId' in lot) used.add(lot.lotId);
  return [...lots].flatMap(([key, lot]) => (used.has(key) ? [lot] : []));
}

/** Customers that the store does not know, without those whose rows stayed out after all. */
export function usedCustomers({ customers, orders, documents }: PlanContext): PlannedCustomer[] {
  const used = new Set(orders.map(({ customerCode }) => customerCode));
  for (const { sheet } of documents) used.add(sheet.partnerId?.split('\u001F')[1] ?? null);
  return [...customers.values()].filter(({ code }) => used.has(code));
}
