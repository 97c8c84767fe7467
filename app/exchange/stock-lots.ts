import { earliestDay, isTooEarly } from '../core/earliest-day.ts';
import { expiryFromShelfLife } from '../stock/expiry.ts';
import { lotCodeKey } from '../stock/lot-code.ts';
import { lotKey } from './known-store.ts';
import type { KnownLot, KnownStore } from './known-store.ts';
import type { PlannedStockLine } from './planned-types.ts';
import type { RowCursor } from './row-cursor.ts';
import type { PlanContext } from './sheet-plan.ts';

/** The batches of the store, by how their codes are compared. */
export function lotCodesOf({ lots }: Pick<KnownStore, 'lots'>): Map<string, string> {
  const codes = new Map<string, string>();
  for (const key of lots.keys()) {
    const [product = '', code = ''] = key.split('\u001F');
    codes.set(lotKey(product, lotCodeKey(code)), code);
  }
  return codes;
}

/** The batch that a row names, by the code under which it is known; null for none. */
export function readLotCode(
  cursor: RowCursor,
  { known, lots, lotCodes }: Pick<PlanContext, 'known' | 'lots' | 'lotCodes'>,
  productCode: string,
): string | null {
  const code = cursor.text('lot');
  if (code === '') return null;
  const key = lotKey(productCode, code);
  if (known.lots.has(key) || lots.has(key)) return code;
  return lotCodes.get(lotKey(productCode, lotCodeKey(code))) ?? code;
}

const fields = ['productionDay', 'expiryDay'] as const;

/**
 * Whether the days of a counted lot fit each other and what is known of the lot, from the store or from rows above. A lot has
 * one expiry day: two of them are two lots or a slip, and FEFO would pick by whichever came first.
 */
export function agreesWithLot(
  cursor: RowCursor,
  context: PlanContext,
  line: Pick<PlannedStockLine, 'productCode' | 'lot' | 'productionDay' | 'expiryDay'> & {
    readonly certificate: string;
  },
): boolean {
  const { productCode, lot: code, productionDay, expiryDay, certificate } = line;
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    cursor.note('expiryDay', 'expiry.early', { found: expiryDay, expected: productionDay });
  for (const field of fields)
    if (isTooEarly(line[field]))
      cursor.note(field, 'date.invalid', { found: line[field], expected: `≥ ${earliestDay}` });
  if (code === null) return !cursor.rejected;
  const key = lotKey(productCode, code);
  const known = context.lots.get(key) ?? context.known.lots.get(key);
  if (known !== undefined) noteDifferences(cursor, line, known);
  else if (!cursor.rejected) {
    const shelfLife = context.products.values(productCode)?.shelfLifeDays ?? null;
    const expires = expiryDay ?? expiryFromShelfLife(productionDay, shelfLife);
    context.lots.set(key, { productCode, code, productionDay, expiryDay: expires, certificate });
    context.lotCodes.set(lotKey(productCode, lotCodeKey(code)), code);
    const codes = context.lotsOfProduct.get(productCode);
    if (codes === undefined) context.lotsOfProduct.set(productCode, [code]);
    else codes.push(code);
  }
  return !cursor.rejected;
}

/** What the lot lacks is no contradiction, but it is not added either, and that is said. */
function noteDifferences(cursor: RowCursor, line: KnownLot, known: KnownLot): void {
  for (const field of fields) {
    const [stated, before] = [line[field], known[field]];
    if (stated === null || stated === before) continue;
    const severity = before === null ? 'warning' : 'rejection';
    cursor.note(field, 'lot.differs', { found: stated, expected: before ?? '—', severity });
  }
  // As in the editor of documents: another certificate may be a slip, or a batch that was tested again.
  const [stated = '', before = ''] = [line.certificate, known.certificate];
  if (stated !== '' && stated !== before)
    cursor.note('certificate', 'document.lot.certificateDiffers', {
      found: stated,
      expected: before === '' ? '—' : before,
      severity: 'warning',
    });
}
