import type { BusinessDay } from '../core/business-day.ts';
import { expiryFromShelfLife, isExpired } from './expiry.ts';
import { byFirstExpiry, freeOf, proposeLots, usableLots } from './fefo.ts';
import type { LotBalance } from './fefo.ts';
import { addNewLot, checkLotDays, learnOfBox, newLotKey } from './plan-lot-days.ts';
import { findByLotCode } from './lot-code.ts';
import { report } from './plan-types.ts';
import type { LotFacts, PlannedEntry, PlannedLine, Planning } from './plan-types.ts';
import type { LotChoice } from './stock-sheet.ts';
import type { WrittenKind } from './stock-words.ts';

/** Goods that leave as unusable, or go back to where they came from: any batch may. */
const takesUnusable: readonly WrittenKind[] = ['scrap', 'supplier_return', 'adjustment', 'disassembly'];

export interface TakenLot {
  readonly lot: PlannedEntry['lot'];
  readonly quantity: number;
}

/** The batches that `quantity` of the line's product comes out of. */
export function lotsToTake(
  planning: Planning,
  { line, index, product }: PlannedLine,
  quantity: number,
): TakenLot[] {
  const { sheet, facts, taken } = planning;
  const anyLot = takesUnusable.includes(sheet.kind);
  const balances = (facts.balances.get(product.id) ?? []).map((balance) => {
    const before = taken.get(takenKey(product.id, balance.lotId)) ?? 0;
    return { ...balance, onHand: balance.onHand - before, free: freeOf(balance) - before };
  });
  const chosen = line.lot ?? null;
  if (chosen !== null) {
    const lot = findLot(planning, product.id, chosen);
    if (lot === undefined) {
      report(planning, index, 'lot', 'lot.unknown', { found: codeOf(chosen) });
      return [];
    }
    if (!anyLot) checkChosen(planning, index, lot, balances, line.lotReason ?? '');
    warnShort(planning, index, quantity, balances.find(({ lotId }) => lotId === lot.lotId)?.free ?? 0);
    note(planning, product.id, lot.lotId, quantity);
    return [{ lot: { lotId: lot.lotId }, quantity }];
  }
  const { picks, short } = proposeLots(balances, quantity, sheet.day, { includeUnusable: anyLot });
  for (const pick of picks) note(planning, product.id, pick.lotId, pick.quantity);
  const lots: TakenLot[] = picks.map(({ lotId, quantity: part }) => ({
    lot: lotId === null ? null : { lotId },
    quantity: part,
  }));
  if (short === 0) return lots;
  const usable = usableLots(balances, sheet.day, anyLot).reduce((sum, { onHand }) => sum + onHand, 0);
  if (product.lotControl) {
    report(planning, index, 'quantity', 'stock.short', {
      found: quantity,
      expected: usable,
    });
    return lots;
  }
  report(planning, index, 'quantity', 'stock.short', {
    severity: 'warning',
    found: quantity,
    expected: usable,
  });
  note(planning, product.id, null, short);
  const without = lots.findIndex(({ lot }) => lot === null);
  if (without === -1) return [...lots, { lot: null, quantity: short }];
  return lots.map((lot, place) => (place === without ? { ...lot, quantity: lot.quantity + short } : lot));
}

/** The batch that goods come in as; a new one is made of what stands on the box. Undefined where the line cannot be posted. */
export function lotToFill(
  planning: Planning,
  { line, index, product }: PlannedLine,
): PlannedEntry['lot'] | undefined {
  const chosen = line.lot ?? null;
  if (chosen === null) {
    if (!product.lotControl) return null;
    report(planning, index, 'lot', 'lot.missing', { found: product.code });
    return undefined;
  }
  checkLotDays(planning, index, chosen);
  const known = findLot(planning, product.id, chosen);
  if (known !== undefined) {
    warnExpired(planning, index, learnOfBox(planning, { index, product }, known, chosen));
    return { lotId: known.lotId };
  }
  if ('lotId' in chosen) {
    report(planning, index, 'lot', 'lot.unknown', { found: chosen.lotId });
    return undefined;
  }
  const productionDay = chosen.productionDay ?? null;
  const expiryDay = chosen.expiryDay ?? expiryFromShelfLife(productionDay, product.shelfLifeDays);
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    report(planning, index, 'lot', 'lot.expiryBeforeProduction', {
      found: expiryDay,
      expected: productionDay,
    });
  warnExpired(planning, index, expiryDay);
  addNewLot(planning, index, {
    productId: product.id,
    code: chosen.code,
    productionDay,
    expiryDay,
    certificate: chosen.certificate ?? '',
  });
  return { newLot: planning.newLots.get(newLotKey(product.id, chosen.code))?.code ?? chosen.code };
}

function findLot({ facts }: Planning, productId: string, chosen: LotChoice): LotFacts | undefined {
  if ('lotId' in chosen) {
    const lot = facts.lots.get(chosen.lotId);
    return lot?.productId === productId ? lot : undefined;
  }
  const own = [...facts.lots.values()].filter((lot) => lot.productId === productId);
  return findByLotCode(own, chosen.code);
}

function checkChosen(
  planning: Planning,
  index: number,
  lot: LotFacts,
  balances: readonly LotBalance[],
  reason: string,
): void {
  const { day } = planning.sheet;
  const severity = reason === '' ? 'error' : 'warning';
  if (lot.status === 'quarantined') report(planning, index, 'lot', 'lot.quarantined', { found: lot.code });
  if (isExpired(lot.expiryDay, day)) {
    report(planning, index, 'lot', 'lot.expired', { severity, found: lot.expiryDay ?? '', expected: day });
    return;
  }
  // What came only later could not have been taken that day.
  const first = usableLots(balances, day).find((balance) => freeOf(balance) > 0);
  if (first !== undefined && first.lotId !== lot.lotId && byFirstExpiry(first, lot) < 0)
    report(planning, index, 'lot', 'lot.notFirst', {
      severity,
      found: `${lot.code} ${lot.expiryDay ?? ''}`.trim(),
      expected: `${first.code} ${first.expiryDay ?? ''}`.trim(),
    });
}

/** Posting decides by the warehouse's rule and by every later day; this says it while the line is written. */
function warnShort(planning: Planning, index: number, quantity: number, free: number): void {
  if (quantity > free)
    report(planning, index, 'quantity', 'stock.short', {
      severity: 'warning',
      found: quantity,
      expected: Math.max(0, free),
    });
}

function warnExpired(planning: Planning, index: number, expiryDay: BusinessDay | null): void {
  if (isExpired(expiryDay, planning.sheet.day))
    report(planning, index, 'lot', 'lot.expired', {
      severity: 'warning',
      found: expiryDay ?? '',
      expected: planning.sheet.day,
    });
}

function note({ taken }: Planning, productId: string, lotId: string | null, quantity: number): void {
  const key = takenKey(productId, lotId);
  taken.set(key, (taken.get(key) ?? 0) + quantity);
}

function takenKey(productId: string, lotId: string | null): string {
  return `${productId} ${lotId ?? ''}`;
}

function codeOf(chosen: LotChoice): string {
  return 'lotId' in chosen ? chosen.lotId : chosen.code;
}
