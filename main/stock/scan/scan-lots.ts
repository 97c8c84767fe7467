import type { GsContent } from '#app/stock/element-string.ts';
import { findByLotCode, isSameLotCode } from '#app/stock/lot-code.ts';
import type { ScanMatch, ScanProblem } from '#app/stock/scan-types.ts';
import { findScannedLots } from '#db/queries/stock/scan.ts';
import type { ReadAccess } from '#db/store.ts';

import type { ElementReadings } from './read-element-string.ts';

/**
 * Of several readings the one whose batch the store knows, with the days that the code says; else the first guess where the code
 * as it stands would have no expiry day, which then is to be confirmed; else the code as it stands.
 */
export async function chooseReading(
  db: ReadAccess,
  { plain, guessed }: ElementReadings,
  productIds: readonly string[],
): Promise<{ content: GsContent; guessed: boolean }> {
  const [first] = guessed;
  if (first === undefined) return { content: plain, guessed: false };
  const readings = [plain, ...guessed];
  const codes = readings.flatMap(({ lot }) => (lot === null ? [] : [lot]));
  const lots = await findScannedLots(db, productIds, codes);
  const known = readings.find(({ lot, expiryDay }) =>
    lots.some(
      ({ code, expiryDay: stored }) =>
        lot !== null && isSameLotCode(code, lot) && (expiryDay === null || expiryDay === stored),
    ),
  );
  if (known !== undefined) return { content: known, guessed: false };
  const dated = plain.expiryDay === null ? first : plain;
  return { content: dated, guessed: dated === first };
}

/** The matches with the batch that the code names. A shared barcode whose batch only one product has means that product. */
export async function withLots(
  db: ReadAccess,
  matches: readonly ScanMatch[],
  content: GsContent,
): Promise<{ matches: readonly ScanMatch[]; problem: ScanProblem | null }> {
  const { lot, productionDay, expiryDay } = content;
  if (lot === null)
    return { matches: matches.map((match) => ({ ...match, productionDay, expiryDay })), problem: null };
  const known = await findScannedLots(
    db,
    matches.map(({ product }) => product.id),
    [lot],
  );
  const having = [...new Set(known.map(({ productId }) => productId))];
  const meant = having.length === 1 ? matches.filter(({ product }) => product.id === having[0]) : matches;
  let problem: ScanProblem | null = null;
  const found = meant.map((match) => {
    const own = known.filter(({ productId }) => productId === match.product.id);
    const stored = findByLotCode(own, lot);
    if (stored === undefined) {
      return { ...match, lot: { lotId: null, code: lot }, productionDay, expiryDay };
    }
    if (expiryDay !== null && stored.expiryDay !== null && stored.expiryDay !== expiryDay) {
      problem = { code: 'lot.differs', found: expiryDay, expected: stored.expiryDay };
    }
    return {
      ...match,
      lot: { lotId: stored.lotId, code: stored.code },
      productionDay: productionDay ?? stored.productionDay,
      expiryDay: expiryDay ?? stored.expiryDay,
    };
  });
  return { matches: found, problem };
}
