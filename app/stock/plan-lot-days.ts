import type { BusinessDay } from '../core/business-day.ts';
import { earliestDay, isTooEarly } from '../core/earliest-day.ts';
import { completedDays } from './expiry.ts';
import { lotCodeKey } from './lot-code.ts';
import { report } from './plan-types.ts';
import type { LotFacts, NewLot, PlannedLine, Planning } from './plan-types.ts';
import type { LotChoice } from './stock-sheet.ts';

const days = ['productionDay', 'expiryDay'] as const;

/** What stands on a box as its days must be one that goods of today can have. */
export function checkLotDays(planning: Planning, index: number, chosen: LotChoice): void {
  if ('lotId' in chosen) return;
  for (const field of days) {
    const day = chosen[field];
    if (isTooEarly(day))
      report(planning, index, 'lot', 'lot.dayTooEarly', { found: day, expected: earliestDay });
  }
}

/** The certificate that is known stays: another one may be a slip, or a batch that was tested again. The person is told. */
function tellCertificate(planning: Planning, index: number, known: string, said: string): void {
  if (known !== '' && said !== '' && known !== said)
    report(planning, index, 'lot', 'lot.certificateDiffers', {
      severity: 'warning',
      found: said,
      expected: known,
    });
}

/** By which a new batch is kept while a document is planned. */
export function newLotKey(productId: string, code: string): string {
  return `${productId} ${lotCodeKey(code)}`;
}

/** A batch that the document names and the store does not know; lines that name it again must say the same of it. */
export function addNewLot(planning: Planning, index: number, lot: NewLot): void {
  const key = newLotKey(lot.productId, lot.code);
  const said = planning.newLots.get(key);
  if (said === undefined) {
    planning.newLots.set(key, lot);
    return;
  }
  for (const field of days) {
    if (said[field] !== null && lot[field] !== null && said[field] !== lot[field])
      report(planning, index, 'lot', 'lot.differs', { found: lot[field], expected: said[field] });
  }
  tellCertificate(planning, index, said.certificate, lot.certificate);
  planning.newLots.set(key, {
    ...said,
    productionDay: said.productionDay ?? lot.productionDay,
    expiryDay: said.expiryDay ?? lot.expiryDay,
    certificate: said.certificate === '' ? lot.certificate : said.certificate,
  });
}

/**
 * What stands on the box must be what is known of the batch, and fills in what is not known of it yet: else goods whose expiry
 * was read only at the second delivery would never expire. Gives the expiry day that the batch then has.
 */
export function learnOfBox(
  planning: Planning,
  { index, product }: Pick<PlannedLine, 'index' | 'product'>,
  lot: LotFacts,
  chosen: LotChoice,
): BusinessDay | null {
  const before = planning.learned.get(lot.lotId);
  const known = before ?? lot;
  if ('lotId' in chosen) return known.expiryDay;
  for (const field of days) {
    const said = chosen[field] ?? null;
    if (said !== null && known[field] !== null && known[field] !== said)
      report(planning, index, 'lot', 'lot.differs', { found: said, expected: known[field] });
  }
  const said = { productionDay: chosen.productionDay ?? null, expiryDay: chosen.expiryDay ?? null };
  const { productionDay, expiryDay } = completedDays(known, said, product.shelfLifeDays);
  tellCertificate(planning, index, known.certificate, chosen.certificate ?? '');
  const certificate = known.certificate === '' ? (chosen.certificate ?? '') : known.certificate;
  const isNew =
    productionDay !== known.productionDay ||
    expiryDay !== known.expiryDay ||
    certificate !== known.certificate;
  if (!isNew) return expiryDay;
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    report(planning, index, 'lot', 'lot.expiryBeforeProduction', {
      found: expiryDay,
      expected: productionDay,
    });
  planning.learned.set(lot.lotId, { lotId: lot.lotId, productionDay, expiryDay, certificate });
  return expiryDay;
}
